/**
 * Customers: adding whom the shop sells to, and keeping what it knows of them.
 *
 * <p>A form is filled in from the customer as it was read; what is left alone stays, what is set to null is cleared. Each
 * change names the version it was made of, so that of two clerks the later one sees what the earlier one did:
 *
 * <pre>{@code
 * CustomerForm form = CustomerForm.builder().name("Ada", "Byron").email("ada@example.org").build();
 * CreationResult created = till.customers().create(ExternalKey.of("till-7", "customer-12"), NewCustomerKind.IN_STORE, form);
 * EditResult edited = till.customers().edit(ada.id(), ada.version(), CustomerForm.from(ada).title("Countess").build());
 * }</pre>
 */
@NullMarked
package org.openmembership.customers;

import org.jspecify.annotations.NullMarked;

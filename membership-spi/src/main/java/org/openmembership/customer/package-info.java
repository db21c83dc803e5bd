/**
 * Customers: whom the shop sells to, known or barely known, and how they are reached.
 *
 * <p>Names, addresses and numbers are kept exactly as they came, or refused by name; nothing is corrected quietly. The one
 * thing derived is the {@link org.openmembership.customer.EmailKey} two spellings of one mailbox share:
 *
 * <pre>{@code
 * EmailAddress.of("Ada@Example.org").key().equals(EmailAddress.of("ada@example.ORG").key())   // true
 * }</pre>
 *
 * <p>No {@code toString} of this package shows anything about a person.
 */
@NullMarked
package org.openmembership.customer;

import org.jspecify.annotations.NullMarked;

package org.openmembership.customers;

import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.EditResult.Edited;
import org.openmembership.registration.Registrant;
import org.openmembership.testing.ShopTest;

/** What tests of a clerk's work have in common. */
abstract class ClerkTest extends ShopTest {
    final String register(String email) {
        shop.membership()
                .registration()
                .register(Registrant.builder()
                        .name("Ada", "Byron")
                        .email(email)
                        .acceptTerms("terms-1")
                        .build());
        return shop.storage()
                .read(stores -> stores.members()
                        .standingsWithEmail(EmailAddress.of(email).key())
                        .get(0)
                        .member()
                        .value());
    }

    final Customers customers() {
        return shop.membership().customers();
    }

    final Customer find(CustomerId id) {
        return customers().find(id).orElseThrow();
    }

    final CreationResult create(CustomerForm form) {
        return customers().create(shop.key(), NewCustomerKind.IN_STORE, form);
    }

    final CreationResult create(NewCustomerKind kind) {
        return customers().create(shop.key(), kind, ada().build());
    }

    static Customer created(CreationResult result) {
        return ((Created) result).customer();
    }

    static Customer edited(EditResult result) {
        return ((Edited) result).customer();
    }

    static CustomerForm.Builder ada() {
        return CustomerForm.builder().name("Ada", "Byron");
    }
}

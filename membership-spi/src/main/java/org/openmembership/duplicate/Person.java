package org.openmembership.duplicate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;

/**
 * A customer as it is compared with another.
 *
 * @param birthdate which only members tell; null where it is not known
 */
public record Person(Customer customer, @Nullable LocalDate birthdate) {
    public static Person of(Customer customer) {
        return new Person(customer, null);
    }

    @Override
    public String toString() {
        return "Person[" + customer + "]";
    }
}

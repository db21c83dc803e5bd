package org.openmembership.examples.foodmart;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the POS knows one.
 *
 * @param number the POS's key
 * @param name as kept there
 * @param home where they live
 * @param phones as kept there, not all of them real
 * @param birthDate always known
 * @param account since when, and with which card
 */
record PosCustomer(int number, Name name, Home home, List<String> phones, LocalDate birthDate, Account account) {
    record Name(String first, String last) {}

    /**
     * @param line2 null where there is none
     * @param country USA, Mexico or Canada
     */
    record Home(String line1, @Nullable String line2, String city, String state, String postcode, String country) {}

    /**
     * @param cardNumber unique
     * @param card Normal, Bronze, Silver or Golden
     */
    record Account(String cardNumber, LocalDate openedOn, String card) {}

    PosCustomer {
        phones = List.copyOf(phones);
    }

    /** The address the POS would have asked for: see {@link DerivedEmail}. */
    String email() {
        return DerivedEmail.of(name.last(), home.city());
    }
}

package org.openmembership.member;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PostalAddress;

/**
 * What a person told us about themselves when registering (A9-A11, A20, B30).
 *
 * @param name required
 * @param phones in the order they were given; may be empty
 * @param birthdate null if not told
 * @param addresses in the order they were given; may be empty
 * @param particulars gender, marital status and how receipts are wanted
 */
public record PersonalDetails(
        PersonName name,
        List<PhoneNumber> phones,
        @Nullable LocalDate birthdate,
        List<PostalAddress> addresses,
        Particulars particulars) {
    public static final int FIRST_YEAR = 1850;
    public static final int LAST_YEAR = 9999;

    public PersonalDetails {
        phones = List.copyOf(phones);
        addresses = List.copyOf(addresses);
        if (phones.size() > Customer.MAX_PHONES) {
            throw new IllegalArgumentException("PersonalDetails.phones must be at most " + Customer.MAX_PHONES);
        }
        if (addresses.size() > Customer.MAX_ADDRESSES) {
            throw new IllegalArgumentException("PersonalDetails.addresses must be at most " + Customer.MAX_ADDRESSES);
        }
        if (birthdate != null && (birthdate.getYear() < FIRST_YEAR || birthdate.getYear() > LAST_YEAR)) {
            throw new IllegalArgumentException("PersonalDetails.birthdate must be from " + FIRST_YEAR + " on");
        }
    }

    public static PersonalDetails of(PersonName name) {
        return new PersonalDetails(name, List.of(), null, List.of(), Particulars.NONE);
    }

    /** These details, with what they leave out taken from {@code earlier}. */
    public PersonalDetails completedBy(PersonalDetails earlier) {
        return new PersonalDetails(
                name,
                phones.isEmpty() ? earlier.phones : phones,
                birthdate == null ? earlier.birthdate : birthdate,
                addresses.isEmpty() ? earlier.addresses : addresses,
                particulars.completedBy(earlier.particulars));
    }

    @Override
    public String toString() {
        return "PersonalDetails[***]";
    }
}

package org.openmembership.duplicate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.openmembership.customer.Customer;
import org.openmembership.customer.SearchKey;
import org.openmembership.shared.Texts;

/**
 * Something that makes customers who share it suspected to be one (C33, R15).
 *
 * @param value the email key, or the folded last name and postcode; 1 to 254 characters
 */
public record SharedKey(Kind kind, String value) implements Comparable<SharedKey> {
    private static final Comparator<SharedKey> ORDER =
            Comparator.comparing(SharedKey::kind).thenComparing(SharedKey::value);

    /** What is shared. */
    public enum Kind {
        /** The mailbox, by its key alone (R1). */
        EMAIL,
        /** The last name together with the postcode of any address, both folded. */
        SURNAME_AND_POSTCODE
    }

    public SharedKey {
        Texts.requireCode("SharedKey.value", value, 254);
    }

    /** All that this customer may share with another, in order. */
    public static List<SharedKey> of(Customer customer) {
        List<SharedKey> keys = new ArrayList<>();
        customer.emailKey().ifPresent(email -> keys.add(new SharedKey(Kind.EMAIL, email.value())));
        SearchKey.of(customer).stream()
                .filter(key -> key.kind() == SearchKey.Kind.SURNAME_AND_POSTCODE)
                .forEach(key -> keys.add(new SharedKey(Kind.SURNAME_AND_POSTCODE, key.value())));
        return Collections.unmodifiableList(keys);
    }

    @Override
    public int compareTo(SharedKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "SharedKey[" + kind + "]";
    }
}

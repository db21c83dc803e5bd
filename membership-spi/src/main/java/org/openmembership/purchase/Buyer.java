package org.openmembership.purchase;

import org.jspecify.annotations.Nullable;
import org.openmembership.card.CardNumber;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailKey;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;

/**
 * How the host says who bought; looked up in the order of the components, the first that is set decides (A58).
 *
 * @param card a membership card
 * @param member a member id
 * @param customer our id of a customer
 * @param customerReference the host's own key of a customer
 * @param email an email key
 */
public record Buyer(
        @Nullable CardNumber card,
        @Nullable MemberId member,
        @Nullable CustomerId customer,
        @Nullable ExternalKey customerReference,
        @Nullable EmailKey email) {
    /** Nobody is named: a guest. */
    public static final Buyer GUEST = new Buyer(null, null, null, null, null);

    public static Buyer card(CardNumber number) {
        return new Buyer(number, null, null, null, null);
    }

    public static Buyer member(MemberId id) {
        return new Buyer(null, id, null, null, null);
    }

    public static Buyer customer(CustomerId id) {
        return new Buyer(null, null, id, null, null);
    }

    public static Buyer customerReference(ExternalKey reference) {
        return new Buyer(null, null, null, reference, null);
    }

    public static Buyer email(EmailKey key) {
        return new Buyer(null, null, null, null, key);
    }

    public boolean isGuest() {
        return equals(GUEST);
    }

    /** Shows which way was used, never the address. */
    @Override
    public String toString() {
        return email == null || card != null || member != null || customer != null || customerReference != null
                ? "Buyer[" + card + ", " + member + ", " + customer + ", " + customerReference + "]"
                : "Buyer[by email]";
    }
}

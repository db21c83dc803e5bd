package org.openmembership.privacy;

import java.util.List;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailKey;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Texts;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.UserId;

/**
 * A name that somebody had who has been erased, kept so that they are not taken over again (R17); never a name by which
 * people call each other, nor an address.
 *
 * @param kind whose name it is, and who gave it
 * @param source the system that gave it; {@link #OURS} where we did
 * @param value the id, reference or code, or a pseudonym
 */
public record Tombstone(Kind kind, String source, String value) implements Comparable<Tombstone> {
    /** The source of what we have named ourselves. */
    public static final String OURS = "-";

    /** What names can outlive a person. */
    public enum Kind {
        CUSTOMER,
        MEMBER,
        USER,
        /** What the host called a customer. */
        CUSTOMER_REFERENCE,
        /** What the host called a member. */
        MEMBER_REFERENCE,
        /** What a third system called a customer. */
        ACCOUNT_CODE,
        /** A pseudonym of an email under the host's own key; only where the host has switched that on. */
        EMAIL
    }

    public Tombstone {
        Texts.requireCode("Tombstone.source", source, 40);
        Texts.requireCode("Tombstone.value", value, 100);
    }

    public static Tombstone of(CustomerId customer) {
        return new Tombstone(Kind.CUSTOMER, OURS, customer.value());
    }

    public static Tombstone of(MemberId member) {
        return new Tombstone(Kind.MEMBER, OURS, member.value());
    }

    public static Tombstone of(UserId user) {
        return new Tombstone(Kind.USER, OURS, user.value());
    }

    public static Tombstone of(AccountCode code) {
        return new Tombstone(Kind.ACCOUNT_CODE, OURS, code.value());
    }

    public static Tombstone ofCustomer(ExternalKey reference) {
        return new Tombstone(Kind.CUSTOMER_REFERENCE, reference.source(), reference.value());
    }

    public static Tombstone ofMember(ExternalKey reference) {
        return new Tombstone(Kind.MEMBER_REFERENCE, reference.source(), reference.value());
    }

    /** @param seal with the key that the host keeps for this alone */
    public static Tombstone of(SecretSeal seal, EmailKey email) {
        return new Tombstone(Kind.EMAIL, OURS, seal.pseudonym(List.of("ERASED", email.value())));
    }

    @Override
    public int compareTo(Tombstone other) {
        int byKind = kind.compareTo(other.kind);
        int bySource = byKind == 0 ? source.compareTo(other.source) : byKind;
        return bySource == 0 ? value.compareTo(other.value) : bySource;
    }
}

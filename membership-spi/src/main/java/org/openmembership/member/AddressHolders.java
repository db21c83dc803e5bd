package org.openmembership.member;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.EmailKey;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/**
 * Who stands behind an email key before somebody registers with it.
 *
 * @param holders users whose current address has the key, or whose username it is; by username
 * @param imported the oldest imported member with that address that waits for its owner: by creation instant, then id
 */
public record AddressHolders(List<Holder> holders, @Nullable MemberId imported) {
    public AddressHolders {
        holders = List.copyOf(holders);
    }

    /** A user and the member it belongs to, if any. */
    public record Holder(User user, @Nullable HoldingMember member) {
        /** Whether the address is the user's now, and not only the name under which it once began. */
        public boolean has(EmailKey key) {
            return user.email() != null && user.email().key().equals(key);
        }

        /** Whether nobody has become a member with it, and the host has not switched it off: it can be registered (R5). */
        public boolean isOpen() {
            boolean undecided = member == null || member.status() == MemberStatus.AWAITING_VERIFICATION;
            return undecided && user.enabled();
        }
    }

    /**
     * As much of a member as a newer registration leaves.
     *
     * <p>What it said itself is not gathered: this is asked at every registration, and most who register are new (S9).
     */
    public record HoldingMember(MemberId id, MemberStatus status, Instant createdAt, int version) {
        /** As much of a whole member. */
        public static HoldingMember of(Member member) {
            return new HoldingMember(
                    member.id(), member.status(), member.times().createdAt(), member.version());
        }

        /**
         * One that awaits verification, with a newer registration in place of its own: nothing of the older one stays but the
         * ids (R5).
         */
        public Member replaced(UserId user, EmailAddress email, PersonalDetails details, TermsAcceptance terms) {
            return new Member(
                    id,
                    null,
                    user,
                    email,
                    details,
                    status,
                    List.of(),
                    null,
                    terms,
                    new Member.Times(createdAt, terms.at(), null),
                    version);
        }
    }
}

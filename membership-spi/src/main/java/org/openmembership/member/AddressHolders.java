package org.openmembership.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.EmailKey;
import org.openmembership.user.User;

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
    public record Holder(User user, @Nullable Member member) {
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
}

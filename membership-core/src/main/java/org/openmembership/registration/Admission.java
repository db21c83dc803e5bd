package org.openmembership.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.EmailKey;
import org.openmembership.member.AddressHolders;
import org.openmembership.member.AddressHolders.HoldingMember;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.UserStore;
import org.openmembership.user.Username;

/** Whose registration this is, decided from who stands behind its address (R5, R7, R8). */
sealed interface Admission {
    /** A member has the address, or the host has disabled its user. */
    record Taken(User user, @Nullable HoldingMember member) implements Admission {}

    /** The address can be registered. */
    sealed interface Open extends Admission {
        /** The user as it will be. */
        User user();

        /** The member that awaits verification already, null if there is none. */
        @Nullable
        HoldingMember awaiting();

        void keepUser(UserStore users);

        /** The same once the address is proven. */
        Open proven(Instant at);
    }

    /** Nobody has the address. */
    record Newcomer(User user) implements Open {
        @Override
        public @Nullable HoldingMember awaiting() {
            return null;
        }

        @Override
        public void keepUser(UserStore users) {
            users.add(user);
        }

        @Override
        public Open proven(Instant at) {
            return new Newcomer(verified(user, at));
        }
    }

    /** A user whose address nobody has proven: the newer registration supersedes the older (R5). */
    record Newer(User user, @Nullable HoldingMember awaiting) implements Open {
        @Override
        public void keepUser(UserStore users) {
            users.update(user);
        }

        @Override
        public Open proven(Instant at) {
            return new Newer(verified(user, at), awaiting);
        }
    }

    /** A user with a proven address who is no member yet, such as a clerk: left alone until the address is proven again. */
    record Insider(User user, @Nullable HoldingMember awaiting) implements Open {
        @Override
        public void keepUser(UserStore users) {
            users.pretend();
        }

        @Override
        public Open proven(Instant at) {
            return this;
        }
    }

    /**
     * Decides.
     *
     * @param mustProve whether the address will be proven; otherwise a proven user is nobody else's to claim
     * @param newUser the id of the user, if there has to be a new one
     */
    static Admission of(AddressHolders holders, EmailAddress email, boolean mustProve, UserId newUser) {
        EmailKey key = email.key();
        for (AddressHolders.Holder holder : holders.holders()) {
            if (holder.has(key)) {
                return of(holder, email, mustProve);
            }
        }
        // Whoever is left had the address once and goes by another now: the name stays theirs (R8).
        boolean nameIsTaken = !holders.holders().isEmpty();
        Username username = nameIsTaken ? Username.of(key, newUser) : Username.of(key);
        return new Newcomer(User.unverified(newUser, username, email));
    }

    private static Admission of(AddressHolders.Holder holder, EmailAddress email, boolean mustProve) {
        User user = holder.user();
        HoldingMember member = holder.member();
        if (!holder.isOpen() || user.isVerified() && !mustProve) {
            return new Taken(user, member);
        }
        return user.isVerified() ? new Insider(user, member) : new Newer(user.superseded(email), member);
    }

    /** Proven by the very change that is being made, which is one step of its epoch. */
    private static User verified(User changed, Instant at) {
        return new User(changed.id(), changed.username(), changed.email(), changed.enabled(), at, changed.epoch());
    }
}

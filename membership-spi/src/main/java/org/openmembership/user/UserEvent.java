package org.openmembership.user;

import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/** Something has happened to a login; neither names nor secrets are told. */
public sealed interface UserEvent extends MembershipEvent {
    UserId user();

    @Override
    default Topic topic() {
        return new Topic(Topic.Kind.USER, user().value());
    }

    /** @param epoch by which older codes, tokens and sessions are dead */
    record UserEnabled(UserId user, int epoch) implements UserEvent {}

    /** @param epoch by which older codes, tokens and sessions are dead */
    record UserDisabled(UserId user, int epoch) implements UserEvent {}

    /**
     * A password was set for the first time, by a link, or by its owner.
     *
     * @param epoch by which older codes, tokens and sessions are dead
     */
    record PasswordSet(UserId user, int epoch) implements UserEvent {}

    /**
     * Another address is proven to be the user's.
     *
     * @param epoch by which older codes, tokens and sessions are dead
     */
    record AddressChanged(UserId user, int epoch) implements UserEvent {}

    /**
     * Somebody began to register with the address of this user, who is superseded where the address was never proven, and is
     * told where it was (R5, R7).
     */
    record AddressClaimed(UserId user) implements UserEvent {}

    /** The address, which this user never proved, is proven to be somebody else's. */
    record AddressLost(UserId user, int epoch) implements UserEvent {}
}

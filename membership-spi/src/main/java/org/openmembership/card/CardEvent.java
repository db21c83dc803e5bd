package org.openmembership.card;

import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/** Something has changed about a card; told as something about its account. */
public sealed interface CardEvent extends MembershipEvent {
    AccountId account();

    @Override
    default Topic topic() {
        return new Topic(Topic.Kind.ACCOUNT, account().value());
    }

    /**
     * A card identifies an account from now on.
     *
     * @param carrier null for a card without a person
     */
    record CardAssigned(
            AccountId account, CardNumber card, @Nullable MemberId carrier) implements CardEvent {}
}

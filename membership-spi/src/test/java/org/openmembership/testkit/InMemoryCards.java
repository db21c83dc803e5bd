package org.openmembership.testkit;

import java.util.List;
import java.util.Optional;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStore;
import org.openmembership.card.MembershipCard;

final class InMemoryCards implements CardStore {
    private final State state;

    InMemoryCards(State state) {
        this.state = state;
    }

    @Override
    public void add(MembershipCard card) {
        state.cards.add(card.number(), card);
        state.cardsByAccount.put(Key.of(card.account(), card.number()), card.number());
    }

    @Override
    public Optional<MembershipCard> find(CardNumber number) {
        return state.cards.find(number);
    }

    @Override
    public List<MembershipCard> of(AccountId account) {
        Key prefix = Key.of(account);
        return state.cardsByAccount
                .between(prefix, prefix.end())
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }
}

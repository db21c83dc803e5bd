package org.openmembership.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmembership.account.AccountEvent;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardEvent;
import org.openmembership.card.MembershipCard;
import org.openmembership.member.MemberId;
import org.openmembership.privacy.ErasedAccount;
import org.openmembership.privacy.ErasedAccount.Outcome;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Block;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/** Takes a person off the accounts that others go on with, and blocks the cards the person carried. */
record Leaving(Actor actor, Instant now, Stores stores, Facts facts) {
    void leave(Reckoning known, List<ErasedAccount> outcomes) {
        Map<AccountId, MemberAccount> accounts =
                known.opened().accounts().stream().collect(Collectors.toMap(MemberAccount::id, Function.identity()));
        for (ErasedAccount outcome : outcomes) {
            MemberAccount account = accounts.get(outcome.account());
            if (outcome.outcome() == Outcome.LEFT && account != null) {
                leave(known, account, outcome);
            }
        }
        known.person().members().forEach(this::blockCards);
    }

    private void leave(Reckoning known, MemberAccount account, ErasedAccount outcome) {
        List<MemberId> others = known.others().getOrDefault(account.id(), List.of());
        MemberId from = account.owner().mainMember();
        MemberId newMain = outcome.newMain();
        MemberAccount left = newMain == null ? account : account.representedBy(newMain);
        stores.accounts().share(left, new TreeSet<>(others));
        if (newMain != null && from != null) {
            facts.happened(new AccountEvent.MainMemberReplaced(account.id(), from, newMain), account, now);
        }
        for (MemberId member : known.person().members()) {
            facts.happened(new AccountEvent.MemberLeft(account.id(), member), account, now);
        }
    }

    private void blockCards(MemberId member) {
        Block block = new Block(WriteOff.REASON, actor, now);
        List<MembershipCard> blocked = new ArrayList<>();
        for (MembershipCard card : stores.cards().of(member)) {
            if (member.equals(card.carrier()) && !card.isBlocked()) {
                blocked.add(card.with(block));
                facts.happened(
                        new CardEvent.CardBlocked(
                                card.club(), card.account().orElse(null), card.number(), WriteOff.REASON),
                        now);
            }
        }
        stores.cards().update(blocked);
    }
}

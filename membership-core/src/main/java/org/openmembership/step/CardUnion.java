package org.openmembership.step;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.account.AccountEvent.AccountClosed;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardEvent.CardAssigned;
import org.openmembership.card.MembershipCard;
import org.openmembership.card.MembershipCard.Holder;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.ReasonCode;
import org.openmembership.storage.Stores;

/**
 * Brings a card that nobody represented to an account there is: its points with their dates, as a merge does, its other cards
 * and its sales (R16, R55). The account it had is closed; an account is taken over once, which makes its id the key.
 */
record CardUnion(CardHandout handout, Actor actor) {
    private static final String SOURCE = "card-takeover";
    private static final ReasonCode TAKEN_OVER = ReasonCode.of("TAKEN_OVER");

    CardOutcome bring(
            MembershipCard card, AccountId from, AccountId into, MemberId member, Stores stores, Facts facts) {
        PointMerge points = new PointMerge(handout.clubs(), actor, handout.now(), stores);
        Map<AccountId, AccountLedger> ledgers = points.lock(Set.of(from, into));
        AccountLedger nobodys = requireNonNull(ledgers.get(from));
        if (!nobodys.account().isUnassigned()) {
            return CardOutcome.refused(
                    nobodys.account().isClosed() ? CardOutcome.Refusal.CLOSED : CardOutcome.Refusal.TAKEN);
        }
        if (requireNonNull(ledgers.get(into)).account().isClosed()) {
            return CardOutcome.refused(CardOutcome.Refusal.CLOSED);
        }
        if (nobodys.holds().total().isPositive()) {
            return CardOutcome.refused(CardOutcome.Refusal.HELD);
        }
        MemberAccount before = nobodys.account();
        points.moveAll(key(card, from), from, into);
        MemberAccount kept = requireNonNull(points.write(Fingerprint.of("takeover;" + from + ";" + into), facts)
                .get(from));

        stores.accounts().update(kept.closed());
        stores.accounts().succeed(from, into);
        facts.happened(new AccountClosed(from, card.club(), TAKEN_OVER), kept, handout.now());
        CardTakeover.takeSales(before, member, stores);
        return new CardOutcome(
                moveCards(card, from, new Holder(into, member, handout.now()), stores, facts), null, false);
    }

    private static CommandKey key(MembershipCard card, AccountId from) {
        return new CommandKey(Operation.TAKEOVER, card.club(), ExternalKey.of(SOURCE, from.value()));
    }

    /** All cards of the account, those that were replaced included; answers the one that was shown. */
    private MembershipCard moveCards(MembershipCard shown, AccountId from, Holder holder, Stores stores, Facts facts) {
        List<MembershipCard> moved = stores.cards().of(from).stream()
                .map(card -> card.heldBy(holder, card.life().lastValidOn()))
                .toList();
        stores.cards().update(moved);
        moved.forEach(card -> facts.happened(
                new CardAssigned(card.club(), holder.account(), card.number(), card.carrier()), handout.now()));
        return moved.stream()
                .filter(card -> card.number().equals(shown.number()))
                .findFirst()
                .orElseThrow();
    }
}

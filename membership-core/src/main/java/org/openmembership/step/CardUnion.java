package org.openmembership.step;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
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
 * Brings a card that nobody represented to an account there is: its points with their dates and their holds, as a merge does, its other
 * cards and its sales (R16, R55). The account it had is closed; an account is taken over once, which makes its id the key.
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
        MemberAccount before = nobodys.account();
        AccountUnion union = new AccountUnion(points, handout.now(), stores, facts);
        Fingerprint fingerprint = Fingerprint.of("takeover;" + from + ";" + into);
        Holder owner = new Holder(into, member, handout.now());
        List<MembershipCard> cards = union.unite(
                        from, new AccountUnion.Terms(key(card, from), fingerprint, owner, TAKEN_OVER))
                .cards();

        CardTakeover.takeSales(before, member, stores);
        MembershipCard shown = cards.stream()
                .filter(moved -> moved.number().equals(card.number()))
                .findFirst()
                .orElseThrow();
        return new CardOutcome(shown, null, false);
    }

    private static CommandKey key(MembershipCard card, AccountId from) {
        return new CommandKey(Operation.TAKEOVER, card.club(), ExternalKey.of(SOURCE, from.value()));
    }
}

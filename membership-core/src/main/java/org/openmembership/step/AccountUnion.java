package org.openmembership.step;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openmembership.account.AccountEvent.AccountClosed;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardEvent.CardAssigned;
import org.openmembership.card.MembershipCard;
import org.openmembership.card.MembershipCard.Holder;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ReasonCode;
import org.openmembership.storage.Stores;

/**
 * Makes one account of two in a club: the points of one come to the other with their dates, as a merge brings them, and so do
 * its cards; it is closed, is nobody's any more and leads to the other for ever (R16, R55). Who brought it is kept, because its
 * entries stay theirs to see.
 *
 * @param points in which both are locked
 */
public record AccountUnion(PointMerge points, Instant now, Stores stores, Facts facts) {
    /** @param owner who has the cards from now on, and why the account that is left is closed */
    public record Terms(CommandKey key, Fingerprint fingerprint, Holder owner, ReasonCode reason) {}

    /**
     * What has come of it.
     *
     * @param brought the entries that brought the points; empty where there were none
     * @param cards all that came, those that were replaced included
     * @param into the account that has it all, as it is kept then
     */
    public record United(List<PointEntry> brought, List<MembershipCard> cards, MemberAccount into) {}

    public United unite(AccountId from, Terms terms) {
        AccountId into = terms.owner().account();
        List<PointEntry> brought = points.moveAll(terms.key(), from, into);
        Map<AccountId, MemberAccount> kept = points.write(terms.fingerprint(), facts);
        MemberAccount left = requireNonNull(kept.get(from));

        stores.accounts().share(left.abandoned(), new TreeSet<>());
        stores.accounts().succeed(from, into, terms.owner().member());
        WaitingHolders.settle(from, stores);
        facts.happened(new AccountClosed(from, left.club(), terms.reason()), left, now);
        return new United(brought, moveCards(from, terms.owner()), requireNonNull(kept.get(into)));
    }

    private List<MembershipCard> moveCards(AccountId from, Holder holder) {
        List<MembershipCard> moved = stores.cards().of(from).stream()
                .map(card -> card.heldBy(holder, card.life().lastValidOn()))
                .toList();
        stores.cards().update(moved);
        moved.forEach(card ->
                facts.happened(new CardAssigned(card.club(), holder.account(), card.number(), card.carrier()), now));
        return moved;
    }
}

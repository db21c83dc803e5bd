package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openmembership.account.AccountEvent.AccountTakenOver;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardEvent.CardAssigned;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.card.MembershipCard.Holder;
import org.openmembership.club.Club;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Ids;
import org.openmembership.storage.Stores;

/**
 * A card comes to the member who shows up with it, and the points it has collected with it (R55).
 *
 * <p>The account itself changes hands, so its entries, lots and history stay what they are. Whoever has an account in the club
 * already gets the points there, lot by lot with their dates, and the card's own account is closed.
 */
public record CardTakeover(CardHandout handout, Actor actor, Ids ids) {
    private static final int PAGE = 500;

    /** @param member active or imported */
    public CardOutcome take(CardNumber number, MemberStanding member, Stores stores, Facts facts) {
        Optional<MembershipCard> found = handout.scanned().find(number, stores);
        if (found.isEmpty()) {
            return CardOutcome.refused(CardOutcome.Refusal.UNKNOWN_CARD);
        }
        MembershipCard card = found.get();
        if (member.member().equals(card.carrier())) {
            return new CardOutcome(card, null, true);
        }
        Club club = handout.clubs().require(card.club(), now(), stores).club();
        if (card.isBlocked()) {
            return CardOutcome.refused(CardOutcome.Refusal.BLOCKED);
        }
        if (card.isExpiredOn(club.businessDate(now()))) {
            return CardOutcome.refused(CardOutcome.Refusal.EXPIRED);
        }
        Holder holder = card.holder();
        CardOutcome outcome = holder == null
                ? takeFree(card, member, club, stores, facts)
                : takeHeld(card, holder.account(), member, club, stores, facts);
        return isOvertaken(outcome, card, stores) ? take(number, member, stores, facts) : outcome;
    }

    /** Whether somebody took the card while we waited for its account, so that what was decided is not about its holder. */
    private static boolean isOvertaken(CardOutcome outcome, MembershipCard card, Stores stores) {
        boolean gone =
                outcome.refusal() == CardOutcome.Refusal.TAKEN || outcome.refusal() == CardOutcome.Refusal.CLOSED;
        return gone
                && !stores.cards()
                        .find(card.number())
                        .map(MembershipCard::holder)
                        .equals(Optional.ofNullable(card.holder()));
    }

    private CardOutcome takeFree(MembershipCard card, MemberStanding member, Club club, Stores stores, Facts facts) {
        Optional<MemberAccount> own = stores.accounts().of(member.member(), club.id());
        MemberAccount account = own.orElseGet(() -> Accounts.openFor(member.member(), club, now(), ids, stores, facts));
        CardOutcome given = handout.give(card.number(), account, member.member(), stores, facts);
        if (own.isEmpty()) {
            postWaiting(member, stores, facts);
        }
        return given;
    }

    private CardOutcome takeHeld(
            MembershipCard card, AccountId id, MemberStanding member, Club club, Stores stores, Facts facts) {
        Optional<MemberAccount> own = stores.accounts().of(member.member(), club.id());
        if (own.isPresent()) {
            return own.get().id().equals(id)
                    ? new CardOutcome(card, null, true)
                    : new CardUnion(handout, actor).bring(card, id, own.get().id(), member.member(), stores, facts);
        }
        MemberAccount account =
                stores.accounts().lock(new TreeSet<>(Set.of(id))).get(0);
        if (!account.isUnassigned()) {
            return CardOutcome.refused(account.isClosed() ? CardOutcome.Refusal.CLOSED : CardOutcome.Refusal.TAKEN);
        }
        LocalDate lastDay = handout.lastDay(card, club, true);
        MembershipCard taken = card.heldBy(new Holder(id, member.member(), now()), lastDay);

        stores.accounts().share(account.representedBy(member.member()), new TreeSet<>(Set.of(member.member())));
        stores.cards().update(List.of(taken));
        facts.happened(new AccountTakenOver(id, club.id(), member.member()), account, now());
        facts.happened(new CardAssigned(club.id(), id, card.number(), member.member()), now());
        takeSales(account, member.member(), stores);
        postWaiting(member, stores, facts);
        return new CardOutcome(taken, null, false);
    }

    /** What earned points for the account was bought by the member. */
    static void takeSales(MemberAccount account, MemberId member, Stores stores) {
        for (long first = 1; first <= account.head().seq(); first += PAGE) {
            long last = Math.min(first + PAGE - 1, account.head().seq());
            Set<ExternalKey> sales = new HashSet<>();
            for (PointEntry entry : stores.ledger().entries(account.id(), first, last)) {
                if (entry.kind() == EntryKind.SALE) {
                    sales.add(entry.cause().origin().command().key());
                }
            }
            for (KeptPurchase kept : stores.purchases().findAll(sales)) {
                if (kept.member().member() == null) {
                    stores.purchases().assign(kept.id(), new KeptPurchase.Owner(member, false));
                }
            }
        }
    }

    private void postWaiting(MemberStanding member, Stores stores, Facts facts) {
        if (member.isActive()) {
            Arrival.of(member.member(), actor, now(), handout.clubs(), stores, facts);
        }
    }

    private Instant now() {
        return handout.now();
    }
}

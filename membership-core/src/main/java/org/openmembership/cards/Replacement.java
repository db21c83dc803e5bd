package org.openmembership.cards;

import java.util.List;
import java.util.Optional;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardEvent.CardReplaced;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.card.MembershipCard.Holder;
import org.openmembership.cards.CardResult.Reason;
import org.openmembership.command.Caller;
import org.openmembership.shared.Block;
import org.openmembership.shared.ReasonCode;
import org.openmembership.step.CardHandout;
import org.openmembership.step.Facts;
import org.openmembership.step.ScannedCards;
import org.openmembership.storage.Stores;

/** Puts one card in the place of another. */
record Replacement(Caller caller, ScannedCards scanned, CardHandout handout) {
    /** Why a card is blocked whose code was changed by hand. */
    static final ReasonCode RENUMBERED = ReasonCode.of("RENUMBERED");

    CardResult run(CardNumber card, CardNumber by, ReasonCode reason, Permission permission) {
        return caller.change((stores, facts) -> {
            Optional<MembershipCard> old = scanned.find(card, stores);
            caller.require(
                    permission,
                    old.map(row -> ScannedCards.subject(row, stores)).orElse(Subject.NOBODY),
                    facts);
            return old.map(row -> replace(row, by, reason, stores, facts))
                    .orElseGet(() -> Cards.refused(Reason.UNKNOWN_CARD));
        });
    }

    private CardResult replace(MembershipCard old, CardNumber by, ReasonCode reason, Stores stores, Facts facts) {
        Optional<MembershipCard> other = scanned.find(by, stores);
        Holder holder = old.holder();
        CardNumber replacedBy = old.life().replacedBy();
        if (holder == null) {
            return Cards.refused(Reason.NOT_HANDED_OUT);
        }
        if (replacedBy != null) {
            return other.filter(row -> row.number().equals(replacedBy))
                    .<CardResult>map(row -> new CardResult.Assigned(row, true))
                    .orElseGet(() -> Cards.refused(Reason.BLOCKED));
        }
        if (other.filter(row -> row.holder() != null).isPresent()) {
            return Cards.refused(Reason.TAKEN);
        }
        AccountId id = holder.account();
        MemberAccount account = stores.accounts().find(id).orElseThrow();
        CardResult given = Cards.result(handout.give(by, account, holder.member(), stores, facts));

        if (given instanceof CardResult.Assigned assigned) {
            Block block = new Block(reason, caller.actor(), handout.now());
            CardNumber number = assigned.card().number();
            stores.cards().update(List.of(old.replacedBy(number, block)));
            facts.happened(new CardReplaced(old.club(), id, old.number(), number, reason), handout.now());
        }
        return given;
    }
}

package org.openmembership.giftcards;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardAnswer;
import org.openmembership.giftcard.GiftCardCode;
import org.openmembership.giftcard.GiftCardCodeKind;
import org.openmembership.giftcard.GiftCardEntry.Related;
import org.openmembership.giftcard.GiftCardEntryKind;
import org.openmembership.giftcard.GiftCardEvent.GiftCardCodeMoved;
import org.openmembership.giftcard.GiftCardEvent.GiftCardIssued;
import org.openmembership.giftcard.GiftCardEvent.GiftCardReplaced;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcard.GiftCardKind;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;

/** Makes cards, gives their place to others, and moves codes between them. */
record Issuing(CardCall call, CodeMint mint) {
    GiftCardChange issue(GiftCardForm form) {
        Optional<GiftCardAnswer> first = call.before();
        MemberId named = form.owner();
        MemberId owner = named == null
                ? null
                : call.stores()
                        .members()
                        .standing(named)
                        .map(MemberStanding::member)
                        .orElse(null);

        if (first.isPresent()) {
            return call.changedAgain(first.get());
        }
        if (named != null && owner == null) {
            return new GiftCardChange.Refused(GiftCardRefusal.UNKNOWN_MEMBER, false);
        }
        GiftCard card = blank(form.kind(), owner, form.amount(), form.lastDay());
        if (!add(card, form.codes())) {
            return new GiftCardChange.Refused(GiftCardRefusal.CODE_TAKEN, false);
        }
        if (form.amount().isPositive()) {
            call.move(card, GiftCardEntryKind.LOAD, form.amount(), Related.NOTHING);
        }
        return call.changed(card.id());
    }

    GiftCardChange replace(GiftCardId id, GiftCardForm.Codes codes) {
        Optional<GiftCard> found = call.stores().giftCards().lock(id);
        Optional<GiftCardAnswer> first = call.before();

        if (found.isEmpty()) {
            return new GiftCardChange.Refused(GiftCardRefusal.UNKNOWN_CARD, false);
        }
        if (first.isPresent()) {
            return call.changedAgain(first.get());
        }
        GiftCard old = found.get();
        if (old.life().replacedBy() != null) {
            return call.refuseChange(id, GiftCardRefusal.REPLACED);
        }
        GiftCard fresh =
                blank(old.kind(), old.owner(), old.balance(), old.life().lastDay());
        if (!add(fresh, codes)) {
            return new GiftCardChange.Refused(GiftCardRefusal.CODE_TAKEN, false);
        }
        move(old, fresh);
        call.facts().happened(new GiftCardReplaced(id, fresh.id()), call.now());
        return call.changed(fresh.id());
    }

    private void move(GiftCard old, GiftCard fresh) {
        GiftCard last = old;
        if (old.balance().isPositive()) {
            Money all = old.balance();
            last = call.move(old, GiftCardEntryKind.REPLACED_OUT, all.negated(), Related.toCard(fresh.id()))
                    .after();
            call.move(fresh, GiftCardEntryKind.REPLACED_IN, all, Related.toCard(old.id()));
        }
        call.stores().giftCards().update(last.replacedBy(fresh.id()));
    }

    GiftCardChange moveCode(GiftCardCodeKind kind, GiftCardId from, GiftCardId to) {
        boolean inOrder = from.compareTo(to) < 0;
        Optional<GiftCard> lower = call.stores().giftCards().lock(inOrder ? from : to);
        Optional<GiftCard> upper = call.stores().giftCards().lock(inOrder ? to : from);
        Optional<GiftCardAnswer> first = call.before();
        List<GiftCardCode> codes = call.stores().giftCards().codesOf(List.of(from, to));

        if (lower.isEmpty() || upper.isEmpty()) {
            return new GiftCardChange.Refused(GiftCardRefusal.UNKNOWN_CARD, false);
        }
        if (first.isPresent()) {
            return call.changedAgain(first.get());
        }
        GiftCard target = Objects.requireNonNull(inOrder ? upper.get() : lower.get());
        Optional<GiftCardCode> code = of(codes, kind, from);
        if (code.isEmpty()) {
            return call.refuseChange(from, GiftCardRefusal.NO_SUCH_CODE);
        }
        if (target.life().replacedBy() != null) {
            return call.refuseChange(to, GiftCardRefusal.REPLACED);
        }
        if (of(codes, kind, to).isPresent()) {
            return new GiftCardChange.Refused(GiftCardRefusal.CODE_TAKEN, false);
        }
        call.stores().giftCards().move(code.get().movedTo(to), from);
        call.facts().happened(new GiftCardCodeMoved(to, kind, from), call.now());
        return call.changed(to);
    }

    private static Optional<GiftCardCode> of(List<GiftCardCode> codes, GiftCardCodeKind kind, GiftCardId card) {
        return codes.stream()
                .filter(code -> code.kind() == kind && code.card().equals(card))
                .findFirst();
    }

    /** Keeps a card with its codes, unless one of those that were given is taken. */
    private boolean add(GiftCard card, GiftCardForm.Codes given) {
        List<GiftCardCode> codes = mint.codes(card.id(), card.kind(), given);
        boolean taken = codes.stream()
                .filter(code -> code.source() == null && code.kind() != GiftCardCodeKind.PIN)
                .anyMatch(
                        code -> call.stores().giftCards().withCode(code.hash()).isPresent());
        boolean twice = codes.stream().map(GiftCardCode::hash).distinct().count() < codes.size();
        if (taken || twice) {
            return false;
        }
        call.stores().giftCards().add(card, codes);
        call.facts().happened(new GiftCardIssued(card.id(), card.kind(), card.owner()), call.now());
        return true;
    }

    private GiftCard blank(GiftCardKind kind, @Nullable MemberId owner, Money amount, @Nullable LocalDate lastDay) {
        return new GiftCard(
                GiftCardId.of(call.caller().ids().next()),
                kind,
                owner,
                new GiftCard.Content(Money.zero(amount.getCurrencyUnit()), 0),
                new GiftCard.Life(call.now(), lastDay, null),
                null,
                GiftCard.FIRST_VERSION);
    }
}

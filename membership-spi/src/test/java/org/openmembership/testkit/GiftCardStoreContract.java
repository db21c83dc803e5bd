package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.audit.Invariant;
import org.openmembership.giftcard.CodeSource;
import org.openmembership.giftcard.CodeText;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardAnswer;
import org.openmembership.giftcard.GiftCardCode;
import org.openmembership.giftcard.GiftCardCodeKind;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardEntry.Related;
import org.openmembership.giftcard.GiftCardEntryKind;
import org.openmembership.giftcard.GiftCardFilter;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcard.GiftCardKind;
import org.openmembership.giftcard.GiftCardOperation;
import org.openmembership.giftcard.GiftCardPosting;
import org.openmembership.giftcard.GiftCardStatus;
import org.openmembership.giftcard.GiftCardStore;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Block;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.ReasonCode;
import org.openmembership.user.SecretSeal;

/** What every {@link GiftCardStore} does. */
public abstract class GiftCardStoreContract extends StoreContract {
    private static final SecretSeal SEAL = SecretSeal.keyless();
    private static final Block LOST = new Block(ReasonCode.of("lost"), Actor.staff("clerk-1"), Any.minute(5));

    @Test
    @Requirement({"A50", "A51"})
    void a_card_is_found_by_each_of_its_codes_but_not_by_its_pin() {
        GiftCardId id = anyId();
        GiftCardCode personal = personal(id);
        GiftCardCode external = code(id, GiftCardCodeKind.EXTERNAL, Any.any("EXTERNAL CODE"));
        GiftCardCode pin = new GiftCardCode(id, GiftCardCodeKind.PIN, CodeText.pinHash(SEAL, id, "1234"), "", null);
        GiftCard card = add(id, MemberId.of(Any.any("m")), external, personal, pin);

        assertThat(one(cards -> cards.find(id))).contains(card);
        assertThat(withCode(personal)).contains(personal);
        assertThat(withCode(external)).contains(external);
        assertThat(withCode(pin)).isEmpty();
        assertThat(codes(id)).containsExactly(external, personal, pin);
        assertThat(list(new GiftCardFilter(null, personal.hash(), null))).containsExactly(card);
        assertThat(list(new GiftCardFilter(null, pin.hash(), null))).isEmpty();
    }

    @Test
    @Requirement("I21")
    void entries_are_read_back_the_latest_first_with_the_card_they_leave() {
        GiftCard card = add(anyId(), null);
        GiftCardPosting loaded = post(card, GiftCardEntryKind.LOAD, "EUR 20.00", Related.NOTHING);
        GiftCardPosting spent = post(loaded.after(), GiftCardEntryKind.SPEND, "EUR -12.50", Related.NOTHING);
        GiftCardPosting refunded = post(spent.after(), GiftCardEntryKind.REFUND, "EUR 2.50", Related.toSpend(2));

        assertThat(current(card)).isEqualTo(refunded.after());
        assertThat(current(card).balance()).isEqualTo(Money.parse("EUR 10.00"));
        assertThat(history(card)).containsExactly(refunded.entry(), spent.entry(), loaded.entry());
        assertThat(all(cards -> cards.refundsOf(card.id(), 2))).containsExactly(refunded.entry());
        assertThat(one(cards -> cards.entry(card.id(), 2))).contains(spent.entry());
        assertThat(violations()).isEmpty();
    }

    @Test
    void an_entry_that_another_came_before_is_run_again() {
        GiftCard card = add(anyId(), null);
        GiftCardPosting first = post(card, GiftCardEntryKind.LOAD, "EUR 5.00", Related.NOTHING);
        GiftCardPosting stale = posting(card, GiftCardEntryKind.LOAD, "EUR 1.00", Related.NOTHING);

        assertRunAgain(
                stores -> stores.giftCards().post(stale),
                stores -> stores.giftCards()
                        .post(posting(first.after(), GiftCardEntryKind.LOAD, "EUR 1.00", Related.NOTHING)));
        assertThat(current(card).balance()).isEqualTo(Money.parse("EUR 6.00"));
    }

    @Test
    @Requirement("A51")
    void cards_are_listed_by_status_owner_and_code_in_pages_without_gaps() {
        MemberId ada = MemberId.of(Any.any("m"));
        List<GiftCard> cards = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            cards.add(add(anyId(), ada));
        }
        cards.sort((one, other) -> one.id().compareTo(other.id()));
        add(anyId(), null);
        GiftCard blocked = cards.get(2).with(LOST);
        write(stores -> stores.giftCards().update(blocked));

        List<GiftCardId> seen = new ArrayList<>();
        Page<GiftCard> page = page(GiftCardFilter.of(ada), Page.Request.first(2));
        page.items().forEach(card -> seen.add(card.id()));
        while (page.next() != null) {
            page = page(GiftCardFilter.of(ada), Page.Request.after(page.next(), 2));
            page.items().forEach(card -> seen.add(card.id()));
        }
        assertThat(seen).isEqualTo(cards.stream().map(GiftCard::id).toList());
        assertThat(list(new GiftCardFilter(GiftCardStatus.BLOCKED, null, ada))).containsExactly(blocked);
        assertThat(list(new GiftCardFilter(GiftCardStatus.ACTIVE, null, ada))).hasSize(4);
        assertThat(list(GiftCardFilter.ALL)).hasSize(6);
    }

    @Test
    @Requirement("R16")
    void cards_are_given_to_another_member_or_to_nobody_and_nothing_else_changes() {
        MemberId ada = MemberId.of(Any.any("m"));
        MemberId eve = MemberId.of(Any.any("m"));
        GiftCard card = add(anyId(), ada);
        post(card, GiftCardEntryKind.LOAD, "EUR 5.00", Related.NOTHING);

        write(stores -> stores.giftCards().repoint(stores.giftCards().idsOf(ada), eve));
        assertThat(all(cards -> cards.idsOf(ada))).isEmpty();
        assertThat(all(cards -> cards.idsOf(eve))).containsExactly(card.id());
        assertThat(current(card).balance()).isEqualTo(Money.parse("EUR 5.00"));

        write(stores -> stores.giftCards().repoint(List.of(card.id()), null));
        assertThat(current(card).owner()).isNull();
    }

    @Test
    void a_code_that_moves_reaches_the_other_card_alone() {
        GiftCardId from = anyId();
        GiftCardCode code = personal(from);
        add(from, null, code);
        GiftCard to = add(anyId(), null);

        write(stores -> stores.giftCards().move(code.movedTo(to.id()), from));

        assertThat(withCode(code)).contains(code.movedTo(to.id()));
        assertThat(codes(from)).isEmpty();
        assertAlwaysLost(stores -> stores.giftCards().move(code.movedTo(to.id()), from));
    }

    @Test
    void a_code_is_used_once() {
        GiftCardCode code = personal(anyId());
        add(code.card(), null, code);
        GiftCardId other = anyId();

        assertAlwaysLost(
                stores -> stores.giftCards().add(card(other, null), List.of(personal(other), code.movedTo(other))));
    }

    @Test
    @Requirement("R27")
    void answers_are_kept_once_for_each_operation_and_key() {
        GiftCardAnswer answer = answer(GiftCardOperation.SPEND, Any.any("receipt"));
        write(stores -> stores.giftCards().record(answer));

        assertThat(one(cards -> cards.answer(GiftCardOperation.SPEND, answer.key())))
                .contains(answer);
        assertThat(one(cards -> cards.answer(GiftCardOperation.LOAD, answer.key())))
                .isEmpty();
        assertAlwaysLost(stores -> stores.giftCards().record(answer));
    }

    @Test
    @Requirement("I21")
    void a_balance_that_is_not_the_sum_of_its_entries_is_found() {
        GiftCard card = add(anyId(), null);
        GiftCardPosting loaded = post(card, GiftCardEntryKind.LOAD, "EUR 5.00", Related.NOTHING);
        assertThat(violations()).isEmpty();

        GiftCard wrong = posting(card, GiftCardEntryKind.LOAD, "EUR 6.00", Related.NOTHING)
                .after();
        opened().tampering().orElseThrow().put(wrong);
        assertThat(violations()).containsExactly(card.id().value());

        opened().tampering().orElseThrow().put(loaded.after());
        assertThat(violations()).isEmpty();
        opened().tampering().orElseThrow().remove(card.id(), 1);
        assertThat(violations()).containsExactly(card.id().value());
    }

    private List<String> violations() {
        return read(stores -> stores.audit().violations(Invariant.GIFT_CARD_AGREES, 10)).stream()
                .map(violation -> violation.subject())
                .toList();
    }

    private static GiftCardId anyId() {
        return GiftCardId.of(Any.any("gift"));
    }

    private static GiftCardCode personal(GiftCardId card) {
        CodeSource source = new CodeSource(card, "0123456789abcdef0123456789abcdef");
        String text = CodeText.read(source.code(SEAL).value());
        return new GiftCardCode(
                card, GiftCardCodeKind.PERSONAL, CodeText.hash(SEAL, text), CodeText.shown(text), source);
    }

    private static GiftCardCode code(GiftCardId card, GiftCardCodeKind kind, String text) {
        return new GiftCardCode(card, kind, CodeText.hash(SEAL, CodeText.read(text)), "CODE", null);
    }

    private static GiftCard card(GiftCardId id, @Nullable MemberId owner) {
        return new GiftCard(
                id,
                GiftCardKind.DIGITAL,
                owner,
                new GiftCard.Content(Money.parse("EUR 0.00"), 0),
                new GiftCard.Life(Any.minute(1), LocalDate.of(2028, 12, 31), null),
                null,
                GiftCard.FIRST_VERSION);
    }

    private GiftCard add(GiftCardId id, @Nullable MemberId owner, GiftCardCode... codes) {
        GiftCard card = card(id, owner);
        write(stores -> stores.giftCards().add(card, List.of(codes)));
        return card;
    }

    private static GiftCardPosting posting(GiftCard card, GiftCardEntryKind kind, String amount, Related related) {
        ExternalKey key = ExternalKey.of("till-7", Any.any("receipt"));
        return card.post(
                kind, Money.parse(amount), related, new GiftCardEntry.Origin(key, Actor.till("till-7"), Any.minute(2)));
    }

    private GiftCardPosting post(GiftCard card, GiftCardEntryKind kind, String amount, Related related) {
        GiftCardPosting posting = posting(card, kind, amount, related);
        write(stores -> stores.giftCards().post(posting));
        return posting;
    }

    private static GiftCardAnswer answer(GiftCardOperation operation, String key) {
        return new GiftCardAnswer(
                operation,
                ExternalKey.of("till-7", key),
                Fingerprint.of("content"),
                GiftCardId.of("any"),
                3,
                "SPENT",
                Any.minute(3));
    }

    private <T> Optional<T> one(Function<GiftCardStore, Optional<T>> question) {
        return read(stores -> question.apply(stores.giftCards()));
    }

    private <T> List<T> all(Function<GiftCardStore, List<T>> question) {
        return read(stores -> question.apply(stores.giftCards()));
    }

    private GiftCard current(GiftCard card) {
        return read(stores -> stores.giftCards().find(card.id())).orElseThrow();
    }

    private Optional<GiftCardCode> withCode(GiftCardCode code) {
        return read(stores -> stores.giftCards().withCode(code.hash()));
    }

    private List<GiftCardCode> codes(GiftCardId card) {
        return read(stores -> stores.giftCards().codesOf(List.of(card)));
    }

    private List<GiftCardEntry> history(GiftCard card) {
        return read(stores -> stores.giftCards().history(card.id(), Page.Request.first(100)))
                .items();
    }

    private List<GiftCard> list(GiftCardFilter filter) {
        return page(filter, Page.Request.first(100)).items();
    }

    private Page<GiftCard> page(GiftCardFilter filter, Page.Request page) {
        return read(stores -> stores.giftCards().list(filter, page));
    }
}

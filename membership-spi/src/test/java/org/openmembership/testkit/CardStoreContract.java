package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardBatch;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStatus;
import org.openmembership.card.CardStore;
import org.openmembership.card.IssuedCard;
import org.openmembership.card.MembershipCard;
import org.openmembership.card.SeriesCounter;
import org.openmembership.club.ClubId;
import org.openmembership.club.SeriesId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Block;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.StoreCode;

/** What every {@link CardStore} does. */
public abstract class CardStoreContract extends StoreContract {
    private static final StoreCode STORE = StoreCode.of("store-1");
    private static final Block LOST = new Block(ReasonCode.of("LOST"), Actor.staff("clerk-1"), Any.minute(4));

    @Test
    @Requirement("B33")
    void a_card_is_read_back_whole_in_every_state() {
        MemberAccount account = story().account();
        MembershipCard free = free(account.club(), "free-" + Any.anyNumber());
        MembershipCard held = free.heldBy(
                new MembershipCard.Holder(account.id(), account.owner().mainMember(), Any.minute(3)),
                LocalDate.of(2027, 3, 2));
        MembershipCard replaced = held.replacedBy(CardNumber.of("other"), LOST);
        add(free);
        assertThat(find(free.number())).contains(free);

        write(stores -> stores.cards().update(List.of(held)));
        assertThat(find(free.number())).contains(held);
        write(stores -> stores.cards().update(List.of(replaced)));
        assertThat(find(free.number())).contains(replaced);
        assertThat(find(free.number()).orElseThrow().status()).isEqualTo(CardStatus.BLOCKED);

        assertAlwaysLost(stores -> stores.cards().update(List.of(replaced)));
    }

    @Test
    @Requirement("B33")
    void the_first_use_is_kept_by_itself_and_survives_other_changes() {
        MemberAccount account = story().account();
        MembershipCard card = AnyClub.anyCard(account, null);
        add(card);

        write(stores -> stores.cards().firstUsed(card.number(), Any.minute(7)));
        write(stores -> stores.cards().update(List.of(card.with(LOST))));

        MembershipCard now = find(card.number()).orElseThrow();
        assertThat(now.life().firstUsedAt()).isEqualTo(Any.minute(7));
        assertThat(now.block()).isEqualTo(LOST);
    }

    @Test
    @Requirement("R55")
    void a_card_needs_no_person() {
        MembershipCard card = AnyClub.anyCard(story().account(), null);

        add(card);

        assertThat(find(card.number())).contains(card);
    }

    @Test
    void an_unknown_number_is_not_found() {
        assertThat(find(CardNumber.of("none"))).isEmpty();
        assertThat(of(AnyClub.anyAccountId())).isEmpty();
    }

    @Test
    @Requirement("R19")
    void a_card_is_found_by_all_that_it_scans_as_and_no_two_share_any_of_it() {
        MemberAccount account = story().account();
        MembershipCard card = AnyClub.card("OM-" + Any.anyNumber(), account, null);
        CardNumber bare = CardNumber.of(card.number().value().substring(3));
        write(stores -> stores.cards().add(List.of(new IssuedCard(card, Set.of(card.number(), bare)))));

        assertThat(find(bare)).contains(card);
        assertThat(find(card.number())).contains(card);
        CardNumber unknown = CardNumber.of("unknown");
        assertThat(findAll(bare, card.number(), unknown)).isEqualTo(Map.of(bare, card, card.number(), card));
        assertAlwaysLost(stores -> stores.cards().add(AnyClub.issued(AnyClub.card(bare.value(), account, null))));
        assertThat(find(bare)).contains(card);
    }

    @Test
    void a_unit_of_work_whose_number_was_given_out_meanwhile_is_run_again() {
        MembershipCard card = AnyClub.anyCard(story().account(), null);
        add(card);

        assertRunAgain(
                stores -> stores.cards().add(AnyClub.issued(card)),
                stores -> assertThat(stores.cards().find(card.number())).contains(card));
    }

    @Test
    void the_cards_of_an_account_come_by_number() {
        MemberAccount account = story().account();
        MembershipCard two = AnyClub.card("200", account, null);
        MembershipCard one = AnyClub.card("100", account, null);
        add(two, one, AnyClub.anyCard(story().account(), null));

        assertThat(of(account.id())).containsExactly(one, two);
    }

    @Test
    @Requirement("B33")
    void a_member_may_have_many_cards() {
        Member ada = story().member();
        MemberAccount coffee = story().account(story().club(), ada);
        MemberAccount books = story().account(story().club(), ada);
        MembershipCard carried = AnyClub.card("300", coffee, ada.id());
        MembershipCard shared = AnyClub.card("301", books, null);
        MembershipCard others = AnyClub.card("302", coffee, story().member().id());
        add(carried, shared, others, AnyClub.anyCard(story().account(), null));

        assertThat(of(ada.id())).containsExactly(carried, shared);
    }

    @Test
    void a_unit_of_work_sees_the_card_it_added() {
        MembershipCard card = AnyClub.anyCard(story().account(), null);

        write(stores -> {
            stores.cards().add(AnyClub.issued(card));
            assertThat(stores.cards().find(card.number())).contains(card);
            assertThat(stores.cards().of(card.account().orElseThrow())).containsExactly(card);
        });
    }

    @Test
    @Requirement("B34")
    void free_cards_are_listed_in_pages_by_where_they_are() {
        MemberAccount account = story().account();
        ClubId club = account.club();
        List<MembershipCard> free = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            free.add(free(club, "40" + i));
        }
        MembershipCard inStore = free(club, "410").allocatedTo(STORE);
        MembershipCard blocked = free(club, "411").with(LOST);
        add(free.toArray(MembershipCard[]::new));
        add(
                inStore,
                blocked,
                AnyClub.card("412", account, null),
                free(story().account().club(), "413"));

        Page<MembershipCard> first = unassigned(club, null, Page.Request.first(3));
        assertThat(first.items()).containsExactlyElementsOf(free.subList(0, 3));
        Page.Cursor next = first.nextCursor().orElseThrow();
        Page<MembershipCard> second = unassigned(club, null, Page.Request.after(next, 3));
        assertThat(second.items()).containsExactlyElementsOf(free.subList(3, 5));
        assertThat(second.next()).isNull();
        assertThat(unassigned(club, STORE, Page.Request.first(3)).items()).containsExactly(inStore);
    }

    @Test
    @Requirement("B18")
    void a_series_is_counted_and_one_key_names_one_batch() {
        CardBatch.Series series = new CardBatch.Series(story().account().club(), SeriesId.of("main"));
        ExternalKey key = ExternalKey.of("office", "batch-" + Any.anyNumber());
        CardBatch batch = new CardBatch(key, series, 1, 50, Any.minute(1));
        SeriesCounter counter = new SeriesCounter(series, 1, SeriesCounter.FIRST_VERSION);
        assertThat(counter(series)).isEmpty();

        write(stores -> {
            stores.cards().keep(counter);
            stores.cards().add(batch);
        });
        assertThat(counter(series)).contains(counter);
        assertThat(batch(key)).contains(batch);
        write(stores -> stores.cards().keep(counter.drawn(50)));
        assertThat(counter(series)).contains(new SeriesCounter(series, 51, 2));

        assertAlwaysLost(stores -> stores.cards().keep(counter));
        assertAlwaysLost(stores -> stores.cards().keep(counter.drawn(7)));
        assertAlwaysLost(stores -> stores.cards().add(batch));
    }

    @Test
    @Requirement("B3")
    void every_naughty_string_is_kept_as_it_is_as_a_number() {
        MemberAccount account = story().account();
        MembershipCard[] cards = Naughty.strings(CardNumber.MAX_LENGTH).stream()
                .map(text -> AnyClub.card(text, account, null))
                .toArray(MembershipCard[]::new);

        add(cards);

        for (MembershipCard card : cards) {
            assertThat(find(card.number())).contains(card);
        }
    }

    private static MembershipCard free(ClubId club, String number) {
        MembershipCard.Issue issue = new MembershipCard.Issue(club, SeriesId.of("main"), null, Any.minute(1));
        return MembershipCard.free(CardNumber.of(number), issue);
    }

    private void add(MembershipCard... cards) {
        write(stores -> stores.cards().add(AnyClub.issued(cards)));
    }

    private Optional<SeriesCounter> counter(CardBatch.Series series) {
        return storage().inUnitOfWork(stores -> stores.cards().counterForUpdate(series));
    }

    private Page<MembershipCard> unassigned(ClubId club, @Nullable StoreCode store, Page.Request page) {
        return read(stores -> stores.cards().unassigned(club, store, page));
    }

    private Optional<MembershipCard> find(CardNumber number) {
        return read(stores -> stores.cards().find(number));
    }

    private Map<CardNumber, MembershipCard> findAll(CardNumber... scanned) {
        return read(stores -> stores.cards().findAll(Set.of(scanned)));
    }

    private Optional<CardBatch> batch(ExternalKey key) {
        return read(stores -> stores.cards().batch(key));
    }

    private List<MembershipCard> of(MemberId member) {
        return read(stores -> stores.cards().of(member));
    }

    private List<MembershipCard> of(AccountId account) {
        return read(stores -> stores.cards().of(account));
    }
}

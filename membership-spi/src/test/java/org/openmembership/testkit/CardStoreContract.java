package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStatus;
import org.openmembership.card.CardStore;
import org.openmembership.card.MembershipCard;

/** What every {@link CardStore} does. */
public abstract class CardStoreContract extends StoreContract {
    @Test
    @Requirement("B33")
    void a_card_is_read_back_whole() {
        MemberAccount account = story().account();
        MembershipCard card = AnyClub.anyCard(account.id(), account.owner().mainMember());
        MembershipCard blocked =
                new MembershipCard(CardNumber.of("blocked"), account.id(), card.member(), CardStatus.BLOCKED);

        add(card, blocked);

        assertThat(find(card.number())).contains(card);
        assertThat(find(blocked.number())).contains(blocked);
    }

    @Test
    @Requirement("R55")
    void a_card_needs_no_person() {
        MembershipCard card = AnyClub.anyCard(story().account().id(), null);

        add(card);

        assertThat(find(card.number())).contains(card);
    }

    @Test
    void an_unknown_number_is_not_found() {
        assertThat(find(CardNumber.of("none"))).isEmpty();
        assertThat(of(AnyClub.anyAccountId())).isEmpty();
    }

    @Test
    void a_number_is_given_out_once() {
        MembershipCard card = AnyClub.anyCard(story().account().id(), null);
        AccountId other = story().account().id();
        add(card);

        assertAlwaysLost(
                stores -> stores.cards().add(new MembershipCard(card.number(), other, null, CardStatus.ACTIVE)));
        assertThat(find(card.number())).contains(card);
    }

    @Test
    void a_unit_of_work_whose_number_was_given_out_meanwhile_is_run_again() {
        MembershipCard card = AnyClub.anyCard(story().account().id(), null);
        add(card);

        assertRunAgain(
                stores -> stores.cards().add(card),
                stores -> assertThat(stores.cards().find(card.number())).contains(card));
    }

    @Test
    void the_cards_of_an_account_come_by_number() {
        AccountId account = story().account().id();
        MembershipCard two = new MembershipCard(CardNumber.of("200"), account, null, CardStatus.ACTIVE);
        MembershipCard one = new MembershipCard(CardNumber.of("100"), account, null, CardStatus.ACTIVE);
        add(two, one, AnyClub.anyCard(story().account().id(), null));

        assertThat(of(account)).containsExactly(one, two);
    }

    @Test
    void a_unit_of_work_sees_the_card_it_added() {
        MembershipCard card = AnyClub.anyCard(story().account().id(), null);

        write(stores -> {
            stores.cards().add(card);
            assertThat(stores.cards().find(card.number())).contains(card);
            assertThat(stores.cards().of(card.account())).containsExactly(card);
        });
    }

    @Test
    @Requirement("B3")
    void every_naughty_string_is_kept_as_it_is_as_a_number() {
        AccountId account = story().account().id();
        List<MembershipCard> cards = Naughty.strings(CardNumber.MAX_LENGTH).stream()
                .map(text -> new MembershipCard(CardNumber.of(text), account, null, CardStatus.ACTIVE))
                .toList();

        add(cards.toArray(MembershipCard[]::new));

        for (MembershipCard card : cards) {
            assertThat(find(card.number())).contains(card);
        }
    }

    private void add(MembershipCard... cards) {
        write(stores -> List.of(cards).forEach(stores.cards()::add));
    }

    private Optional<MembershipCard> find(CardNumber number) {
        return read(stores -> stores.cards().find(number));
    }

    private List<MembershipCard> of(AccountId account) {
        return read(stores -> stores.cards().of(account));
    }
}

package org.openmembership.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountEvent.AccountOpened;
import org.openmembership.account.AccountEvent.SchemeChanged;
import org.openmembership.account.AccountEvent.SchemePinned;
import org.openmembership.account.AccountEvent.SchemeUnpinned;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemePin;
import org.openmembership.card.CardEvent.CardAssigned;
import org.openmembership.card.CardNumber;
import org.openmembership.club.ClubEvent.ClubPublished;
import org.openmembership.club.PointKind;
import org.openmembership.customer.CustomerEvent.CustomerCreated;
import org.openmembership.customer.CustomerEvent.CustomerImported;
import org.openmembership.importing.CustomerImport;
import org.openmembership.importing.MemberImport;
import org.openmembership.ledger.LedgerEvent.PointsAdjusted;
import org.openmembership.member.MemberEvent.CustomerLinked;
import org.openmembership.member.MemberEvent.MemberActivated;
import org.openmembership.member.MemberEvent.MemberImported;
import org.openmembership.member.MemberEvent.MemberRegistered;
import org.openmembership.member.MemberId;
import org.openmembership.outbox.RecordedEvent;
import org.openmembership.periodic.Progress;
import org.openmembership.review.ReviewOptions;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** That every fact about people, accounts and clubs is told once, and no repeat is. */
@Requirement("R20")
class EventsOfPeopleTest extends ShopTest {
    @Test
    void a_club_tells_of_each_version_once() {
        assertThat(tellAll())
                .containsExactly(new ClubPublished(Shop.CLUB, 1, shop.time().instant()));

        shop.publish(club -> club);
        assertThat(tellAll()).isEmpty();
        shop.publish(club -> club.name("Tea Club"));
        assertThat(tellAll()).hasOnlyElementsOfType(ClubPublished.class).hasSize(1);
    }

    @Test
    void whoever_is_active_at_once_is_registered_activated_and_linked() {
        tellAll();
        MemberId member = shop.member();

        List<MembershipEvent> told = tellAll();

        assertThat(told).hasSize(4);
        assertThat(told.get(0))
                .isInstanceOfSatisfying(
                        MemberRegistered.class,
                        registered -> assertThat(registered.member()).isEqualTo(member));
        assertThat(told.get(1)).isInstanceOf(CustomerCreated.class);
        assertThat(told.get(2))
                .isInstanceOfSatisfying(
                        MemberActivated.class,
                        activated ->
                                assertThat(told.get(3)).isEqualTo(new CustomerLinked(member, activated.primary())));
    }

    @Test
    void imports_are_told_by_reference_and_repeats_are_not() {
        tellAll();
        CustomerImport customer =
                CustomerImport.of("pos", "1").name("Ada", "Byron").build();
        MemberImport member = MemberImport.of("old", "7").name("Ada", "Byron").build();
        for (int i = 0; i < 2; i++) {
            shop.membership().importing().customer(customer);
            shop.membership().importing().member(member);
        }

        List<MembershipEvent> told = tellAll();

        assertThat(told).hasSize(2);
        assertThat(told.get(0))
                .isInstanceOfSatisfying(
                        CustomerImported.class,
                        imported -> assertThat(imported.reference()).isEqualTo(ExternalKey.of("pos", "1")));
        assertThat(told.get(1))
                .isInstanceOfSatisfying(
                        MemberImported.class,
                        imported -> assertThat(imported.reference()).isEqualTo(ExternalKey.of("old", "7")));
    }

    @Test
    void an_account_and_its_card_are_told_once() {
        MemberId member = shop.member();
        tellAll();
        CardNumber card = CardNumber.of("4711");
        AccountId account = shop.account(member, Shop.CLUB);
        shop.account(member, Shop.CLUB);
        shop.membership().cards().assign(card, account, member);
        shop.membership().cards().assign(card, account, member);

        assertThat(tellAll())
                .containsExactly(
                        new AccountOpened(account, Shop.CLUB, member, Shop.STANDARD),
                        new CardAssigned(Shop.CLUB, account, card, member));
    }

    @Test
    void a_review_tells_of_the_accounts_it_moved() {
        AccountId account = shop.account();
        shop.account();
        shop.give(account, Points.of(100), PointKind.AWARD);
        tellAll();
        shop.time().advance(java.time.Duration.ofDays(40));
        shop.membership().review().run(Shop.CLUB, ReviewOptions.DRY_RUN, Progress.NONE);
        shop.membership().review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE);
        shop.membership().review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE);

        assertThat(tellAll())
                .containsExactly(new SchemeChanged(
                        account, Shop.CLUB, Shop.STANDARD, Shop.SILVER, SchemeMove.Cause.Kind.REVIEW, today()));
    }

    @Test
    void a_pin_tells_of_itself_and_of_the_move_it_makes_between_the_entries_before_and_after() {
        AccountId account = shop.account();
        tellAll();
        SchemePin pin = new SchemePin(ReasonCode.of("vip"), null);
        shop.give(account, 1);
        shop.membership().review().pin(account, Shop.GOLD, pin);
        shop.membership().review().pin(account, Shop.GOLD, pin);
        shop.membership().review().unpin(account);
        shop.give(account, 1);

        List<MembershipEvent> told = tellAll();

        assertThat(told)
                .hasSize(5)
                .contains(new SchemeChanged(
                        account, Shop.CLUB, Shop.STANDARD, Shop.GOLD, SchemeMove.Cause.Kind.BY_HAND, today()));
        assertThat(told.subList(2, 4))
                .containsExactly(
                        new SchemePinned(account, Shop.GOLD, ReasonCode.of("vip"), null, null),
                        new SchemeUnpinned(account, Shop.GOLD));
        assertThat(told.get(0)).isInstanceOf(PointsAdjusted.class);
        assertThat(told.get(4)).isInstanceOf(PointsAdjusted.class);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(shop.time().instant(), ZoneId.of("Europe/Berlin"));
    }

    private List<MembershipEvent> tellAll() {
        List<MembershipEvent> told = new ArrayList<>();
        shop.membership()
                .events()
                .tell(
                        Events.MAX_PAGE,
                        page -> page.stream().map(RecordedEvent::event).forEach(told::add));
        return told;
    }
}

package org.openmembership.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.club.ExpiryRule;
import org.openmembership.ledger.LedgerEvent;
import org.openmembership.ledger.LedgerEvent.EntryReversed;
import org.openmembership.ledger.LedgerEvent.PointsAdjusted;
import org.openmembership.ledger.LedgerEvent.PointsExpired;
import org.openmembership.ledger.LedgerEvent.PointsRedeemed;
import org.openmembership.ledger.LedgerEvent.PointsTransferred;
import org.openmembership.ledger.PointEntry;
import org.openmembership.outbox.EventId;
import org.openmembership.outbox.RecordedEvent;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Document;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Points;
import org.openmembership.shared.Topic;
import org.openmembership.storage.Storage;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.HostTransactions;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferRequest;

@Requirement("R20")
class EventsTest extends ShopTest {
    @Test
    void each_entry_tells_what_it_did_under_the_name_of_its_actor() {
        AccountId account = shop.account();
        shop.give(account, 100);
        ExternalKey key = shop.key();
        shop.membership().as(Actor.till("till-7")).redemption().redeem(account, Points.of(30), key);

        List<RecordedEvent> told = ledger(tellAll());

        assertThat(told).hasSize(2);
        assertThat(told.get(0).event()).isInstanceOf(PointsAdjusted.class);
        RecordedEvent redeemed = told.get(1);
        LedgerEvent.Movement movement = ((PointsRedeemed) redeemed.event()).movement();
        assertThat(movement.entry().seq()).isEqualTo(2);
        assertThat(movement.points()).isEqualTo(Points.of(-30));
        assertThat(movement.balanceAfter()).isEqualTo(Points.of(70));
        assertThat(movement.key()).isEqualTo(key);
        assertThat(redeemed.actor()).isEqualTo(Actor.till("till-7"));
        assertThat(redeemed.topic()).isEqualTo(new Topic(Topic.Kind.ACCOUNT, account.value()));
        assertThat(redeemed.document().json()).contains("\"balanceAfter\":\"70\"");
    }

    @Test
    void a_repeat_and_a_refusal_tell_nothing() {
        AccountId account = shop.account();
        shop.give(account, 10);
        ExternalKey key = shop.key();
        shop.membership().redemption().redeem(account, Points.of(5), key);
        tellAll();

        shop.membership().redemption().redeem(account, Points.of(5), key);
        shop.redeem(account, 100);

        assertThat(tellAll()).isEmpty();
    }

    @Test
    void transfers_expiries_and_reversals_tell_each_of_their_entries_once() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(10))));
        AccountId one = shop.account();
        AccountId other = shop.account();
        PointEntry given = shop.give(one, 100);
        shop.membership().transfer().transfer(new TransferRequest(one, other, Points.of(40), shop.key()));
        shop.reverse(given);
        shop.time().advance(Duration.ofDays(20));
        shop.membership().expiry().run(Shop.CLUB, accounts -> {});
        shop.membership().expiry().run(Shop.CLUB, accounts -> {});

        List<RecordedEvent> told = ledger(tellAll());

        assertThat(told.stream().filter(event -> isAbout(event, one)))
                .extracting(RecordedEvent::event)
                .hasOnlyElementsOfTypes(PointsAdjusted.class, PointsTransferred.class, EntryReversed.class)
                .hasSize(shop.history(one).size());
        assertThat(told.stream().filter(event -> isAbout(event, other)))
                .extracting(RecordedEvent::event)
                .hasOnlyElementsOfTypes(PointsTransferred.class, PointsExpired.class)
                .hasSize(shop.history(other).size());
    }

    @Test
    void pages_are_told_in_order_until_nothing_waits() {
        AccountId account = shop.account();
        tellAll();
        for (int i = 0; i < 5; i++) {
            shop.give(account, 1);
        }
        List<List<RecordedEvent>> pages = new ArrayList<>();

        assertThat(events().tell(2, pages::add)).isEqualTo(2);
        assertThat(events().tell(2, pages::add)).isEqualTo(2);
        assertThat(events().tell(2, pages::add)).isEqualTo(1);
        assertThat(events().tell(2, pages::add)).isZero();
        assertThat(pages.stream().flatMap(List::stream).map(EventsTest::seq)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void a_page_whose_handler_fails_is_told_again_under_the_same_ids() {
        shop.give(shop.account(), 1);
        List<EventId> first = new ArrayList<>();

        assertThatThrownBy(() -> events().tell(10, page -> {
                    page.forEach(event -> first.add(event.id()));
                    throw new IllegalStateException("the bus is down");
                }))
                .hasMessage("the bus is down");

        assertThat(tellAll()).extracting(RecordedEvent::id).containsExactlyElementsOf(first);
    }

    @Test
    void one_process_tells_at_a_time_and_another_takes_over_from_one_that_is_gone() {
        shop.give(shop.account(), 1);
        AtomicInteger others = new AtomicInteger(-1);
        List<RecordedEvent> slow = new ArrayList<>();
        List<RecordedEvent> taken = new ArrayList<>();

        events().tell(10, page -> {
            others.set(events().tell(10, taken::addAll));
            shop.time().advance(Events.TURN);
            events().tell(10, taken::addAll);
            slow.addAll(page);
        });

        assertThat(others).hasValue(0);
        assertThat(taken).isEqualTo(slow);
        assertThat(tellAll()).isEmpty();
    }

    @Test
    void what_was_told_can_be_forgotten_by_age() {
        AccountId account = shop.account();
        shop.give(account, 1);
        int told = tellAll().size();
        shop.time().advance(Duration.ofDays(30));
        shop.give(account, 1);

        Instant monthAgo = shop.time().instant().minus(Duration.ofDays(1));
        assertThat(events().forget(monthAgo, 1)).isEqualTo(1);
        assertThat(events().forget(monthAgo, 100)).isEqualTo(told - 1);
        assertThat(events().forget(monthAgo, 100)).isZero();
        assertThat(ledger(tellAll())).hasSize(1);
    }

    @Test
    void an_event_of_a_newer_release_waits_and_so_does_all_behind_it() {
        AccountId account = shop.account();
        tellAll();
        shop.give(account, 1);
        shop.time().advance(Duration.ofSeconds(1));
        record Unheard(Topic topic) implements MembershipEvent {}
        keep(new Unheard(Topic.SHOP));
        shop.time().advance(Duration.ofSeconds(1));
        shop.give(account, 1);

        assertThat(tellAll()).extracting(EventsTest::seq).containsExactly(1L);
        assertThat(tellAll()).isEmpty();
    }

    @Test
    void a_listener_hears_of_everything_inside_the_unit_of_work_and_can_undo_it() {
        AccountId account = shop.account();
        tellAll();
        List<RecordedEvent> heard = new ArrayList<>();
        Membership listening = shop.over(shop.storage(), "listening-")
                .listener(event -> {
                    heard.add(event);
                    if (heard.size() > 1) {
                        throw new IllegalStateException("enough");
                    }
                })
                .open();

        shop.give(account, 5);
        listening.redemption().redeem(account, Points.of(1), shop.key());
        assertThatThrownBy(() -> listening.redemption().redeem(account, Points.of(2), shop.key()))
                .hasMessage("enough");

        assertThat(heard).hasSize(2);
        assertThat(shop.available(account)).isEqualTo(Points.of(4));
        assertThat(tellAll()).extracting(EventsTest::seq).containsExactly(1L, 2L);
    }

    @Test
    void in_a_hosts_transaction_events_are_kept_if_the_host_commits_and_told_outside() {
        AccountId account = shop.account();
        tellAll();
        HostTransactions host = shop.opened().hostTransactions().orElseThrow();

        assertThatThrownBy(() -> host.inTransaction(joined -> {
                    give(account, joined);
                    throw new IllegalArgumentException("the host changes its mind");
                }))
                .hasMessage("the host changes its mind");
        assertThat(tellAll()).isEmpty();
        host.inTransaction(joined -> {
            give(account, joined);
            assertThatThrownBy(() -> shop.membership().within(joined).events().tell(1, page -> {}))
                    .isInstanceOf(IllegalStateException.class);
            return joined;
        });

        assertThat(ledger(tellAll())).hasSize(1);
    }

    @Test
    void telling_needs_permission_and_a_sane_limit() {
        Membership clerk = shop.membership().as(Actor.staff("clerk-1"));
        shop.give(shop.account(), 1);

        assertThatThrownBy(() -> clerk.events().tell(1, page -> {}))
                .isInstanceOfSatisfying(
                        PermissionDeniedException.class,
                        denied -> assertThat(denied.permission()).isEqualTo(Permission.TELL_EVENTS));
        assertThatThrownBy(() -> clerk.events().forget(Instant.EPOCH, 1)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> events().tell(0, page -> {})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> events().forget(Instant.EPOCH, 1_001)).isInstanceOf(IllegalArgumentException.class);
    }

    private Events events() {
        return shop.membership().events();
    }

    private List<RecordedEvent> tellAll() {
        List<RecordedEvent> told = new ArrayList<>();
        events().tell(Events.MAX_PAGE, told::addAll);
        return told;
    }

    private void give(AccountId account, Storage joined) {
        shop.membership().within(joined).adjustment().adjust(anyGift(account));
    }

    private AdjustmentRequest anyGift(AccountId account) {
        return AdjustmentRequest.of(account, Points.of(1), "gift", shop.key());
    }

    private void keep(MembershipEvent event) {
        RecordedEvent newer = new RecordedEvent(
                EventId.of("of-a-newer-release"),
                new RecordedEvent.When(shop.time().instant(), 0, 0),
                Actor.SYSTEM,
                event,
                new Document("Unheard", 1, "{}"));
        shop.storage().inUnitOfWork(stores -> {
            stores.outbox().addAll(List.of(newer));
            return newer;
        });
    }

    private static List<RecordedEvent> ledger(List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.event() instanceof LedgerEvent)
                .toList();
    }

    private static boolean isAbout(RecordedEvent event, AccountId account) {
        return event.topic().id().equals(account.value());
    }

    private static long seq(RecordedEvent event) {
        return ((LedgerEvent) event.event()).movement().entry().seq();
    }
}

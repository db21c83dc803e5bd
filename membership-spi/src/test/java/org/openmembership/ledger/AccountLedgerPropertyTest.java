package org.openmembership.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.NullUnmarked;
import org.openmembership.account.LedgerHead;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.ExpiryRule;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.shared.Points;
import org.openmembership.testkit.AnyClub;
import org.openmembership.testkit.AnyEntry;
import org.openmembership.testkit.AnyMember;
import org.openmembership.testkit.Requirement;

/** Whatever happens to an account, in whatever order: nothing is created, lost or spent twice. */
class AccountLedgerPropertyTest {
    private static final Instant START = Instant.parse("2026-03-02T10:15:30.123456Z");

    @Property(tries = 1_500)
    @Requirement({"R23", "I2", "I3", "I4", "I5", "I6", "I24", "I26", "R24", "R26"})
    void every_story_adds_up_after_every_step(@ForAll("stories") List<Step> story, @ForAll ConsumptionOrder order) {
        Shelf shelf = new Shelf(order);
        for (Step step : story) {
            shelf.tell(step);
        }
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        Arbitrary<Long> points = Arbitraries.longs().between(1, 40);
        Arbitrary<Integer> hours = Arbitraries.integers().between(-4, 30);
        Arbitrary<Integer> life = Arbitraries.integers().between(-5, 80);
        Arbitrary<Integer> delay = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(1, 40)));
        return Combinators.combine(Arbitraries.of(Deed.class), points, hours, life, delay)
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    /** What can happen to an account. */
    enum Deed {
        EARN,
        RECEIVE,
        SPEND,
        OVERDRAW,
        MOVE,
        DEDUCT,
        WRITE_OFF,
        EXPIRE,
        RESTORE
    }

    /** One deed, some hours after the one before (or before it, where a clock steps back). */
    record Step(Deed deed, long points, int hoursLater, int lifeHours, int delayHours) {
        Points amount() {
            return Points.ofHundredths(points * 25);
        }

        Lot.Life life(Instant at) {
            Instant from = at.plus(Duration.ofHours(delayHours));
            return new Lot.Life(at.minus(Duration.ofHours(points % 7)), from, from.plus(Duration.ofHours(lifeHours)));
        }
    }

    /** An account with its lots, as a storage would keep them, and the checks after each step. */
    @NullUnmarked
    private static final class Shelf {
        private final ConsumptionOrder order;
        private final Map<LotId, Lot> lots = new HashMap<>();
        private final List<Allocation> restorable = new ArrayList<>();
        private MemberAccount account = AnyClub.anyAccount(AnyClub.anyClub(), AnyMember.anyMemberId());
        private Instant now = START;

        Shelf(ConsumptionOrder order) {
            this.order = order;
        }

        void tell(Step step) {
            now = now.plus(Duration.ofHours(step.hoursLater()));
            Instant at = account.head().recordedAt(now);
            AccountLedger ledger = AccountLedger.of(account, now, summary(at)).with(lots.values());
            Map<LotId, Lot> before = Map.copyOf(lots);
            assertThat(ledger.available())
                    .isEqualTo(inForce(at).minus(account.head().debt()));

            Optional<PointEntry> entry = decide(ledger, step);

            entry.ifPresent(posted -> {
                assertThat(ledger.posting().entries()).containsExactly(posted);
                keep(ledger.posting(), before);
                check(ledger, posted, before);
            });
        }

        private Optional<PointEntry> decide(AccountLedger ledger, Step step) {
            Points some = step.amount();
            Points available = ledger.available().max(Points.ZERO);
            Lot.Life life = step.life(ledger.at());
            return switch (step.deed()) {
                case EARN -> Optional.of(ledger.earn(cause(EntryKind.SALE), some, life));
                case RECEIVE ->
                    Optional.of(ledger.receive(
                            cause(EntryKind.TRANSFER_TO),
                            List.of(
                                    new AccountLedger.Portion(some, life),
                                    new AccountLedger.Portion(some, AnyEntry.forEver(ledger.at())))));
                case SPEND ->
                    available.isZero()
                            ? Optional.empty()
                            : Optional.of(
                                    ledger.spend(cause(EntryKind.REDEMPTION), some.min(available), order, Points.ZERO));
                case OVERDRAW ->
                    Optional.of(ledger.spend(
                            cause(EntryKind.REDEMPTION), available.plus(some), order, some.minus(owed(ledger))));
                case MOVE -> move(ledger, some);
                case DEDUCT -> Optional.of(ledger.deduct(cause(EntryKind.REVERSAL), some, anyLot(), order, some));
                case WRITE_OFF ->
                    Optional.of(ledger.deduct(cause(EntryKind.REVERSAL), some, anyLot(), order, Points.ZERO));
                case EXPIRE -> lapsed(ledger.at()).map(lot -> ledger.expire(cause(EntryKind.EXPIRY), lot.id()));
                case RESTORE -> restore(ledger, life);
            };
        }

        private static Points owed(AccountLedger ledger) {
            return ledger.available().min(Points.ZERO);
        }

        private Optional<PointEntry> move(AccountLedger ledger, Points some) {
            Points movable = ledger.transferring().movable(ledger.at());
            if (movable.isZero()) {
                return Optional.empty();
            }
            Points asked = some.min(movable);
            AccountLedger.Moved moved =
                    ledger.transferring().move(cause(EntryKind.TRANSFER_FROM), asked, order, ledger.at());
            assertThat(moved.portions().stream()
                            .map(AccountLedger.Portion::points)
                            .reduce(Points.ZERO, Points::plus))
                    .isEqualTo(asked);
            return Optional.of(moved.entry());
        }

        private Optional<PointEntry> restore(AccountLedger ledger, Lot.Life fresh) {
            if (restorable.isEmpty()) {
                return Optional.empty();
            }
            EntryId undone = restorable.get(0).entry();
            List<AccountLedger.Returned> parts = new ArrayList<>();
            for (Allocation part : List.copyOf(restorable)) {
                if (part.entry().equals(undone)) {
                    parts.add(new AccountLedger.Returned(part.lot(), part.points(), fresh));
                    restorable.remove(part);
                }
            }
            return Optional.of(ledger.restore(cause(EntryKind.REVERSAL), parts));
        }

        private void keep(Posting posting, Map<LotId, Lot> before) {
            posting.lots().opened().forEach(lot -> lots.put(lot.id(), lot));
            for (Lot lot : posting.lots().changed()) {
                assertThat(lot).as("a changed lot").isNotEqualTo(before.get(lot.id()));
                lots.put(lot.id(), lot);
            }
            posting.allocations().stream()
                    .filter(part -> part.purpose() == Purpose.SPENT || part.purpose() == Purpose.OWED)
                    .forEach(restorable::add);
            LedgerHead head = posting.account().head();
            account = account.with(head);
        }

        private void check(AccountLedger ledger, PointEntry entry, Map<LotId, Lot> before) {
            Posting posting = ledger.posting();
            LedgerHead head = account.head();
            Points opened =
                    sum(posting.lots().opened().stream().map(Lot::granted).toList());
            Points effects =
                    sum(posting.allocations().stream().map(Allocation::effect).toList());
            Points open = sum(lots.values().stream().map(Lot::remaining).toList());

            assertThat(entry.points()).isEqualTo(opened.plus(effects));
            assertThat(head.booked()).isEqualTo(open.minus(head.debt())).isEqualTo(entry.balanceAfter());
            assertThat(head.available()).isEqualTo(inForce(ledger.at()).minus(head.debt()));
            assertThat(head.changes().lastRecordedAt()).isEqualTo(ledger.at());
            assertThat(ledger.at()).isAfterOrEqualTo(now);
            assertThat(head.debt().isPositive() && hasUnlapsed(ledger.at()))
                    .as("debt beside points")
                    .isFalse();
            requireOnePartEach(posting.allocations());
            requireOrder(entry, posting.allocations(), before, ledger.at());
            requireAnswersUntilNextChange(ledger.at(), head);
        }

        private static void requireOnePartEach(List<Allocation> allocations) {
            Set<Object> seen = new HashSet<>();
            for (Allocation part : allocations) {
                LotId lot = part.lot();
                assertThat(seen.add(part.purpose() + " of " + lot)).isTrue();
            }
        }

        /** What is spent comes from lots that are in force, none of which is touched while an earlier one holds points. */
        private void requireOrder(PointEntry entry, List<Allocation> parts, Map<LotId, Lot> before, Instant at) {
            if (entry.kind() != EntryKind.REDEMPTION) {
                return;
            }
            List<LotId> expected = before.values().stream()
                    .filter(lot -> lot.isOpen() && lot.life().isInForce(at))
                    .sorted(Lot.in(order))
                    .map(Lot::id)
                    .toList();
            List<LotId> taken = new ArrayList<>();
            for (Allocation part : parts) {
                LotId lot = part.lot();
                if (lot != null && before.get(lot).life().isInForce(at)) {
                    taken.add(lot);
                }
                assertThat(lot == null || !before.get(lot).life().isLapsed(at)).isTrue();
            }
            assertThat(taken).isEqualTo(expected.subList(0, taken.size()));
            for (int i = 0; i < taken.size() - 1; i++) {
                assertThat(lots.get(taken.get(i)).isOpen()).isFalse();
            }
        }

        private void requireAnswersUntilNextChange(Instant at, LedgerHead head) {
            Instant last = head.changes().next().minusNanos(1_000);
            if (!last.isBefore(at)) {
                assertThat(head.available()).isEqualTo(inForce(last).minus(head.debt()));
            }
        }

        private boolean hasUnlapsed(Instant at) {
            return lots.values().stream()
                    .anyMatch(lot -> lot.isOpen() && !lot.life().isLapsed(at));
        }

        private Points inForce(Instant at) {
            return sum(lots.values().stream()
                    .filter(lot -> lot.life().isInForce(at))
                    .map(Lot::remaining)
                    .toList());
        }

        private LotSummary summary(Instant at) {
            Instant next = ExpiryRule.FOREVER;
            for (Lot lot : lots.values()) {
                for (Instant change :
                        List.of(lot.life().availableFrom(), lot.life().lapsesAt())) {
                    next = lot.isOpen() && change.isAfter(at) && change.isBefore(next) ? change : next;
                }
            }
            return new LotSummary(inForce(at), next);
        }

        private Set<LotId> anyLot() {
            return lots.keySet().stream().sorted().limit(1).collect(Collectors.toSet());
        }

        private Optional<Lot> lapsed(Instant at) {
            return lots.values().stream()
                    .filter(lot -> lot.isOpen() && lot.life().isLapsed(at))
                    .findFirst();
        }

        private PointEntry.Cause cause(EntryKind kind) {
            CommandKey key = AnyEntry.anyCommandKey(Operation.ADJUSTMENT, account.club());
            return AnyEntry.anyCause(kind, account, key, now);
        }

        private static Points sum(List<Points> all) {
            return all.stream().reduce(Points.ZERO, Points::plus);
        }
    }
}

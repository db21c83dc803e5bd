package org.openmembership.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.openmembership.account.AccountId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.Inactivity;
import org.openmembership.journals.JournalLine;
import org.openmembership.journals.JournalRequest;
import org.openmembership.ledger.EntryKind;
import org.openmembership.periodic.Progress;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** Whether the job runs early, late or never, the same points count at every instant: those of a plain list of lots with days. */
@Requirement({"R25", "I6"})
class InactivityPropertyTest {
    private static final int OWN_DAYS = 15;
    private static final int IDLE_DAYS = 6;

    /** Points and the last day of their own, and for which inactivity would let them be used. */
    private static final class PlainLot {
        private final LocalDate end;
        private LocalDate idle;
        private int points;

        PlainLot(LocalDate today, int points) {
            this.end = today.plusDays(OWN_DAYS);
            this.idle = today.plusDays(IDLE_DAYS);
            this.points = points;
        }

        boolean counts(LocalDate today) {
            return !today.isAfter(end) && !today.isAfter(idle);
        }

        LocalDate lastDay() {
            return end.isBefore(idle) ? end : idle;
        }
    }

    /** An account in three shops, of which one writes expiries at every step, one when told to, and one never. */
    private static final class Three implements AutoCloseable {
        private final List<Shop> shops = new ArrayList<>();
        private final List<AccountId> accounts = new ArrayList<>();
        private final List<PlainLot> lots = new ArrayList<>();

        Three() {
            for (int i = 0; i < 3; i++) {
                Shop shop = Shop.open(Engine.IN_MEMORY);
                shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(OWN_DAYS)))
                        .inactivity(Inactivity.of(Period.ofDays(IDLE_DAYS))));
                shops.add(shop);
                accounts.add(shop.account());
            }
        }

        LocalDate today() {
            return LocalDate.ofInstant(shops.get(0).time().instant(), ZoneId.of("Europe/Berlin"));
        }

        int counting() {
            return lots.stream()
                    .filter(lot -> lot.counts(today()))
                    .mapToInt(lot -> lot.points)
                    .sum();
        }

        void happen(int what, int points) {
            switch (what) {
                case 0 -> shops.forEach(shop -> shop.time().advance(Duration.ofDays(points)));
                case 1 -> earn(points);
                case 2 -> give(points);
                case 3 -> spend(Math.min(points, counting()));
                default -> run(1);
            }
            run(0);
        }

        private void run(int shop) {
            shops.get(shop).membership().expiry().run(Shop.CLUB, Progress.NONE);
        }

        private void give(int points) {
            lots.add(new PlainLot(today(), points));
            for (int i = 0; i < shops.size(); i++) {
                shops.get(i).give(accounts.get(i), points);
            }
        }

        private void earn(int points) {
            active();
            lots.add(new PlainLot(today(), points));
            for (int i = 0; i < shops.size(); i++) {
                JournalLine line = JournalLine.of(accounts.get(i), Points.of(points), "any")
                        .as(EntryKind.SALE);
                Shop shop = shops.get(i);
                shop.membership().journals().post(JournalRequest.normal(Shop.CLUB, List.of(line), shop.key()));
            }
        }

        private void spend(int points) {
            if (points == 0) {
                return;
            }
            int left = points;
            List<PlainLot> inOrder = lots.stream()
                    .filter(lot -> lot.counts(today()))
                    .sorted(Comparator.comparing(PlainLot::lastDay))
                    .toList();
            for (PlainLot lot : inOrder) {
                int taken = Math.min(left, lot.points);
                lot.points -= taken;
                left -= taken;
            }
            active();
            for (int i = 0; i < shops.size(); i++) {
                shops.get(i).spend(accounts.get(i), points);
            }
        }

        private void active() {
            lots.stream().filter(lot -> lot.counts(today())).forEach(lot -> lot.idle = today().plusDays(IDLE_DAYS));
        }

        void check() {
            for (int i = 0; i < shops.size(); i++) {
                assertThat(shops.get(i).available(accounts.get(i))).isEqualTo(Points.of(counting()));
            }
        }

        @Override
        public void close() {
            for (Shop shop : shops) {
                assertThat(shop.violations()).isEmpty();
                shop.close();
            }
        }
    }

    @Property(tries = 60)
    void the_same_points_count_at_every_instant_whenever_the_job_runs(
            @ForAll @Size(max = 25) List<@IntRange(min = 0, max = 39) Integer> numbers) {
        try (Three three = new Three()) {
            for (int number : numbers) {
                three.happen(number % 5, number / 5 + 1);
                three.check();
            }
            for (int day = 0; day < OWN_DAYS + 2; day++) {
                three.happen(0, 1);
                three.check();
            }
        }
    }
}

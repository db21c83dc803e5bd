package org.openmembership.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.ledger.LedgerStore.ClubTotal;
import org.openmembership.shared.Points;
import org.openmembership.sharing.PoolingResult.Pooled;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** What pooling never does, whatever the two accounts hold. */
@Requirement({"I1", "I20", "R55"})
class PoolingPropertyTest {
    @Property(tries = 60)
    void nothing_is_lost_or_doubled_and_every_lot_keeps_its_dates(
            @ForAll @Size(max = 14) List<@IntRange(min = 0, max = 4_099) Integer> steps) {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            shop.publish(terms -> terms.expiry(ExpiryRule.after(Period.ofMonths(3))));
            AccountId family = shop.account();
            AccountId own = shop.account();
            shop.membership().sharing().become(family, AccountType.FAMILY);
            steps.forEach(step -> happen(shop, step % 2 == 0 ? family : own, step / 2));
            Points available = shop.available(family).plus(shop.available(own));
            List<String> lots = Stream.of(family, own)
                    .flatMap(account -> lots(shop, account))
                    .sorted()
                    .toList();
            long total = total(shop);

            assertThat(shop.membership().sharing().pool(new PoolingRequest(own, family, shop.key())))
                    .isInstanceOf(Pooled.class);

            assertThat(shop.available(family)).isEqualTo(available);
            assertThat(lots(shop, family).sorted().toList()).isEqualTo(lots);
            assertThat(lots(shop, own)).isEmpty();
            assertThat(total(shop)).isEqualTo(total);
            assertThat(shop.violations()).isEmpty();
        }
    }

    /** Points given, or spent as far as they are there, some days later. */
    private static void happen(Shop shop, AccountId account, int step) {
        int points = step % 41 - 15;
        shop.time().advance(Duration.ofDays(step / 41).plusSeconds(1));
        if (points > 0) {
            shop.give(account, Points.of(points), step % 2 == 0 ? PointKind.AWARD : PointKind.OTHER);
        } else if (points < 0 && !shop.available(account).isLessThan(Points.of(-points))) {
            shop.spend(account, -points);
        }
    }

    /** What is open and has not lapsed, with its dates. */
    private static Stream<String> lots(Shop shop, AccountId account) {
        return shop.lots(account).stream()
                .filter(lot -> !lot.life().isLapsed(shop.time().instant()))
                .map(lot -> lot.remaining() + " " + lot.kind() + " " + lot.life());
    }

    private static long total(Shop shop) {
        return shop.storage().read(stores -> stores.ledger().totals(Shop.CLUB)).values().stream()
                .map(ClubTotal::points)
                .mapToLong(Points::hundredths)
                .sum();
    }
}

package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.Validity;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/**
 * Whenever a sale arrives, it earns, lapses and counts as of its own time, by the version of the club of then.
 *
 * <p>The club changes rate and life of its points every two days; a day's points are capped.
 */
@Requirement({"R28", "R48", "R36", "R25"})
class LateSalePropertyTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final int A_DAY = 60;

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void in_memory(@ForAll("versions") List<Version> versions, @ForAll("sales") List<Late> sales) {
        check(Engine.IN_MEMORY, versions, sales);
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void on_sqlite(@ForAll("versions") List<Version> versions, @ForAll("sales") List<Late> sales) {
        check(Engine.SQLITE, versions, sales);
    }

    @Property(tries = 5, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void on_postgresql(@ForAll("versions") List<Version> versions, @ForAll("sales") List<Late> sales) {
        check(Engine.POSTGRESQL, versions, sales);
    }

    @Property(tries = 5, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void on_mariadb(@ForAll("versions") List<Version> versions, @ForAll("sales") List<Late> sales) {
        check(Engine.MARIADB, versions, sales);
    }

    /** Points for each euro, and for how many days they can be used. */
    record Version(int rate, int days) {}

    /** A sale of some euros so many hours after the start, which arrives so many hours after that. */
    record Late(int euros, int hour, int delay) {
        Instant at() {
            return START.plus(Duration.ofHours(hour));
        }

        Instant arrives() {
            return at().plus(Duration.ofHours(delay));
        }

        LocalDate day() {
            return LocalDate.ofInstant(at(), ZoneOffset.UTC);
        }
    }

    @Provide
    Arbitrary<List<Version>> versions() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 6))
                .as(Version::new)
                .list()
                .ofSize(5);
    }

    @Provide
    Arbitrary<List<Late>> sales() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.integers().between(0, 9 * 24),
                        Arbitraries.integers().between(0, 4 * 24))
                .as(Late::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    private static void check(Engine engine, List<Version> versions, List<Late> sales) {
        try (Shop shop = Shop.open(engine)) {
            List<Instant> since = new ArrayList<>();
            for (int i = 0; i < versions.size(); i++) {
                since.add(START.plus(Duration.ofDays(2L * i)));
            }
            shop.time().set(since.get(0));
            shop.publish(club(versions.get(0)));
            MemberId member = shop.member();
            AccountId account = shop.account(member, club(versions.get(0)).id());
            Map<LocalDate, Integer> given = new HashMap<>();
            int published = 1;

            List<Late> arriving =
                    sales.stream().sorted(Comparator.comparing(Late::arrives)).toList();
            for (Late late : arriving) {
                while (published < versions.size() && !since.get(published).isAfter(late.arrives())) {
                    shop.time().set(since.get(published));
                    shop.publish(club(versions.get(published)));
                    published++;
                }
                shop.time().set(late.arrives());
                int number = versionAt(late.at(), versions.subList(0, published), since);
                Version then = versions.get(number);
                int before = given.getOrDefault(late.day(), 0);
                int points = Math.min(late.euros() * then.rate(), A_DAY - before);
                given.put(late.day(), before + points);

                ClubPoints posted = post(late, member, shop);

                assertEarned(posted, late, then, points, versionsNumber(versions, number), shop);
            }
            assertThat(shop.violations()).isEmpty();
            assertThat(shop.balance(account).debt()).isEqualTo(Points.ZERO);
        }
    }

    /** Publishing the same definition again makes no version. */
    private static int versionsNumber(List<Version> versions, int index) {
        int number = 1;
        for (int i = 1; i <= index; i++) {
            number += versions.get(i).equals(versions.get(i - 1)) ? 0 : 1;
        }
        return number;
    }

    private static int versionAt(Instant at, List<Version> published, List<Instant> since) {
        int found = 0;
        for (int i = 0; i < published.size(); i++) {
            found = since.get(i).isAfter(at) ? found : i;
        }
        return found;
    }

    private static void assertEarned(ClubPoints posted, Late late, Version then, int points, int version, Shop shop) {
        Explanation why = posted.explanation();
        assertThat(why.ground().basis().clubVersion()).isEqualTo(version);
        assertThat(why.points()).isEqualTo(Points.of(points));
        if (points == 0) {
            assertThat(posted.entries()).isEmpty();
            return;
        }
        PointEntry entry = posted.entries().get(0);
        assertThat(entry.points()).isEqualTo(Points.of(points));
        assertThat(entry.occurredAt()).isEqualTo(late.at());
        assertThat(entry.recordedAt()).isEqualTo(late.arrives());
        assertThat(entry.cause().basis().clubVersion()).isEqualTo(version);
        Instant lapses = late.day()
                .plusDays(then.days() + 1L)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        List<Lot> lots = shop.storage().read(stores -> stores.ledger().lotsOpenedBy(List.of(entry.id())));
        assertThat(lots).extracting(lot -> lot.life().lapsesAt()).containsExactly(lapses);
        boolean bornLapsed = !late.arrives().isBefore(lapses);
        assertThat(posted.entries().stream().filter(other -> other.kind() == EntryKind.EXPIRY))
                .hasSize(bornLapsed ? 1 : 0);
    }

    private static ClubPoints post(Late late, MemberId member, Shop shop) {
        SaleResult result = shop.membership()
                .sales()
                .record(new Purchase(
                        shop.key(),
                        late.at(),
                        Purchase.Place.of("store-1", "SHOP"),
                        Buyer.member(member),
                        new Purchase.Content(
                                CurrencyUnit.EUR,
                                List.of(SaleStage.line(1, "1", String.valueOf(late.euros()))),
                                List.of())));
        return ((SaleResult.Recorded) result).clubs().get(0);
    }

    private static Club club(Version version) {
        EarningTerms.Policies usual = EarningTerms.Policies.DEFAULT;
        return SaleStage.club("late")
                .rules(PointRule.of(
                        "rate",
                        1,
                        Validity.ALWAYS,
                        LineCondition.ANY,
                        new PointRate(PointRate.Basis.AMOUNT, BigDecimal.valueOf(version.rate()), BigDecimal.ONE)))
                .expiry(ExpiryRule.after(Period.ofDays(version.days())))
                .earningPolicies(new EarningTerms.Policies(
                        usual.choice(),
                        List.of(PointCap.of(PointCap.Span.DAY, A_DAY)),
                        usual.pendingDays(),
                        usual.returns(),
                        usual.claimWindow()))
                .build();
    }
}

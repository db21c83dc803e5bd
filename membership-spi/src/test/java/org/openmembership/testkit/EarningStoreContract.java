package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointCap;
import org.openmembership.club.RuleId;
import org.openmembership.ledger.AdjustedDay;
import org.openmembership.ledger.EarningStore.Counted;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.KeptExplanation;
import org.openmembership.ledger.PointCount;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Document;
import org.openmembership.shared.Points;

/** What every {@link org.openmembership.ledger.EarningStore} does. */
public abstract class EarningStoreContract extends StoreContract {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final PointCount.Span OF_MONTH = new PointCount.Span(null, PointCap.Span.MONTH, MARCH);
    private static final PointCount.Span OF_DAY = new PointCount.Span(RuleId.of("base"), PointCap.Span.DAY, MARCH);
    private static final PointCount.Span EVER = new PointCount.Span(null, PointCap.Span.EVER, LocalDate.EPOCH);

    @Test
    @Requirement("R36")
    void counts_are_read_back_by_account_and_start() {
        AccountId ada = account();
        AccountId bob = account();
        count(counted(ada, OF_MONTH, 5), counted(ada, OF_DAY, 3), counted(ada, EVER, 9), counted(bob, OF_MONTH, 7));

        assertThat(counts(Set.of(ada), MARCH))
                .containsExactlyInAnyOrder(counted(ada, OF_MONTH, 5), counted(ada, OF_DAY, 3));
        assertThat(counts(Set.of(ada, bob), MARCH)).hasSize(3);
        assertThat(counts(Set.of(ada), MARCH, LocalDate.EPOCH, MARCH)).hasSize(3);
        assertThat(counts(Set.of(), MARCH)).isEmpty();
        assertThat(counts(Set.of(ada), MARCH.plusDays(1))).isEmpty();
    }

    @Test
    @Requirement("R36")
    void a_count_grows() {
        AccountId ada = account();
        PointCount first = counted(ada, OF_MONTH, 5);
        count(first);
        count(first.plus(use(2)));

        assertThat(counts(Set.of(ada), MARCH))
                .containsExactly(new PointCount(ada, OF_MONTH, Points.of(7), Points.of(50), 2));
    }

    @Test
    @Requirement("R36")
    void a_count_that_another_came_before_is_run_again() {
        AccountId ada = account();
        PointCount first = counted(ada, OF_MONTH, 5);
        count(first);
        count(first.plus(use(2)));

        assertRunAgain(
                stores -> stores.earning().count(List.of(first.plus(use(1)))),
                stores -> stores.earning()
                        .count(List.of(stores.earning().counts(Set.of(ada), List.of(MARCH)).stream()
                                .findFirst()
                                .orElseThrow()
                                .count()
                                .plus(use(1)))));
        assertThat(counts(Set.of(ada), MARCH))
                .containsExactly(new PointCount(ada, OF_MONTH, Points.of(8), Points.of(50), 3));
    }

    @Test
    @Requirement("S17")
    void what_an_actor_has_adjusted_in_a_day_grows_and_is_nobody_elses() {
        Actor clerk = Actor.staff("clerk-1");
        AdjustedDay first = AdjustedDay.first(clerk, MARCH, Points.of(5));
        write(stores -> stores.earning().keep(first));
        write(stores -> stores.earning().keep(first.plus(Points.of(2))));

        assertThat(adjusted(clerk, MARCH)).contains(new AdjustedDay(clerk, MARCH, Points.of(7), 2));
        assertThat(adjusted(clerk, MARCH.plusDays(1))).isEmpty();
        assertThat(adjusted(Actor.till("clerk-1"), MARCH)).isEmpty();
        assertThat(adjusted(Actor.staff("clerk-2"), MARCH)).isEmpty();
    }

    @Test
    @Requirement("S17")
    void an_adjusted_day_that_another_came_before_is_run_again() {
        Actor clerk = Actor.staff("clerk-2");
        AdjustedDay first = AdjustedDay.first(clerk, MARCH, Points.of(5));
        write(stores -> stores.earning().keep(first));

        assertRunAgain(
                stores -> stores.earning().keep(first),
                stores -> stores.earning()
                        .keep(stores.earning()
                                .adjustedForUpdate(clerk, MARCH)
                                .orElseThrow()
                                .plus(Points.of(1))));
        assertThat(adjusted(clerk, MARCH)).contains(new AdjustedDay(clerk, MARCH, Points.of(6), 2));
    }

    private Optional<AdjustedDay> adjusted(Actor by, LocalDate day) {
        return read(stores -> stores.earning().adjustedForUpdate(by, day));
    }

    @Test
    @Requirement("R37")
    void an_explanation_is_read_back_as_it_was_written() {
        EntryId entry = story().earn(account(), "5", Any.minute(1)).id();
        Document why = new Document("explanation", 1, "{\"l\":[{\"n\":1,\"t\":\"\u00e9\u6f22\"}]}");
        write(stores -> stores.earning().explain(List.of(new KeptExplanation(entry, why))));

        assertThat(explanation(entry)).contains(why);
        assertThat(explanation(new EntryId(entry.account(), 2))).isEmpty();
    }

    private Optional<Document> explanation(EntryId entry) {
        return read(stores -> stores.earning().explanation(entry));
    }

    private AccountId account() {
        return story().account().id();
    }

    private void count(PointCount... counts) {
        write(stores -> stores.earning().count(List.of(counts)));
    }

    private List<PointCount> counts(Set<AccountId> accounts, LocalDate... starts) {
        return read(stores -> stores.earning().counts(accounts, List.of(starts))).stream()
                .map(Counted::count)
                .toList();
    }

    private static PointCount counted(AccountId account, PointCount.Span span, long points) {
        return PointCount.first(account, span, new PointCount.Use(Points.of(points), Points.of(100)));
    }

    private static PointCount.Use use(long points) {
        return new PointCount.Use(Points.of(points), Points.of(50));
    }
}

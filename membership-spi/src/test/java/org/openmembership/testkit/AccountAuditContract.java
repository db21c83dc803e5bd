package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.SchemeStanding;
import org.openmembership.audit.Invariant;
import org.openmembership.club.PointCap;
import org.openmembership.club.RuleId;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.PointCount;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;

/** What every {@link org.openmembership.audit.AuditStore} finds wrong with members, and with the entries of an account in their order. */
public abstract class AccountAuditContract extends AuditContract {
    @Test
    @Requirement({"I22", "R36"})
    void more_than_a_cap_allows_and_a_count_that_no_sale_bears_out_are_found() {
        earn("10", 1);
        PointCount.Span all = new PointCount.Span(null, PointCap.Span.MONTH, LocalDate.of(2026, 3, 1));
        PointCount.Span survey = new PointCount.Span(RuleId.of("survey"), PointCap.Span.EVER, LocalDate.EPOCH);
        write(stores -> stores.earning().count(List.of(count(all, 10, 10), count(survey, 7, 8))));
        assertThat(violations(Invariant.CAP_HELD)).isEmpty();

        tampering().put(count(survey, 9, 8));
        assertFound(Invariant.CAP_HELD, account.value());
        tampering().put(count(survey, 8, 8));
        assertThat(violations(Invariant.CAP_HELD)).isEmpty();

        tampering().put(count(all, 11, 20));
        assertFound(Invariant.CAP_HELD, account.value());
    }

    private PointCount count(PointCount.Span span, long points, long most) {
        return new PointCount(account, span, Points.of(points), Points.of(most), 1);
    }

    @Test
    @Requirement("I12")
    void an_active_member_without_its_customer_is_found() {
        tampering().unlink(member.links().get(0).customer());

        assertFound(Invariant.MEMBER_COMPLETE, member.id().value());
    }

    @Test
    @Requirement("I13")
    void an_active_member_who_accepted_nothing_is_found() {
        assumeTrue(tampering().removeTerms(member.id()), "SKIPPED: the storage cannot hold a member without terms");

        assertFound(Invariant.TERMS_ACCEPTED, member.id().value());
    }

    @Test
    @Requirement("I14")
    void a_customer_linked_before_the_address_was_proven_is_found() {
        tampering()
                .relink(member.links().get(0).customer(), AnyMember.provenAt().minusNanos(1_000));

        assertFound(Invariant.LINK_AFTER_PROOF, member.id().value());
    }

    @Test
    @Requirement("I24")
    void a_balance_that_does_not_follow_is_found() {
        PointEntry entry = earn("10", 1);
        tampering().put(with(entry, entry.points(), Points.of(12), entry.recordedAt(), null));

        assertFound(Invariant.CHAIN_UNBROKEN, account.value());
    }

    @Test
    @Requirement("I25")
    void points_out_of_range_are_found() {
        PointEntry entry = earn("10", 1);
        assumeTrue(tampering().overflow(entry.id()), "SKIPPED: the storage cannot hold points out of range");

        assertFound(Invariant.WITHIN_RANGE, account.value());
    }

    @Test
    @Requirement("I26")
    void an_entry_recorded_before_the_one_before_is_found() {
        earn("10", 5);
        PointEntry late = earn("10", 6);
        tampering().put(with(late, late.points(), late.balanceAfter(), Any.minute(4), null));

        assertFound(Invariant.TIME_ORDERED, account.value());
    }

    @Test
    @Requirement({"B29", "R55"})
    void an_account_without_a_main_member_or_with_two_is_found() {
        tampering().share(current(), member.id(), false);
        tampering().share(story().current(other), story().member().id(), true);

        assertFound(Invariant.ACCOUNT_SHARED_PROPERLY, account.value());
        assertFound(Invariant.ACCOUNT_SHARED_PROPERLY, other.value());
    }

    @Test
    @Requirement("B52")
    void a_scheme_nobody_moved_to_is_found() {
        tampering().put(current().pinned(SchemeId.of(club.id() + "-silver"), null));

        assertFound(Invariant.SCHEME_MATCHES_MOVES, account.value());
    }

    @Test
    @Requirement({"I23", "R43"})
    void a_scheme_that_was_neither_earned_nor_bought_nor_pinned_is_found() {
        SchemeId basic = club.defaultScheme();
        LocalDate day = LocalDate.of(2026, 4, 1);
        SchemeStanding standing = new SchemeStanding(account, new SchemeStanding.Earned(basic, day, null, null), null);
        write(stores -> stores.schemes().add(standing));
        assertThat(violations(Invariant.SCHEME_EXPLAINED)).isEmpty();

        tampering().put(current().pinned(SchemeId.of(club.id() + "-silver"), null));

        assertFound(Invariant.SCHEME_EXPLAINED, account.value());
    }
}

package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.club.Club;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.Member;
import org.openmembership.shared.Points;

/** Two accounts of a club, and ways to break what is kept of them. */
abstract class AuditContract extends StoreContract {
    Club club = AnyClub.anyClub();
    Member member = AnyMember.anyImportedMember(null);
    AccountId account = AnyClub.anyAccountId();
    AccountId other = AnyClub.anyAccountId();

    @BeforeEach
    void openAccounts() {
        club = story().club();
        member = story().member();
        account = story().account(club, member).id();
        other = story().account(club, story().member()).id();
    }

    static PointEntry with(
            PointEntry entry, Points points, Points balance, Instant recordedAt, @Nullable EntryId related) {
        PointEntry.Cause cause = entry.cause();
        PointEntry.Origin origin = cause.origin();
        return new PointEntry(
                entry.id(),
                points,
                balance,
                new PointEntry.Cause(
                        cause.kind(),
                        cause.pointKind(),
                        new PointEntry.Times(entry.occurredAt(), recordedAt),
                        cause.basis(),
                        new PointEntry.Origin(
                                origin.command(), origin.part(), related, origin.reason(), origin.scene())));
    }

    PointEntry earn(String points, int minute) {
        return story().earn(account, points, Any.minute(minute));
    }

    MemberAccount current() {
        return story().current(account);
    }

    Tampering tampering() {
        assumeTrue(
                opened().tampering().isPresent(),
                () -> "SKIPPED: nothing can be planted in " + fixture().name());
        return opened().tampering().orElseThrow();
    }

    /** The subject is the place itself or, for an entry or lot, may name it from its account on. */
    void assertFound(Invariant invariant, String subject) {
        assertThat(violations(invariant))
                .allMatch(violation -> violation.invariant() == invariant)
                .anyMatch(violation -> violation.subject().startsWith(subject));
    }

    List<Violation> violations(Invariant invariant) {
        return violations(invariant, 100);
    }

    List<Violation> violations(Invariant invariant, int limit) {
        return read(stores -> stores.audit().violations(invariant, limit));
    }
}

package org.openmembership.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.step.Accounts;
import org.openmembership.step.Arrival;
import org.openmembership.step.Facts;
import org.openmembership.step.PublishedClub;
import org.openmembership.storage.Stores;

/** The door to accounts: who takes part in which club (B29). Thread-safe. */
public final class Enrolment {
    private final Caller caller;
    private final @Nullable ClubId usual;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Enrolment(Caller caller, @Nullable ClubId usual) {
        this.caller = caller;
        this.usual = usual;
    }

    /**
     * As {@link #enrol(MemberId, ClubId)}, in the default club of this installation (B35); {@code NO_CLUB_NAMED} where it has
     * none.
     */
    public EnrolmentResult enrol(MemberId member) {
        return usual == null
                ? caller.read(
                        Permission.ENROL,
                        new Subject(member.value()),
                        stores -> new EnrolmentResult.Refused(EnrolmentResult.Reason.NO_CLUB_NAMED))
                : enrol(member, usual);
    }

    /**
     * Gives an active or imported member an account in a club, in the club's first scheme.
     *
     * <p>A member has at most one account in a club; a repeat answers with the one that is there. Sales that were kept
     * because the member was not active yet are posted to a first account (R5).
     */
    public EnrolmentResult enrol(MemberId member, ClubId club) {
        return enrol(member, club, AccountType.PRIVATE);
    }

    /** As {@link #enrol(MemberId, ClubId)}, with an account that others may share; one that is there keeps its type (B30, R55). */
    public EnrolmentResult enrol(MemberId member, ClubId club, AccountType type) {
        MemberAccount.Owner owner = new MemberAccount.Owner(club, type, member, caller.now());
        return caller.change(
                Permission.ENROL, new Subject(member.value()), (stores, facts) -> enrol(member, owner, stores, facts));
    }

    private EnrolmentResult enrol(MemberId named, MemberAccount.Owner owned, Stores stores, Facts facts) {
        ClubId club = owned.club();
        Instant now = owned.openedAt();
        Optional<MemberStanding> standing = stores.members().standingForUpdate(named);
        MemberId member = standing.map(MemberStanding::member).orElse(named);
        MemberAccount.Owner owner = new MemberAccount.Owner(club, owned.type(), member, now);
        Optional<PublishedClub> published = caller.clubs().latest(club, now, stores);
        Optional<MemberAccount> existing = stores.accounts().of(member, club);

        if (existing.isPresent()) {
            return new EnrolmentResult.Enrolled(existing.get(), true);
        }
        if (standing.isEmpty()) {
            return new EnrolmentResult.Refused(EnrolmentResult.Reason.UNKNOWN_MEMBER);
        }
        MemberStatus status = standing.get().status();
        if (status != MemberStatus.ACTIVE && status != MemberStatus.IMPORTED) {
            return new EnrolmentResult.Refused(EnrolmentResult.Reason.NOT_ACTIVE);
        }
        if (published.isEmpty()) {
            return new EnrolmentResult.Refused(EnrolmentResult.Reason.UNKNOWN_CLUB);
        }

        MemberAccount opened = Accounts.open(owner, published.get().club(), caller.ids(), stores, facts);
        boolean posted =
                status == MemberStatus.ACTIVE && Arrival.of(member, caller.actor(), now, caller.clubs(), stores, facts);
        MemberAccount account = posted ? stores.accounts().find(opened.id()).orElseThrow() : opened;
        return new EnrolmentResult.Enrolled(account, false);
    }
}

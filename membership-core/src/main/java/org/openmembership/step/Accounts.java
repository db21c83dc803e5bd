package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import org.openmembership.account.AccountEvent.AccountOpened;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.MemberAccount.Owner;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.Club;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Ids;
import org.openmembership.storage.Stores;

/** Opens accounts. */
public final class Accounts {
    private Accounts() {}

    /** Opens a private account in the club's first scheme for a member who was found to have none there (A39, B29). */
    public static MemberAccount openFor(MemberId member, Club club, Instant now, Ids ids, Stores stores, Facts facts) {
        return open(new Owner(club.id(), AccountType.PRIVATE, member, now), club, ids, stores, facts);
    }

    /** Opens an account in the club's first scheme; its owner, if it has one, was found to have none there. */
    public static MemberAccount open(Owner owner, Club club, Ids ids, Stores stores, Facts facts) {
        Instant now = owner.openedAt();
        LocalDate today = club.businessDate(now);
        MemberAccount account = MemberAccount.open(
                AccountId.of(ids.next()),
                owner,
                club.defaultScheme(),
                today.plus(club.terms().review().pace().every()));
        SchemeMove opening = new SchemeMove(
                account.id(),
                1,
                new SchemeMove.Change(null, club.defaultScheme()),
                new SchemeMove.Cause(SchemeMove.Cause.Kind.OPENED, null),
                new SchemeMove.When(now, today));
        stores.accounts().open(account, opening);
        facts.happened(new AccountOpened(account.id(), club.id(), owner.mainMember(), account.scheme()), account, now);
        return account;
    }
}

package org.openmembership.jdbc;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountStore;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.Sharer;
import org.openmembership.club.ClubId;
import org.openmembership.member.MemberId;
import org.openmembership.user.User;

/** Accounts in {@code om_account}, who shares them in {@code om_account_member}, their history in {@code om_scheme_move}. */
final class JdbcAccountStore implements AccountStore {
    /** Locks accounts in order of id; the list is called {@code ids}. */
    private static final String NAMED = "select " + AccountRow.COLUMNS
            + " from om_account a where a.tenant = :tenant and a.id {in:ids} order by a.id";

    static final String LOCK = NAMED + "{lock}";

    private static final String BY_ID =
            "select " + AccountRow.COLUMNS + " from om_account a where a.tenant = :tenant and a.id = :id";
    private static final String OF_MEMBER = "select " + AccountRow.COLUMNS + """
             from om_account_member s
             join om_account a on a.tenant = s.tenant and a.id = s.account
            where s.tenant = :tenant and s.member = :member""";
    private static final String OF_MEMBER_IN_CLUB = OF_MEMBER + " and s.club = :club";
    private static final String OF_MEMBERS_IN_CLUB = "select " + AccountRow.COLUMNS + """
            , s.member
             from om_account_member s
             join om_account a on a.tenant = s.tenant and a.id = s.account
            where s.tenant = :tenant and s.member {in:members} and s.club = :club
            order by s.member""";
    private static final String OF_MEMBER_IN_ALL_CLUBS = OF_MEMBER + " order by a.id";
    private static final String MEMBERS = """
            select member from om_account_member
             where tenant = :tenant and account = :account
             order by is_main desc, member""";
    private static final String USERS = """
            select u.id, u.username, u.email, u.enabled, u.verified_at, u.epoch
              from om_account_member s
              join om_member m on m.tenant = s.tenant and m.id = s.member
              join om_app_user u on u.tenant = m.tenant and u.id = m.user_id
             where s.tenant = :tenant and s.account = :account
             order by u.id""";
    private static final String MOVES = "select " + SchemeMoveRow.COLUMNS + """

              from om_scheme_move
             where tenant = :tenant and account = :account
             order by number""";
    private static final String MOVES_OF = "select " + SchemeMoveRow.COLUMNS + """

              from om_scheme_move
             where tenant = :tenant and account {in:accounts}
             order by account, number""";
    private static final String DUE_FOR_REVIEW = """
            select id from om_account
             where tenant = :tenant and club = :club and id > :after and status = 'ACTIVE' and next_review_on <= :day
             order by tenant, club, id
             limit :limit""";
    private static final String OF_CLUB = "select " + AccountRow.COLUMNS + """
             from om_account a
            where a.tenant = :tenant and a.club = :club and a.id > :after
            order by a.id limit :limit""";
    private static final String BORN = """
            select m.id as member, a.id as account
              from {rows:born}
              join om_member m
                on m.tenant = :tenant and m.birthdate = born.day and m.id > :after and m.status = 'ACTIVE'
              join om_account_member s on s.tenant = m.tenant and s.member = m.id and s.club = :club
              join om_account a
                on a.tenant = s.tenant and a.id = s.account and a.status <> 'CLOSED' and a.opened_at < :opened
             order by m.id
             limit :limit""";
    private static final Removal SHARES = Removal.of(Table.ACCOUNT_MEMBER, "account");
    private static final String REGISTERED = """
            select s.account
              from om_account_member s
              join om_member m on m.tenant = s.tenant and m.id = s.member
             where s.tenant = :tenant and s.account {in:accounts} and m.status = 'ACTIVE' and m.email_key is not null
             order by s.account, s.member""";

    private final JdbcUnit unit;
    private final AccountLines lines;

    JdbcAccountStore(JdbcUnit unit) {
        this.unit = unit;
        this.lines = new AccountLines(unit);
    }

    @Override
    public void open(MemberAccount account, SchemeMove opening) {
        AccountRow.add(unit, account);
        MemberId main = account.owner().mainMember();
        if (main != null) {
            addShare(account, main);
        }
        SchemeMoveRow.add(unit, opening);
    }

    private void addShare(MemberAccount account, MemberId member) {
        boolean main = member.equals(account.owner().mainMember());
        unit.add(
                Table.ACCOUNT_MEMBER,
                account.id().value(),
                member.value(),
                account.club().value(),
                main);
    }

    @Override
    public void share(MemberAccount account, SortedSet<MemberId> members) {
        AccountRow.changeOwner(unit, account);
        unit.remove(SHARES, account.id().value());
        members.forEach(member -> addShare(account, member));
    }

    @Override
    public Optional<MemberAccount> find(AccountId id) {
        return unit.gather().bind("id", id.value()).one(BY_ID, AccountRow::read);
    }

    @Override
    public List<MemberAccount> findAll(Set<AccountId> ids) {
        return ids.isEmpty() ? List.of() : unit.gather().list("ids", texts(ids)).all(NAMED, AccountRow::read);
    }

    @Override
    public List<MemberAccount> lock(SortedSet<AccountId> ids) {
        return ids.isEmpty() ? List.of() : unit.gather().list("ids", texts(ids)).all(LOCK, AccountRow::read);
    }

    @Override
    public Optional<MemberAccount> of(MemberId member, ClubId club) {
        return unit.gather()
                .bind("member", member.value())
                .bind("club", club.value())
                .one(OF_MEMBER_IN_CLUB, AccountRow::read);
    }

    @Override
    public Map<MemberId, MemberAccount> ofAll(Set<MemberId> members, ClubId club) {
        if (members.isEmpty()) {
            return Map.of();
        }
        List<String> ids = new TreeSet<>(members).stream().map(MemberId::value).toList();
        return unit
                .gather()
                .bind("club", club.value())
                .list("members", ids)
                .all(OF_MEMBERS_IN_CLUB, row -> Map.entry(MemberId.of(row.getString("member")), AccountRow.read(row)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<MemberAccount> of(MemberId member) {
        return unit.gather().bind("member", member.value()).all(OF_MEMBER_IN_ALL_CLUBS, AccountRow::read);
    }

    @Override
    public List<MemberId> membersOf(AccountId account) {
        return unit.gather().bind("account", account.value()).all(MEMBERS, row -> MemberId.of(row.getString("member")));
    }

    @Override
    public List<User> usersOf(AccountId account) {
        return unit.gather().bind("account", account.value()).all(USERS, UserRow::read);
    }

    @Override
    public void succeed(AccountId closed, AccountId successor, @Nullable MemberId bringer) {
        lines.succeed(closed, successor, bringer);
    }

    @Override
    public List<MemberAccount> broughtBy(MemberId member) {
        return lines.broughtBy(member);
    }

    @Override
    public Optional<MemberId> bringer(AccountId account) {
        return lines.bringer(account);
    }

    @Override
    public void separate(AccountId reopened) {
        lines.separate(reopened);
    }

    @Override
    public Set<AccountId> registered(Set<AccountId> accounts) {
        return accounts.isEmpty()
                ? Set.of()
                : new TreeSet<>(unit.gather()
                        .list("accounts", texts(accounts))
                        .all(REGISTERED, row -> AccountId.of(row.getString("account"))));
    }

    @Override
    public Map<AccountId, List<AccountId>> successors(Set<AccountId> accounts) {
        return lines.successors(accounts);
    }

    @Override
    public void update(MemberAccount account) {
        AccountRow.changeStanding(unit, account);
    }

    @Override
    public void review(List<MemberAccount> reviewed, List<SchemeMove> moves) {
        reviewed.forEach(this::update);
        moves.forEach(move -> SchemeMoveRow.add(unit, move));
    }

    @Override
    public List<SchemeMove> moves(AccountId account) {
        return unit.gather().bind("account", account.value()).all(MOVES, SchemeMoveRow::read);
    }

    @Override
    public List<SchemeMove> movesOf(Set<AccountId> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : unit.gather().list("accounts", texts(accounts)).all(MOVES_OF, SchemeMoveRow::read);
    }

    @Override
    public List<AccountId> dueForReview(ClubId club, LocalDate day, @Nullable AccountId after, int limit) {
        return unit.gather()
                .bind("club", club.value())
                .bind("day", day)
                .bind("after", after == null ? "" : after.value())
                .bind("limit", limit)
                .all(DUE_FOR_REVIEW, row -> AccountId.of(row.getString("id")));
    }

    @Override
    public List<MemberAccount> ofClub(ClubId club, @Nullable AccountId after, int limit) {
        return unit.gather()
                .bind("club", club.value())
                .bind("after", after == null ? "" : after.value())
                .bind("limit", limit)
                .all(OF_CLUB, AccountRow::read);
    }

    @Override
    public List<Sharer> born(
            ClubId club, Collection<LocalDate> days, Instant openedBefore, @Nullable MemberId after, int limit) {
        List<Object[]> born =
                days.stream().map(day -> new Object[] {Values.day(day)}).toList();
        return unit.gather()
                .bind("club", club.value())
                .bind("opened", openedBefore)
                .bind("after", after == null ? "" : after.value())
                .bind("limit", limit)
                .rows("born", "day integer", born)
                .all(
                        BORN,
                        row -> new Sharer(
                                MemberId.of(row.getString("member")), AccountId.of(row.getString("account"))));
    }

    @Override
    public List<SchemeCount> countByScheme(ClubId club) {
        return AccountCounts.byScheme(club, unit);
    }

    @Override
    public List<SchemeCount> countBySchemeInUse(ClubId club) {
        return AccountCounts.bySchemeInUse(club, unit);
    }

    static List<String> texts(Set<AccountId> ids) {
        return ids.stream().map(AccountId::value).toList();
    }
}

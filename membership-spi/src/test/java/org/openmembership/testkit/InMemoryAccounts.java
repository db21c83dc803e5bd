package org.openmembership.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountStatus;
import org.openmembership.account.AccountStore;
import org.openmembership.account.LedgerHead;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.Sharer;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStatus;
import org.openmembership.user.User;

final class InMemoryAccounts implements AccountStore {
    private final State state;
    private final InMemoryAccountLines lines;

    InMemoryAccounts(State state) {
        this.state = state;
        this.lines = new InMemoryAccountLines(state);
    }

    @Override
    public void open(MemberAccount account, SchemeMove opening) {
        state.accounts.add(account.id(), account);
        state.accountsByClub.put(Key.of(account.club(), account.id()), account.id());
        MemberId main = account.owner().mainMember();
        if (main != null) {
            addShare(account, main);
        }
        add(opening);
    }

    private void addShare(MemberAccount account, MemberId member) {
        if (of(member, account.club()).isPresent()) {
            throw new RaceLostException("member " + member + " has an account in club " + account.club());
        }
        boolean main = member.equals(account.owner().mainMember());
        state.shares.put(Key.of(account.id(), member), new State.Share(account.id(), member, main));
        state.accountsByMember.put(Key.of(member, account.club(), account.id()), account.id());
    }

    @Override
    public void share(MemberAccount account, SortedSet<MemberId> members) {
        MemberAccount stored = current(account);
        for (MemberId before : membersOf(account.id())) {
            state.shares.remove(Key.of(account.id(), before));
            state.accountsByMember.remove(Key.of(before, account.club(), account.id()));
        }
        members.forEach(member -> addShare(account, member));
        MemberAccount.Standing before = stored.standing();
        put(new MemberAccount(
                account.id(),
                account.owner(),
                new MemberAccount.Standing(
                        account.standing().status(),
                        before.scheme(),
                        before.coming(),
                        before.pin(),
                        before.block(),
                        before.nextReview()),
                stored.head(),
                stored.version()));
    }

    @Override
    public Optional<MemberAccount> find(AccountId id) {
        return state.accounts.find(id);
    }

    @Override
    public List<MemberAccount> findAll(Set<AccountId> ids) {
        return ids.stream().sorted().map(this::find).flatMap(Optional::stream).toList();
    }

    @Override
    public List<MemberAccount> lock(SortedSet<AccountId> ids) {
        return findAll(ids);
    }

    @Override
    public Optional<MemberAccount> of(MemberId member, ClubId club) {
        return shared(Key.of(member, club)).findFirst();
    }

    @Override
    public Map<MemberId, MemberAccount> ofAll(Set<MemberId> members, ClubId club) {
        Map<MemberId, MemberAccount> found = new TreeMap<>();
        members.forEach(member -> of(member, club).ifPresent(account -> found.put(member, account)));
        return found;
    }

    @Override
    public List<MemberAccount> of(MemberId member) {
        return shared(Key.of(member))
                .sorted(Comparator.comparing(MemberAccount::id))
                .toList();
    }

    @Override
    public List<MemberId> membersOf(AccountId account) {
        Key prefix = Key.of(account);
        return state.shares
                .between(prefix, prefix.end())
                .sorted(Comparator.comparing((State.Share share) -> !share.main())
                        .thenComparing(State.Share::member))
                .map(State.Share::member)
                .toList();
    }

    @Override
    public Set<AccountId> registered(Set<AccountId> accounts) {
        return accounts.stream()
                .filter(account -> membersOf(account).stream()
                        .map(state.members::find)
                        .flatMap(Optional::stream)
                        .anyMatch(member -> member.status() == MemberStatus.ACTIVE && member.email() != null))
                .collect(Collectors.toSet());
    }

    @Override
    public List<User> usersOf(AccountId account) {
        return membersOf(account).stream()
                .flatMap(member -> state.members.find(member).stream())
                .flatMap(member -> Optional.ofNullable(member.user()).stream())
                .flatMap(user -> state.users.find(user).stream())
                .sorted(Comparator.comparing(User::id))
                .toList();
    }

    @Override
    public void succeed(AccountId closed, AccountId successor, @Nullable MemberId bringer) {
        lines.succeed(closed, successor, bringer);
    }

    @Override
    public void separate(AccountId reopened) {
        lines.separate(reopened);
    }

    @Override
    public Map<AccountId, List<AccountId>> successors(Set<AccountId> accounts) {
        return lines.successors(accounts);
    }

    @Override
    public List<MemberAccount> broughtBy(MemberId member) {
        return lines.broughtBy(member)
                .flatMap(account -> find(account).stream())
                .toList();
    }

    @Override
    public Optional<MemberId> bringer(AccountId account) {
        return lines.bringer(account);
    }

    @Override
    public void update(MemberAccount account) {
        MemberAccount stored = current(account);
        put(stored.with(account.standing()));
    }

    @Override
    public void review(List<MemberAccount> reviewed, List<SchemeMove> moves) {
        reviewed.forEach(this::update);
        moves.forEach(this::add);
    }

    @Override
    public List<SchemeMove> moves(AccountId account) {
        Key prefix = Key.of(account);
        return state.moves.between(prefix, prefix.end()).toList();
    }

    @Override
    public List<SchemeMove> movesOf(Set<AccountId> accounts) {
        return accounts.stream()
                .sorted()
                .flatMap(account -> moves(account).stream())
                .toList();
    }

    @Override
    public List<AccountId> dueForReview(ClubId club, LocalDate day, @Nullable AccountId after, int limit) {
        return ofClub(club, after)
                .filter(account -> account.standing().status() == AccountStatus.ACTIVE)
                .filter(account -> !account.standing().nextReview().isAfter(day))
                .limit(limit)
                .map(MemberAccount::id)
                .toList();
    }

    @Override
    public List<MemberAccount> ofClub(ClubId club, @Nullable AccountId after, int limit) {
        return ofClub(club, after).limit(limit).toList();
    }

    private static boolean isAmong(Collection<LocalDate> days, @Nullable LocalDate day) {
        return day != null && days.contains(day);
    }

    @Override
    public List<Sharer> born(
            ClubId club, Collection<LocalDate> days, Instant openedBefore, @Nullable MemberId after, int limit) {
        return state.members
                .values()
                .filter(Member::isActive)
                .filter(member -> isAmong(days, member.details().birthdate()))
                .filter(member -> after == null || member.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Member::id))
                .flatMap(member -> of(member.id(), club)
                        .filter(account -> !account.isClosed()
                                && account.owner().openedAt().isBefore(openedBefore))
                        .map(account -> new Sharer(member.id(), account.id()))
                        .stream())
                .limit(limit)
                .toList();
    }

    @Override
    public List<SchemeCount> countByScheme(ClubId club) {
        return counted(ofClub(club, null).map(MemberAccount::scheme));
    }

    @Override
    public List<SchemeCount> countBySchemeInUse(ClubId club) {
        return counted(ofClub(club, null).flatMap(account -> {
            MemberAccount.Coming coming = account.standing().coming();
            return coming == null || coming.scheme().equals(account.scheme())
                    ? Stream.of(account.scheme())
                    : Stream.of(account.scheme(), coming.scheme());
        }));
    }

    private static List<SchemeCount> counted(Stream<SchemeId> schemes) {
        Map<SchemeId, Long> counts =
                schemes.collect(Collectors.groupingBy(scheme -> scheme, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> new SchemeCount(count.getKey(), count.getValue()))
                .toList();
    }

    /** The accounts of a club by id, from the one after {@code after} on. */
    Stream<MemberAccount> ofClub(ClubId club, @Nullable AccountId after) {
        Key from = after == null ? Key.of(club) : Key.of(club, after).end();
        return state.accountsByClub
                .between(from, Key.of(club).end())
                .map(this::find)
                .flatMap(Optional::stream);
    }

    /** Writes the head of a locked account, which must still have the version it was read with. */
    void post(MemberAccount account, LedgerHead head) {
        put(current(account).with(head));
    }

    private MemberAccount current(MemberAccount account) {
        return find(account.id())
                .filter(stored -> stored.version() == account.version())
                .orElseThrow(() -> new RaceLostException("account " + account.id() + " has another version"));
    }

    private void put(MemberAccount account) {
        MemberAccount next = new MemberAccount(
                account.id(), account.owner(), account.standing(), account.head(), account.version() + 1);
        state.accounts.put(next.id(), next);
    }

    private void add(SchemeMove move) {
        state.moves.add(Key.of(move.account(), move.number()), move);
    }

    private Stream<MemberAccount> shared(Key prefix) {
        return state.accountsByMember
                .between(prefix, prefix.end())
                .map(this::find)
                .flatMap(Optional::stream);
    }
}

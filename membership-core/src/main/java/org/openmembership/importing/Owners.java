package org.openmembership.importing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.club.ClubId;
import org.openmembership.intake.Intake;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStatus;
import org.openmembership.privacy.Tombstone;
import org.openmembership.request.Violation;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.Stores;

/**
 * Whom the rows of a chunk name, by references of members, ids of accounts and numbers of cards: looked up together, in as
 * many questions for a thousand rows as for one.
 *
 * @param members by reference
 * @param cards by what was scanned
 * @param accountOf of each of the members who has one in the club
 * @param accounts by id, of any club
 * @param erased references of people who are gone
 */
record Owners(
        ClubId club,
        Map<ExternalKey, Member> members,
        Map<CardNumber, MembershipCard> cards,
        Map<MemberId, AccountId> accountOf,
        Map<AccountId, MemberAccount> accounts,
        Set<Tombstone> erased) {
    /** Who a row names: a member by reference, an account by our id, a card by its number, or several of them. */
    record Named(
            @Nullable ExternalKey member,
            @Nullable AccountId account,
            @Nullable CardNumber card) {
        boolean isNobody() {
            return member == null && account == null && card == null;
        }

        /** What is in the columns {@code member}, {@code account} and {@code card}, as far as the file has them. */
        static Named read(Intake intake, Cells cells, @Nullable String source) {
            String reference = cells.text("member");
            intake.check("source", reference != null && source == null ? "must be given where a member is" : null);
            intake.text("source", source, ExternalKey.MAX_SOURCE);
            intake.text("member", reference, ExternalKey.MAX_VALUE);
            boolean wrong = intake.isWrong("source") || intake.isWrong("member");
            return new Named(
                    reference == null || source == null || wrong ? null : ExternalKey.of(source, reference),
                    cells.noun(intake, "account", AccountId::of),
                    cells.noun(intake, "card", CardNumber::of));
        }
    }

    /**
     * What a row is of.
     *
     * @param member null where none is named
     * @param account null where the member has none in the club yet
     */
    record Found(@Nullable Member member, @Nullable MemberAccount account) {}

    static Owners of(Collection<Named> named, ClubId club, Stores stores) {
        Set<ExternalKey> references =
                named.stream().map(Named::member).filter(Objects::nonNull).collect(toSet());
        Set<CardNumber> scanned =
                named.stream().map(Named::card).filter(Objects::nonNull).collect(toSet());
        Map<ExternalKey, Member> members = stores.members().withReferences(references).stream()
                .collect(toMap(member -> Objects.requireNonNull(member.reference()), member -> member));
        Map<CardNumber, MembershipCard> cards =
                scanned.isEmpty() ? Map.of() : stores.cards().findAll(scanned);
        Map<MemberId, MemberAccount> theirs = stores.accounts()
                .ofAll(members.values().stream().map(Member::id).collect(toSet()), club);

        Set<AccountId> ids =
                named.stream().map(Named::account).filter(Objects::nonNull).collect(toSet());
        cards.values().forEach(card -> card.account().ifPresent(ids::add));
        Map<AccountId, MemberAccount> accounts = new HashMap<>();
        stores.accounts().findAll(ids).forEach(account -> accounts.put(account.id(), account));
        theirs.values().forEach(account -> accounts.put(account.id(), account));
        Set<Tombstone> erased = new HashSet<>(stores.privacy()
                .among(references.stream().map(Tombstone::ofMember).toList()));
        return new Owners(
                club,
                members,
                cards,
                theirs.entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, entry -> entry.getValue().id())),
                accounts,
                erased);
    }

    /** The same with all its accounts locked, as they are now. */
    Owners locked(Stores stores) {
        Map<AccountId, MemberAccount> now = new HashMap<>();
        stores.accounts().lock(new TreeSet<>(accounts.keySet())).forEach(account -> now.put(account.id(), account));
        return new Owners(club, members, cards, accountOf, now, erased);
    }

    /** Whether the row is of a member who has been erased. */
    boolean isErased(Named named) {
        ExternalKey reference = named.member();
        return reference != null && !members.containsKey(reference) && erased.contains(Tombstone.ofMember(reference));
    }

    /** What speaks against whom a row names; null if nothing does. */
    @Nullable
    Violation problem(Named named) {
        Member member = member(named);
        if (named.member() != null && member == null) {
            return new Violation("member", "is nobody's reference");
        }
        if (member != null && member.status() != MemberStatus.ACTIVE && member.status() != MemberStatus.IMPORTED) {
            return new Violation("member", "is of a member who is " + member.status());
        }
        if (named.account() != null && !accounts.containsKey(named.account())) {
            return new Violation("account", "does not exist");
        }
        if (named.card() != null && ofCard(named).isEmpty()) {
            return new Violation("card", "is nobody's, or does not exist");
        }
        return problemOfAccount(named);
    }

    private @Nullable Violation problemOfAccount(Named named) {
        MemberAccount account = found(named).account();
        boolean disagree = named.account() != null && !isSame(account, named.account())
                || ofCard(named).filter(id -> !isSame(account, id)).isPresent();
        if (disagree) {
            return new Violation(
                    named.account() == null ? "card" : "account", "is not of the same account as the rest of the row");
        }
        if (account != null && !account.club().equals(club)) {
            return new Violation(named.account() == null ? "card" : "account", "is of another club");
        }
        return account != null && account.isClosed() ? new Violation("account", "is closed") : null;
    }

    /** Whose a row is that nothing speaks against. */
    Found found(Named named) {
        Member member = member(named);
        AccountId id = member == null
                ? Optional.ofNullable(named.account()).or(() -> ofCard(named)).orElse(null)
                : accountOf.get(member.id());
        return new Found(member, id == null ? null : accounts.get(id));
    }

    private @Nullable Member member(Named named) {
        return named.member() == null ? null : members.get(named.member());
    }

    private Optional<AccountId> ofCard(Named named) {
        return named.card() == null
                ? Optional.empty()
                : Optional.ofNullable(cards.get(named.card())).flatMap(MembershipCard::account);
    }

    private static boolean isSame(@Nullable MemberAccount account, AccountId id) {
        return account != null && account.id().equals(id);
    }
}

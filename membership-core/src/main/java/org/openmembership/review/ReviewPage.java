package org.openmembership.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openmembership.account.AccountEvent.SchemeChanged;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.Club;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.SchemeId;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/** One page of a run: measures its accounts in one set, decides each from its measure alone, and writes what changed. */
final class ReviewPage {
    private final Club club;
    private final Instant now;
    private final LocalDate today;

    ReviewPage(Club club, Instant now) {
        this.club = club;
        this.now = now;
        this.today = club.businessDate(now);
    }

    /** The moves that the page comes to, without writing. */
    List<SchemeMove> decide(List<MemberAccount> accounts, Stores stores) {
        Map<AccountId, BigDecimal> measures = measures(accounts, stores);
        Map<AccountId, Integer> numbers = stores.accounts()
                .lastMoveNumbers(accounts.stream().map(MemberAccount::id).collect(Collectors.toSet()));

        List<SchemeMove> moves = new ArrayList<>();
        for (MemberAccount account : accounts) {
            BigDecimal measure = measures.getOrDefault(account.id(), BigDecimal.ZERO);
            SchemeId chosen = account.pinOn(today).isPresent()
                    ? account.scheme()
                    : SchemeChoice.choose(club, account.scheme(), measure);
            if (!chosen.equals(account.scheme())) {
                moves.add(new SchemeMove(
                        account.id(),
                        numbers.getOrDefault(account.id(), 0) + 1,
                        new SchemeMove.Change(account.scheme(), chosen),
                        new SchemeMove.Cause(SchemeMove.Cause.Kind.REVIEW, measure),
                        new SchemeMove.When(now, today)));
            }
        }
        return moves;
    }

    /** Locks those of the accounts that are still due. */
    List<MemberAccount> lock(List<AccountId> page, Stores stores) {
        return stores.accounts().lock(new TreeSet<>(page)).stream()
                .filter(account ->
                        !account.isClosed() && !account.standing().nextReview().isAfter(today))
                .toList();
    }

    /** Writes the moves, and when each account is looked at next. */
    void write(List<MemberAccount> accounts, List<SchemeMove> moves, Stores stores, Facts facts) {
        Map<AccountId, SchemeId> chosen = new HashMap<>();
        moves.forEach(move -> chosen.put(move.account(), move.change().to()));
        LocalDate next = today.plus(club.terms().review().every());
        List<MemberAccount> reviewed = accounts.stream()
                .map(account -> account.reviewed(chosen.getOrDefault(account.id(), account.scheme()), next))
                .toList();
        stores.accounts().review(reviewed, moves);
        for (MemberAccount account : accounts) {
            SchemeId to = chosen.get(account.id());
            if (to != null) {
                facts.happened(moved(account, to), account, now);
            }
        }
    }

    private static SchemeChanged moved(MemberAccount account, SchemeId to) {
        return new SchemeChanged(account.id(), account.club(), account.scheme(), to, SchemeMove.Cause.Kind.REVIEW);
    }

    private Map<AccountId, BigDecimal> measures(List<MemberAccount> accounts, Stores stores) {
        ReviewTerms terms = club.terms().review();
        ZoneId zone = club.place().zone();
        Map<AccountId, Instant> from = new HashMap<>();
        for (MemberAccount account : accounts) {
            LocalDate openedOn = club.businessDate(account.owner().openedAt());
            from.put(account.id(), terms.window().start(today, openedOn, zone));
        }
        Instant to = today.plusDays(1).atStartOfDay(zone).toInstant();
        return stores.ledger().measures(terms.measure(), club.place().currency(), from, to);
    }
}

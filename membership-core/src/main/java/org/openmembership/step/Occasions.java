package org.openmembership.step;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.ClubId;
import org.openmembership.club.EventRule;
import org.openmembership.club.SchemeId;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.storage.Stores;

/**
 * Events of members that the library notices by itself: each gives its points once, because its key says whose and which one
 * it is (D24).
 */
public final class Occasions {
    /** The source of keys that the library makes up for events; no host may use it. */
    public static final String SOURCE = CommandKey.OCCASION;

    private static final String GIVEN = "GIVEN";

    private final PublishedClubs clubs;
    private final Actor actor;
    private final Instant now;
    private final Stores stores;
    private final Facts facts;

    public Occasions(PublishedClubs clubs, Actor actor, Instant now, Stores stores, Facts facts) {
        this.clubs = clubs;
        this.actor = actor;
        this.now = now;
        this.stores = stores;
        this.facts = facts;
    }

    /** An event on the account that a member shares. */
    public record Occasion(AccountId account, EventGiving.Event event) {
        /** The birthday that falls on a day; its key holds the year alone. */
        public static Occasion birthday(MemberId member, AccountId account, ClubId club, LocalDate day) {
            CommandKey key = key(club, "birthday:" + member + ":" + day.getYear());
            return new Occasion(account, new EventGiving.Event(EventRule.BIRTHDAY, day, key, member));
        }

        private static Occasion registration(MemberId member, MemberAccount account, LocalDate day) {
            CommandKey key = key(account.club(), "registration:" + member);
            return new Occasion(account.id(), new EventGiving.Event(EventRule.REGISTRATION, day, key, member));
        }

        /** That a move of an account is {@code rewardDays} old, for which it has to hold what it came to. */
        public static Occasion move(SchemeMove move, ClubId club, ReasonCode code, LocalDate day) {
            CommandKey key = key(club, "moved:" + move.account() + ":" + move.number());
            return new Occasion(
                    move.account(),
                    new EventGiving.Event(code, day, key, null, move.change().to()));
        }

        private static CommandKey key(ClubId club, String value) {
            return new CommandKey(Operation.EVENT, club, ExternalKey.of(SOURCE, value));
        }
    }

    /** What was given, and to how many. */
    public record Sum(int occasions, Points points) {
        public static final Sum NOTHING = new Sum(0, Points.ZERO);

        public Sum plus(Sum other) {
            return new Sum(occasions + other.occasions, points.plus(other.points));
        }
    }

    /** Gives what the clubs of an active member have for a registration, once for each of them. */
    Sum registration(MemberId member) {
        List<Occasion> occasions = new ArrayList<>();
        for (MemberAccount account : stores.accounts().of(member)) {
            PublishedClub club = clubs.require(account.club(), now, stores);
            if (club.rules().rewards(EventRule.REGISTRATION)) {
                occasions.add(Occasion.registration(member, account, club.club().businessDate(now)));
            }
        }
        return occasions.isEmpty() ? Sum.NOTHING : post(occasions);
    }

    /**
     * Locks the accounts, looks which of these occasions had their points before, and gives them to the others in one set.
     * One that gives nothing is not taken down: it may still give something another time.
     */
    public Sum post(List<Occasion> occasions) {
        Set<CommandKey> keys = new HashSet<>();
        TreeSet<AccountId> accounts = new TreeSet<>();
        occasions.forEach(occasion -> {
            keys.add(occasion.event().key());
            accounts.add(occasion.account());
        });
        OpenedLedgers opened = stores.ledger().open(new LedgerRequest(List.copyOf(keys), accounts, null));
        clubs.refresh(opened.clubVersions(), stores);
        opened.commands().forEach(done -> keys.remove(done.key()));
        Map<AccountId, AccountLedger> ledgers = Workbooks.open(
                opened.accounts().stream()
                        .filter(account -> !account.isClosed())
                        .toList(),
                now,
                stores);
        Idleness.heed(ledgers, clubs, now, stores);
        List<Occasion> due = occasions.stream()
                .filter(occasion -> ledgers.containsKey(occasion.account())
                        && keys.remove(occasion.event().key()))
                .toList();
        return write(due, ledgers);
    }

    private Sum write(List<Occasion> due, Map<AccountId, AccountLedger> ledgers) {
        EventGiving giving = new EventGiving(stores);
        expect(due, giving);
        List<RecordedCommand> commands = new ArrayList<>();
        Sum sum = Sum.NOTHING;
        for (Occasion occasion : due) {
            AccountLedger ledger = requireNonNull(ledgers.get(occasion.account()));
            PublishedClub club = clubs.require(occasion.event().key().club(), now, stores);
            SchemeId held = occasion.event().held();
            if (held != null && !held.equals(ledger.account().schemeIn(club.club(), now))) {
                continue;
            }
            List<PointEntry> entries =
                    giving.give(ledger, occasion.event(), club).entries();
            if (!entries.isEmpty()) {
                commands.add(command(occasion, entries));
                sum = sum.plus(new Sum(1, points(entries)));
            }
        }
        if (!commands.isEmpty()) {
            record(commands, ledgers.values(), giving);
        }
        return sum;
    }

    /** Those of one page are of one day; a registration is of one day in each club. */
    private void expect(List<Occasion> due, EventGiving giving) {
        Map<ClubId, Set<AccountId>> accounts = new HashMap<>();
        Map<ClubId, EventGiving.Event> events = new HashMap<>();
        for (Occasion occasion : due) {
            ClubId club = occasion.event().key().club();
            events.put(club, occasion.event());
            accounts.computeIfAbsent(club, any -> new HashSet<>()).add(occasion.account());
        }
        events.forEach((club, event) -> giving.expect(
                accounts.getOrDefault(club, Set.of()), event.code(), event.day(), clubs.require(club, now, stores)));
    }

    private void record(List<RecordedCommand> commands, Collection<AccountLedger> ledgers, EventGiving giving) {
        List<Posting> postings = ledgers.stream()
                .map(AccountLedger::posting)
                .filter(posting -> !posting.isEmpty())
                .toList();
        stores.commands().addAll(commands);
        stores.ledger().append(postings, List.of());
        stores.earning().count(giving.counts());
        stores.earning().explain(giving.explanations());
        facts.posted(postings);
    }

    private RecordedCommand command(Occasion occasion, List<PointEntry> entries) {
        RecordedCommand.Effect effect = Effects.of(occasion.account(), entries);
        Fingerprint content = Fingerprint.of(occasion.event().key().toString());
        RecordedCommand.Origin origin = new RecordedCommand.Origin(actor, now);
        return new RecordedCommand(occasion.event().key(), content, effect, Answer.of(GIVEN), origin);
    }

    private static Points points(List<PointEntry> entries) {
        return entries.stream().map(PointEntry::points).reduce(Points.ZERO, Points::plus);
    }
}

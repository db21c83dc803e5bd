package org.openmembership.examples.foodmart;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.openmembership.auditing.AuditReport;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.statement.ClubStatement;

/** Asks the library for what a shop owner wants to read; nothing is remembered from the run itself. */
final class SummaryReader {
    private static final int SAMPLES = 10;
    private static final Map<EntryKind, String> WORDS = words();

    private final Shop shop;
    private final Club club;
    private final Roster roster;
    private final Map<ExternalKey, String> names;

    /** @param people whose names samples show */
    SummaryReader(Shop shop, Club club, Roster roster, List<Person> people) {
        this.shop = shop;
        this.club = club;
        this.roster = roster;
        this.names = people.stream().collect(Collectors.toMap(Person::reference, Person::name));
    }

    Summary read(List<Summary.Category> categories) {
        AccountsReading accounts = new AccountsReading(shop, club, SAMPLES);
        roster.accounts()
                .forEach((account, customer) -> accounts.add(account, names.getOrDefault(customer, customer.value())));
        return new Summary(roster.figures(), List.of(figures(accounts)), categories, accounts.samples(), audit());
    }

    /** The word for a kind of entry, as members read it. */
    static String word(EntryKind kind) {
        return WORDS.getOrDefault(kind, kind.toString());
    }

    private Summary.ClubFigures figures(AccountsReading accounts) {
        ClubStatement statement = shop.membership().statements().ofClub(club.id());
        Points outstanding = Points.ZERO;
        List<Summary.Movement> movements = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            LedgerStore.ClubTotal total = statement.totals().get(kind);
            if (total != null) {
                outstanding = outstanding.plus(total.points());
                Money value = Money.of(club.place().currency(), total.value(), RoundingMode.DOWN);
                movements.add(new Summary.Movement(word(kind), total.entries(), total.points(), value));
            }
        }
        List<Summary.Month> months = accounts.months();
        return new Summary.ClubFigures(
                club.name(),
                schemes(),
                movements,
                outstanding,
                statement.liability(),
                months,
                liability(statement),
                years(months));
    }

    /** The years in which anything happened, and those between them. */
    private List<Summary.Year> years(List<Summary.Month> months) {
        if (months.isEmpty()) {
            return List.of();
        }
        YearReader reader = new YearReader(shop, club);
        int first = months.get(0).month().getYear();
        int last = months.get(months.size() - 1).month().getYear();
        return IntStream.rangeClosed(first, last).mapToObj(reader::read).toList();
    }

    private List<Summary.SchemeFigure> schemes() {
        Map<SchemeId, Long> counts = shop.membership().review().counts(club.id());
        return club.schemes().stream()
                .sorted(Comparator.comparingInt(Scheme::sequence).reversed())
                .map(scheme -> new Summary.SchemeFigure(scheme.name(), counts.getOrDefault(scheme.id(), 0L)))
                .toList();
    }

    private List<Summary.Liability> liability(ClubStatement statement) {
        Map<YearMonth, Points> byMonth = new TreeMap<>();
        Points never = Points.ZERO;
        for (LedgerStore.Outstanding part : statement.outstanding()) {
            if (part.lapsesAt().equals(ExpiryRule.FOREVER)) {
                never = never.plus(part.points());
            } else {
                byMonth.merge(YearMonth.from(lastDay(club, part.lapsesAt())), part.points(), Points::plus);
            }
        }
        List<Summary.Liability> liability = new ArrayList<>();
        byMonth.forEach((month, points) -> liability.add(
                new Summary.Liability(month, points, club.points().value().of(points))));
        if (never.isPositive()) {
            liability.add(
                    new Summary.Liability(null, never, club.points().value().of(never)));
        }
        return liability;
    }

    /** The last day on which points that lapse at an instant can be used. */
    static LocalDate lastDay(Club club, Instant lapsesAt) {
        return club.businessDate(lapsesAt.minusMillis(1));
    }

    private Summary.Audit audit() {
        AuditReport report = shop.membership().audit().run();
        List<String> violations = report.violations().stream()
                .map(violation -> violation.invariant() + " at " + violation.subject() + ": " + violation.finding())
                .toList();
        return new Summary.Audit(report.checked().size(), violations);
    }

    private static Map<EntryKind, String> words() {
        Map<EntryKind, String> words = new LinkedHashMap<>();
        words.put(EntryKind.SALE, "earned");
        words.put(EntryKind.REDEMPTION, "redeemed");
        words.put(EntryKind.EXPIRY, "expired");
        words.put(EntryKind.REVERSAL, "taken back by returns");
        return words;
    }
}

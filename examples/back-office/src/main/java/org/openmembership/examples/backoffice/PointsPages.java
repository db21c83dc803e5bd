package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.openmembership.account.AccountId;
import org.openmembership.customer.Customer;
import org.openmembership.examples.backoffice.AccountCards.Held;
import org.openmembership.examples.backoffice.Parts.Column;
import org.openmembership.examples.foodmart.Figures;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.statement.Statement;

/** What happened on an account in a period, and why (A28, A29, B49). */
final class PointsPages {
    private static final int USUAL_MONTHS = 3;
    private static final List<Column> COLUMNS = List.of(
            Column.words("Day"),
            Column.words("What"),
            Column.words("Why"),
            Column.figures("Points"),
            Column.figures("Balance"));

    private final Words words;
    private final AccountCards accounts;

    PointsPages(Words words, AccountCards accounts) {
        this.words = words;
        this.accounts = accounts;
    }

    Reply show(Call call, Customer customer) {
        return AccountCards.on(call, customer, held -> show(call, customer, held));
    }

    private Reply show(Call call, Customer customer, Held held) {
        AccountId account = held.account().id();
        Answers asked = Answers.of(call.query()).checkDay("from").checkDay("to");
        LocalDate from = asked.day("from");
        LocalDate to = asked.day("to");
        LocalDate first = from == null ? words.today().minusMonths(USUAL_MONTHS) : from;
        LocalDate last = to == null ? words.today() : to;
        Statement statement = call.clerk()
                .statements()
                .of(account, start(first), start(last.plusDays(1)))
                .orElseThrow();
        Page page = CustomerPages.below(
                customer,
                "Points in " + held.club().name(),
                now(held, statement),
                period(Paths.of(customer.id(), account, "points"), first, last, asked),
                entries(statement));
        return asked.isRefused() ? Reply.wrong(page) : Reply.page(page);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(words.zone()).toInstant();
    }

    private Markup now(Held held, Statement statement) {
        String expiring = statement.now().expiringNext().map(accounts::expiring).orElse("");
        return Markup.all(
                Parts.tiles(
                        Parts.tile(
                                "Points", Figures.of(statement.now().balance().available()), "now"),
                        Parts.tile("Earned", Figures.of(statement.earned()), "in this period"),
                        Parts.tile("Redeemed", Figures.of(statement.redeemed()), "in this period"),
                        Parts.tile("Expired", Figures.of(statement.expired()), "in this period")),
                Parts.facts(
                        Parts.fact("Scheme", accounts.scheme(held.club(), held.account())),
                        Parts.fact("Expiring next", expiring),
                        Parts.fact(
                                "To be repaid first",
                                statement.now().balance().debt().isZero()
                                        ? null
                                        : Figures.of(statement.now().balance().debt()))));
    }

    private static Markup period(String path, LocalDate first, LocalDate last, Answers asked) {
        Answers shown = Answers.of(Map.of("from", first.toString(), "to", last.toString()))
                .refused(asked.wrong());
        return Form.asking(path, shown)
                .line(Field.required("from", "From").day())
                .line(Field.required("to", "Until").day())
                .send("Show", null);
    }

    private Markup entries(Statement statement) {
        Statement.Period period = statement.period();
        if (period.entries().isEmpty()) {
            return Parts.section("Entries", Parts.paragraph("Nothing happened in this period."));
        }
        return Parts.table(
                "From " + Figures.of(period.opening()) + " to " + Figures.of(period.closing()) + " points",
                COLUMNS,
                period.entries().stream().map(this::line).toList());
    }

    private List<Markup> line(PointEntry entry) {
        return List.of(
                text(words.day(entry.occurredAt())),
                text(Words.of(entry.kind())),
                why(entry),
                text(Words.signed(entry.points())),
                text(Figures.of(entry.balanceAfter())));
    }

    private static Markup why(PointEntry entry) {
        PointEntry.Origin origin = entry.cause().origin();
        boolean bySale = entry.kind() == EntryKind.SALE || origin.command().operation() == Operation.SALE;
        if (bySale) {
            return Parts.link(
                    Paths.of(origin.command().key()),
                    "Receipt " + origin.command().key().value());
        }
        return text(
                origin.reason() == null
                        ? origin.command().key().value()
                        : origin.reason().value());
    }
}

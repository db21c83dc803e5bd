package org.openmembership.examples.foodmart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.openmembership.shared.Points;

/** The summary as a page with charts, one file that needs nothing else. */
final class Report {
    private final Summary summary;
    private final Html html = new Html();

    private Report(Summary summary) {
        this.summary = summary;
    }

    static void write(Summary summary, Path file) throws IOException {
        Files.writeString(file, new Report(summary).page());
    }

    private String page() throws IOException {
        html.markup("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .markup("<title>Membership report</title><style>" + style() + "</style></head><body><main>");
        html.heading(1, "Membership report");
        people(summary.people());
        for (Summary.ClubFigures club : summary.clubs()) {
            club(club);
        }
        categories();
        samples();
        audit(summary.audit());
        return html.markup("</main></body></html>").toString();
    }

    private void people(Summary.People people) {
        html.paragraph(Figures.of(people.customers()) + " customers of the point of sale, "
                + Figures.of(people.members()) + " of them registered as members.");
        html.markup("<div class=\"tiles\">")
                .tile("Members", Figures.of(people.members()), "registered")
                .tile("Several matches", Figures.of(people.severalMatches()), "members whose address customers share")
                .tile("Linked by sharing", Figures.of(people.linkedBySharing()), "customers beyond the first")
                .tile(
                        "Refused as taken",
                        Figures.of(people.refusedAsTaken()),
                        "the address has a member; still a customer")
                .markup("</div>");
    }

    private void club(Summary.ClubFigures club) throws IOException {
        html.markup("<section>").heading(2, club.name());
        html.markup("<div class=\"tiles\">");
        for (Summary.Movement movement : club.movements()) {
            html.tile(movement.what(), Figures.of(movement.points()), worth(movement));
        }
        html.tile(
                        "Outstanding",
                        Figures.of(club.outstanding()),
                        Figures.of(club.moneyOutstanding()) + " owed to members")
                .markup("</div>");
        html.heading(3, "Members by scheme").table(List.of("Scheme", "Members", "Share"), schemes(club.schemes()));
        charts(club);
        html.heading(3, "Liability roll-forward");
        club.years().forEach(this::year);
        html.markup("</section>");
    }

    private void year(Summary.Year year) {
        html.table(
                List.of(Integer.toString(year.year()), "Points", "Worth"),
                year.steps().stream()
                        .map(step -> List.of(step.what(), Figures.of(step.points()), Figures.of(step.value())))
                        .toList());
        html.paragraph(
                year.reconciled()
                        ? "Opening and closing come from open points, what lies between from entries: they add up."
                        : "Opening, entries and closing do not add up.");
    }

    private static List<List<String>> schemes(List<Summary.SchemeFigure> schemes) {
        long all = schemes.stream().mapToLong(Summary.SchemeFigure::accounts).sum();
        return schemes.stream()
                .map(scheme -> List.of(
                        scheme.scheme(), Figures.of(scheme.accounts()), Figures.percent(scheme.accounts(), all)))
                .toList();
    }

    private static String worth(Summary.Movement movement) {
        return Figures.of(movement.value()) + " in " + Figures.of(movement.entries()) + " entries";
    }

    private void charts(Summary.ClubFigures club) throws IOException {
        html.heading(3, "Points over time")
                .picture(Charts.points(club.months()), "points earned, redeemed and expired by month")
                .markup("<details><summary>The figures</summary>")
                .table(
                        List.of("Month", "Earned", "Redeemed", "Expired", "Outstanding", "Moved up", "Moved down"),
                        club.months().stream().map(Report::figures).toList())
                .markup("</details>");
        html.heading(3, "Points held by members at the end of each month")
                .picture(Charts.outstanding(club.months()), "points outstanding by month");
        html.heading(3, "Scheme movements")
                .picture(Charts.schemes(club.months()), "members who moved up and down by month");
        html.heading(3, "Liability by month of expiry")
                .picture(Charts.liability(club.liability()), "points outstanding by the month in which they lapse")
                .markup("<details><summary>The figures</summary>")
                .table(
                        List.of("Lapsing at the end of", "Points", "Worth"),
                        club.liability().stream().map(Report::figures).toList())
                .markup("</details>");
    }

    private static List<String> figures(Summary.Month month) {
        return List.of(
                month.month().toString(),
                Figures.of(month.earned()),
                Figures.of(month.redeemed()),
                Figures.of(month.expired()),
                Figures.of(month.outstanding()),
                Figures.of(month.up()),
                Figures.of(month.down()));
    }

    private static List<String> figures(Summary.Liability due) {
        String when = due.lapsing() == null ? "never" : due.lapsing().toString();
        return List.of(when, Figures.of(due.points()), Figures.of(due.value()));
    }

    private void categories() {
        html.heading(2, "Best-selling categories")
                .table(
                        List.of("Category", "Units", "Sales"),
                        summary.categories().stream()
                                .map(category -> List.of(
                                        category.name(), Figures.of(category.units()), Figures.of(category.amount())))
                                .toList());
    }

    private void samples() {
        html.heading(2, "Members' accounts")
                .table(
                        List.of("Member", "Scheme", "Earned", "Redeemed", "Expired", "Balance"),
                        summary.samples().stream().map(Report::figures).toList());
        summary.samples().stream().findFirst().ifPresent(this::statement);
    }

    private static List<String> figures(Summary.SampleStatement sample) {
        return List.of(
                sample.member(),
                sample.scheme(),
                Figures.of(sample.earned()),
                Figures.of(sample.redeemed()),
                Figures.of(sample.expired()),
                Figures.of(sample.balance()));
    }

    private void statement(Summary.SampleStatement sample) {
        html.markup("<section class=\"statement\">").heading(2, "Statement of " + sample.member());
        html.paragraph(sample.scheme() + ", " + Figures.of(sample.balance()) + " points"
                + SummaryText.next(sample.next()) + ".");
        html.table(
                        List.of("Day", "What", "Points", "Balance"),
                        sample.lines().stream().map(Report::figures).toList())
                .markup("</section>");
    }

    private static List<String> figures(Summary.StatementLine line) {
        Points points = line.points();
        String signed = (points.isPositive() ? "+" : "") + Figures.of(points);
        return List.of(line.day().toString(), line.what(), signed, Figures.of(line.balance()));
    }

    private void audit(Summary.Audit audit) {
        html.heading(2, "Audit");
        if (audit.clean()) {
            html.markup("<p class=\"good\">All " + audit.invariants() + " invariants of the ledger hold.</p>");
        } else {
            audit.violations().forEach(violation -> html.paragraph("Violated: " + violation));
        }
    }

    private static String style() throws IOException {
        try (InputStream css = Report.class.getResourceAsStream("report.css")) {
            return new String(
                    Objects.requireNonNull(css, "report.css is missing").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

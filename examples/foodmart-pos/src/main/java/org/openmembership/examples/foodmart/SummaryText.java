package org.openmembership.examples.foodmart;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints a summary for a terminal. */
final class SummaryText {
    private static final int MOST_VIOLATIONS = 20;

    private final PrintStream out;

    SummaryText(PrintStream out) {
        this.out = out;
    }

    void print(Summary summary) {
        people(summary.people());
        summary.clubs().forEach(this::club);
        categories(summary.categories());
        samples(summary.samples());
        audit(summary.audit());
    }

    private void people(Summary.People people) {
        title("Members");
        row("customers of the POS", Figures.of(people.customers()));
        row("registered as members", Figures.of(people.members()));
        row("members matched with several customers", Figures.of(people.severalMatches()));
        row("customers linked beyond the first", Figures.of(people.linkedBySharing()));
        row("refused, address taken", Figures.of(people.refusedAsTaken()));
    }

    private void club(Summary.ClubFigures club) {
        title(club.name());
        for (Summary.SchemeFigure scheme : club.schemes()) {
            row("members in " + scheme.scheme(), Figures.of(scheme.accounts()));
        }
        out.printf(Locale.ROOT, "  %-42s %14s %18s%n", "", "points", "worth");
        for (Summary.Movement movement : club.movements()) {
            String what = movement.what() + " (" + Figures.of(movement.entries()) + ")";
            points(what, Figures.of(movement.points()), Figures.of(movement.value()));
        }
        points("outstanding", Figures.of(club.outstanding()), Figures.of(club.moneyOutstanding()));
        club.years().forEach(this::year);
    }

    private void year(Summary.Year year) {
        title("Liability roll-forward " + year.year());
        for (Summary.Step step : year.steps()) {
            points(step.what(), Figures.of(step.points()), Figures.of(step.value()));
        }
        row("", year.reconciled() ? "reconciled" : "DOES NOT ADD UP");
    }

    private void categories(List<Summary.Category> categories) {
        title("Best-selling categories");
        for (Summary.Category category : categories) {
            row(category.name(), Figures.of(category.amount()));
        }
    }

    private void samples(List<Summary.SampleStatement> samples) {
        title("Sample statements");
        for (Summary.SampleStatement sample : samples) {
            out.printf(Locale.ROOT, "  %s, %s%n", sample.member(), sample.scheme());
            out.printf(
                    Locale.ROOT,
                    "    earned %s, redeemed %s, expired %s, balance %s%s%n",
                    Figures.of(sample.earned()),
                    Figures.of(sample.redeemed()),
                    Figures.of(sample.expired()),
                    Figures.of(sample.balance()),
                    next(sample.next()));
        }
    }

    static String next(Summary.@Nullable NextExpiry next) {
        return next == null ? "" : "; " + Figures.of(next.points()) + " can be used until " + next.lastDay();
    }

    private void audit(Summary.Audit audit) {
        title("Audit");
        if (audit.clean()) {
            out.println("  All " + audit.invariants() + " invariants hold.");
        } else {
            out.println("  " + Figures.of(audit.violations().size()) + " violations, of which the first are:");
            audit.violations().stream()
                    .limit(MOST_VIOLATIONS)
                    .forEach(violation -> out.println("  VIOLATED: " + violation));
        }
    }

    private void title(String text) {
        out.println();
        out.println(text);
    }

    private void row(String what, String figure) {
        out.printf(Locale.ROOT, "  %-42s %14s%n", what, figure);
    }

    private void points(String what, String points, String worth) {
        out.printf(Locale.ROOT, "  %-42s %14s %18s%n", what, points, worth);
    }
}

package org.openmembership.examples.foodmart;

import java.sql.SQLException;
import java.time.YearMonth;

/** The pass before the first write: is the input what this run was made for? */
final class InputCheck {
    private final Console console;

    InputCheck(Console console) {
        this.console = console;
    }

    /** Counts all sales, says the figures, and whether they hold. */
    boolean holds(SalesReader sales) throws SQLException {
        InputFigures.Counter counter = new InputFigures.Counter();
        for (YearMonth month : SalesReader.MONTHS) {
            sales.baskets(month).forEach(counter::add);
        }
        InputFigures figures = counter.figures();
        console.say("The input, before anything is written:");
        console.say(
                "  " + Figures.of(figures.baskets()) + " baskets of " + Figures.of(figures.customers()) + " customers");
        console.say("  " + Figures.of(figures.linesAtOrBelowZero()) + " lines at or below zero");
        console.say("  " + Figures.of(figures.total()) + " in all");
        console.say("  " + Figures.of(figures.points()) + " points at one for each whole 1.00 of a basket");
        if (figures.holds()) {
            console.say("These figures hold.");
        } else {
            console.say("These figures do not hold, so nothing is written:");
            figures.differences().forEach(difference -> console.say("  " + difference));
        }
        return figures.holds();
    }
}

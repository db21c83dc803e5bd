package org.openmembership.review;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openmembership.reference.ModelSchemes.Counting;
import org.openmembership.reference.ModelSchemes.Falling;
import org.openmembership.reference.ModelSchemes.Rules;
import org.openmembership.reference.ModelSchemes.Step;
import org.openmembership.reference.ModelSchemes.Stretch;
import org.openmembership.testkit.Requirement;

/** A scheme is what the facts, the rules and the day say, and nothing else. */
@Requirement({"I23", "R41", "R42", "R43", "R39", "R28", "B51", "B53", "A41"})
class SchemeStoryPropertyTest {
    /** One thing that happens; what the numbers mean depends on it. */
    record Event(Kind kind, int one, int other) {
        enum Kind {
            SELL,
            BRING_BACK,
            PASS,
            REVIEW,
            RAISE,
            BUY
        }

        void happen(SchemeStory story) {
            switch (kind) {
                case SELL -> story.sell(1 + one % 60, other % 20);
                case BRING_BACK -> story.bringBack(one, other % 60);
                case PASS -> story.pass(1 + one % 130);
                case REVIEW -> story.review();
                case RAISE -> story.raise();
                case BUY -> story.buy(1 + one % 2);
            }
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void an_account_holds_what_counting_everything_anew_says(
            @ForAll("rules") Rules rules, @ForAll("days") LocalDate openedOn, @ForAll("stories") List<Event> events) {
        try (SchemeStory story = new SchemeStory(rules, openedOn)) {
            for (Event event : events) {
                event.happen(story);
                story.check();
            }
        }
    }

    @Provide
    Arbitrary<Rules> rules() {
        Arbitrary<Stretch> stretches = Arbitraries.of(Stretch.class);
        Arbitrary<Integer> valid = Arbitraries.of(0, 0, 30, 200, 366, -1);
        Arbitrary<Integer> grace = Arbitraries.of(0, 0, 1, 30);
        return Combinators.combine(
                        Arbitraries.of(Counting.class),
                        stretches,
                        stretches,
                        Arbitraries.of(1, 30, 365),
                        Arbitraries.of(Falling.class),
                        grace,
                        Arbitraries.of(true, false),
                        Combinators.combine(valid, valid, Arbitraries.integers().between(-1, 2))
                                .as(SchemeStoryPropertyTest::shape))
                .as((counting, entering, keeping, days, falling, graceDays, nextDay, shape) -> new Rules(
                        counting, entering, keeping, days, falling, graceDays, nextDay, steps(counting, shape)));
    }

    private static List<Integer> shape(int silver, int gold, int keep) {
        return List.of(silver, gold, keep);
    }

    private static List<Step> steps(Counting counting, List<Integer> shape) {
        long unit = counting == Counting.VISITS ? 1 : 20;
        long kept = shape.get(2) < 0 ? -1 : shape.get(2) * unit;
        return List.of(
                new Step(-1, -1, 0),
                new Step(2 * unit, kept, shape.get(0)),
                new Step(3 * unit, kept < 0 ? -1 : kept + unit, shape.get(1)));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.of(
                LocalDate.of(2028, 2, 29),
                LocalDate.of(2027, 12, 30),
                LocalDate.of(2027, 3, 1),
                LocalDate.of(2027, 10, 31));
    }

    @Provide
    Arbitrary<List<Event>> stories() {
        Arbitrary<Event.Kind> kinds = Arbitraries.of(
                Event.Kind.SELL,
                Event.Kind.SELL,
                Event.Kind.SELL,
                Event.Kind.BRING_BACK,
                Event.Kind.PASS,
                Event.Kind.PASS,
                Event.Kind.REVIEW,
                Event.Kind.REVIEW,
                Event.Kind.RAISE,
                Event.Kind.BUY);
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 10_000);
        return Combinators.combine(kinds, numbers, numbers)
                .as(Event::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}

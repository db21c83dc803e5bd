package org.openmembership.document;

import java.time.Period;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Edited;
import org.openmembership.club.ReviewTerms.Effect;
import org.openmembership.club.ReviewTerms.Fall;
import org.openmembership.club.ReviewTerms.Force;
import org.openmembership.club.ReviewTerms.Gauge;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.ReviewTerms.Pace;
import org.openmembership.club.ReviewTerms.Window;

/** Reads how accounts are reviewed. */
final class ReviewReader {
    static final Format<ReviewTerms> REVIEW = Format.object(ReviewReader::review);

    private ReviewReader() {}

    enum WindowKind {
        ROLLING,
        CALENDAR_YEAR,
        MEMBER_YEAR,
        VALIDITY,
        LIFETIME
    }

    private static Part<ReviewTerms> review(Fields fields) {
        ReviewTerms usual = ReviewTerms.DEFAULT;
        Part<Gauge> entry = gauge(fields, usual.entry());
        Part<Gauge> keep = entry.isWhole()
                ? fields.optional("keep", gauge(entry.get()), entry.get())
                : fields.optional("keep", gauge(usual.entry()), usual.entry());
        Part<Downgrade> downgrade = fields.optional(
                "downgrade", Format.choice(Downgrade.class), usual.fall().downgrade());
        Part<Period> grace =
                fields.optional("grace", TermsReader.PERIOD, usual.fall().grace());
        Part<Period> every =
                fields.optional("every", TermsReader.PERIOD, usual.pace().every());
        Part<Effect> effect = fields.optional(
                "effect", Format.choice(Effect.class), usual.pace().effect());
        Part<Integer> rewardDays = fields.optional(
                "rewardDays",
                Format.integer()
                        .accepting(
                                days -> days >= 1 && days <= Pace.MOST_REWARD_DAYS,
                                "must be 1 to " + Pace.MOST_REWARD_DAYS),
                usual.pace().rewardDays());
        Part<Force> force = force(fields);
        return fields.made(
                () -> new ReviewTerms(
                        entry.get(),
                        keep.get(),
                        new Fall(downgrade.get(), grace.get()),
                        new Pace(every.get(), effect.get(), rewardDays.get()),
                        force.get()),
                entry,
                keep,
                downgrade,
                grace,
                every,
                effect,
                rewardDays,
                force);
    }

    private static Part<Force> force(Fields fields) {
        Part<Boolean> on = fields.optional("on", Format.flag(), Force.DEFAULT.on());
        Part<Edited> edited = fields.optional("edited", Format.choice(Edited.class), Force.DEFAULT.edited());
        return fields.made(() -> new Force(on.get(), edited.get()), on, edited);
    }

    /** A gauge as an object of its own; what is left out is as in {@code usual}. */
    static Format<Gauge> gauge(Gauge usual) {
        return Format.object(fields -> gauge(fields, usual));
    }

    private static Part<Gauge> gauge(Fields fields, Gauge usual) {
        Part<Measure> measure = fields.optional("measure", Format.choice(Measure.class), usual.measure());
        Part<Window> window = fields.optional("window", Format.object(ReviewReader::window), usual.window());
        return fields.made(() -> new Gauge(measure.get(), window.get()), measure, window);
    }

    private static Part<Window> window(Fields fields) {
        Part<WindowKind> kind = fields.required("kind", Format.choice(WindowKind.class));
        if (!kind.isWhole()) {
            fields.acceptRest();
            return Part.faulty();
        }
        return switch (kind.get()) {
            case ROLLING -> {
                Part<Period> period = fields.required("period", TermsReader.PERIOD);
                yield fields.made(() -> new Window.Rolling(period.get()), period);
            }
            case CALENDAR_YEAR -> Part.of(new Window.CalendarYear());
            case MEMBER_YEAR -> Part.of(new Window.MemberYear());
            case VALIDITY -> Part.of(new Window.Validity());
            case LIFETIME -> Part.of(new Window.Lifetime());
        };
    }
}

package org.openmembership.importing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.PointKind;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.intake.Intake;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.step.DatedPoints;

/**
 * One opening balance, or a part of one with a life of its own, as far as the row itself tells.
 *
 * @param key what makes it one and the same
 * @param days {@code earnedOn} and {@code expiresOn}
 */
record OpeningRow(ExternalKey key, Owners.Named owner, Points points, PointKind kind, DatedPoints.Days days) {
    /** More than any shop has given out, and far from what a sum of all rows of a file could not hold. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);

    /** @throws org.openmembership.request.InvalidRequestException with all that is wrong, by column */
    static OpeningRow read(Cells cells, @Nullable String source) {
        Intake intake = Intake.of(cells.broken());
        String reference = cells.text("reference");
        intake.check("source", source == null ? "must be given" : null);
        intake.check("reference", reference == null ? "must be given" : null);
        intake.text("source", source, ExternalKey.MAX_SOURCE);
        intake.text("reference", reference, ExternalKey.MAX_VALUE);
        Owners.Named owner = Owners.Named.read(intake, cells, source);
        intake.check("member", owner.isNobody() ? "must be given, or an account or a card" : null);
        Points points = points(intake, cells);
        PointKind kind = cells.pointKind("pointKind");
        DatedPoints.Days days = new DatedPoints.Days(cells.day("earnedOn"), cells.day("expiresOn"));
        intake.check("expiresOn", days.isReversed() ? "is before earnedOn" : null);
        intake.finish();
        return new OpeningRow(
                ExternalKey.of(requireNonNull(source), requireNonNull(reference)),
                owner,
                requireNonNull(points),
                kind == null ? PointKind.AWARD : kind,
                days);
    }

    private static @Nullable Points points(Intake intake, Cells cells) {
        BigDecimal amount = cells.number("points");
        if (amount != null
                && amount.signum() > 0
                && amount.compareTo(MOST) <= 0
                && amount.stripTrailingZeros().scale() <= Points.SCALE) {
            return Points.of(amount);
        }
        intake.check("points", "must be above 0 and at most " + MOST + ", with two decimals at most");
        return null;
    }

    /** Of all that decides what it comes to, but not of who the account is shared by since. */
    Fingerprint fingerprint() {
        return Fingerprint.of("opening;" + owner.member() + ";" + owner.account() + ";" + owner.card() + ";" + points
                + ";" + kind + ";" + days.earned() + ";" + days.last());
    }
}

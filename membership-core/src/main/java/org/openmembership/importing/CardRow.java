package org.openmembership.importing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStatus;
import org.openmembership.club.SeriesId;
import org.openmembership.intake.Intake;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.StoreCode;

/**
 * One card as another system has it, as far as the row itself tells.
 *
 * @param series null for a number that none of ours has made
 * @param status what it says, or what follows from the rest
 * @param holder whose it is; empty while it is nobody's
 * @param lastValidOn null where the series decides
 */
record CardRow(
        CardNumber number,
        @Nullable SeriesId series,
        CardStatus status,
        Owners.Named holder,
        @Nullable StoreCode store,
        @Nullable LocalDate lastValidOn,
        @Nullable ReasonCode blockReason) {

    /** Whether it identifies an account. */
    boolean isInUse() {
        return status == CardStatus.ACTIVE;
    }

    /** @throws org.openmembership.request.InvalidRequestException with all that is wrong, by column */
    static CardRow read(Cells cells, @Nullable String source) {
        Intake intake = Intake.of(cells.broken());
        CardNumber number = cells.noun(intake, "number", CardNumber::of);
        intake.check("number", number == null ? "must be given" : null);
        SeriesId series = cells.noun(intake, "series", SeriesId::of);
        CardStatus said = cells.status("status");
        StoreCode store = cells.noun(intake, "store", StoreCode::of);
        ReasonCode reason = cells.noun(intake, "blockReason", ReasonCode::of);
        LocalDate lastValidOn = cells.day("lastValidOn");
        Owners.Named holder = Owners.Named.read(intake, cells, source);
        CardStatus status = said == null ? statusOf(holder, store, reason) : said;
        checkStatus(intake, status, holder, store, reason);
        intake.finish();
        return new CardRow(requireNonNull(number), series, status, holder, store, lastValidOn, reason);
    }

    private static CardStatus statusOf(Owners.Named holder, @Nullable StoreCode store, @Nullable ReasonCode reason) {
        if (reason != null) {
            return CardStatus.BLOCKED;
        }
        if (!holder.isNobody()) {
            return CardStatus.ACTIVE;
        }
        return store == null ? CardStatus.FREE : CardStatus.ALLOCATED;
    }

    private static void checkStatus(
            Intake intake,
            CardStatus status,
            Owners.Named holder,
            @Nullable StoreCode store,
            @Nullable ReasonCode reason) {
        boolean waits = status == CardStatus.FREE || status == CardStatus.ALLOCATED;
        intake.check("status", waits && !holder.isNobody() ? "is " + status + ", but the card is somebody's" : null);
        intake.check("store", status == CardStatus.ALLOCATED && store == null ? "must be given where it waits" : null);
        intake.check(
                "status", status == CardStatus.FREE && store != null ? "is FREE, but the card is in a store" : null);
        intake.check(
                "blockReason",
                (status == CardStatus.BLOCKED) == (reason != null)
                        ? null
                        : "belongs to a blocked card, which needs one");
    }
}

package org.openmembership.importing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.card.CardStatus;
import org.openmembership.club.PointKind;
import org.openmembership.customer.Gender;
import org.openmembership.customer.MaritalStatus;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PhoneType;
import org.openmembership.intake.Intake;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.request.Violation;

/** The cells of one row by our columns, read as texts, days and numbers; what cannot be read is remembered. */
final class Cells {
    private final Map<String, String> byColumn;
    private final List<Violation> broken = new ArrayList<>();

    Cells(Map<String, String> byColumn) {
        this.byColumn = byColumn;
    }

    List<Violation> broken() {
        return broken;
    }

    @Nullable
    String text(String column) {
        return byColumn.get(column);
    }

    /** A day as in 2026-03-02. */
    @Nullable
    LocalDate day(String column) {
        return read(column, LocalDate::parse, "is no day such as 2026-03-02");
    }

    /** An instant with a zone or, for a day, its beginning in UTC. */
    @Nullable
    Instant instant(String column) {
        return read(column, Cells::instantOf, "is no day or instant such as 2026-03-02T10:15:30Z");
    }

    @Nullable
    PointKind pointKind(String column) {
        return read(column, PointKind::valueOf, "must be one of " + List.of(PointKind.values()));
    }

    /** A number with a point before its decimals. */
    @Nullable
    BigDecimal number(String column) {
        return read(column, BigDecimal::new, "is no number such as 12.5");
    }

    /** What {@code of} makes of a cell, unless it refuses; null where the cell is empty. */
    <T> @Nullable T noun(Intake intake, String column, Function<String, T> of) {
        String text = text(column);
        return text == null ? null : intake.take(column, () -> of.apply(text));
    }

    @Nullable
    CardStatus status(String column) {
        return read(column, CardStatus::valueOf, "must be one of " + List.of(CardStatus.values()));
    }

    /** Those that are there, by {@code phone} and {@code phone2}. */
    List<RequestedPhone> phones() {
        return Stream.of("phone", "phone2")
                .filter(byColumn::containsKey)
                .map(column -> RequestedPhone.of(
                        text(column), read(column + "Type", PhoneType::valueOf, "must be one of " + types())))
                .toList();
    }

    private static String types() {
        return String.join(
                ", ", Stream.of(PhoneType.values()).map(PhoneType::name).toList());
    }

    /** One, if anything of it is there. */
    List<RequestedAddress> addresses() {
        boolean any = Stream.of("line1", "line2", "town", "county", "postcode", "country")
                .anyMatch(byColumn::containsKey);
        return any
                ? List.of(RequestedAddress.in(text("country"))
                        .lines(text("line1"), text("line2"))
                        .town(text("town"))
                        .county(text("county"))
                        .postcode(text("postcode"))
                        .build())
                : List.of();
    }

    /** What somebody has told; receipts are printed where nothing is said. */
    Particulars particulars() {
        Boolean receipts = read("receiptByEmail", Cells::flag, "must be true or false");
        return new Particulars(
                read("gender", Gender::valueOf, "must be one of " + List.of(Gender.values())),
                read("maritalStatus", MaritalStatus::valueOf, "must be one of " + List.of(MaritalStatus.values())),
                receipts != null && receipts);
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private <T> @Nullable T read(String column, Function<String, T> reader, String problem) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            broken.add(new Violation(column, problem));
            return null;
        }
    }

    private static Instant instantOf(String text) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }
}

package org.openmembership.jdbc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Points;

/** How nouns become columns and columns nouns. */
final class Values {
    /** Places of an amount of money. */
    static final int MONEY_SCALE = 4;

    /** Places of the value of one point. */
    static final int POINT_VALUE_SCALE = 6;

    private static final long MICROS = 1_000_000;

    private Values() {}

    /** @throws IllegalArgumentException if the instant is finer than a microsecond or beyond the year 294246 */
    static long micros(Instant instant) {
        if (instant.getNano() % 1_000 != 0) {
            throw new IllegalArgumentException(instant + " is finer than a microsecond");
        }
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000);
        } catch (ArithmeticException outOfRange) {
            throw new IllegalArgumentException(instant + " is out of range", outOfRange);
        }
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /** @throws ArithmeticException if the amount has more places than that */
    static long scaled(BigDecimal amount, int scale) {
        return amount.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** The amount without trailing zeros, as the nouns hold it. */
    static BigDecimal unscaled(long value, int scale) {
        BigDecimal amount = BigDecimal.valueOf(value, scale).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    /** What is bound for a value of a noun's: a text, a whole number, or null. */
    static @Nullable Object column(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Long || value instanceof Integer) {
            return value;
        }
        if (value instanceof Instant instant) {
            return micros(instant);
        }
        if (value instanceof LocalDate date) {
            return day(date);
        }
        if (value instanceof Points points) {
            return points.hundredths();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof Enum<?> named) {
            return named.name();
        }
        throw new IllegalArgumentException(
                "no column holds a " + value.getClass().getName());
    }

    /** Binds what {@link #column} answers, or an array of it. */
    static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof ColumnArray array) {
            array.bind(statement, index);
        } else {
            statement.setNull(index, Types.VARCHAR);
        }
    }

    static void bind(PreparedStatement statement, int index, Column column, @Nullable Object value)
            throws SQLException {
        Object bound = column(value);
        switch (column.type()) {
            case VARCHAR -> statement.setString(index, (String) bound);
            case BIGINT -> bindNumber(statement, index, (Number) bound, Types.BIGINT);
            case INTEGER -> bindNumber(statement, index, (Number) bound, Types.INTEGER);
        }
    }

    private static void bindNumber(PreparedStatement statement, int index, @Nullable Number value, int type)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, type);
        } else if (type == Types.BIGINT) {
            statement.setLong(index, value.longValue());
        } else {
            statement.setInt(index, value.intValue());
        }
    }

    static Instant instant(ResultSet row, int position) throws SQLException {
        return instant(row.getLong(position));
    }

    static Points points(ResultSet row, int position) throws SQLException {
        return Points.ofHundredths(row.getLong(position));
    }

    static LocalDate day(ResultSet row, int position) throws SQLException {
        return LocalDate.ofEpochDay(row.getInt(position));
    }

    static @Nullable LocalDate dayOrNull(ResultSet row, int position) throws SQLException {
        int day = row.getInt(position);
        return row.wasNull() ? null : LocalDate.ofEpochDay(day);
    }

    static @Nullable Instant instantOrNull(ResultSet row, int position) throws SQLException {
        long micros = row.getLong(position);
        return row.wasNull() ? null : instant(micros);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row.getLong(column));
    }

    static Points points(ResultSet row, String column) throws SQLException {
        return Points.ofHundredths(row.getLong(column));
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return LocalDate.ofEpochDay(row.getInt(column));
    }

    static boolean flag(ResultSet row, String column) throws SQLException {
        return row.getInt(column) != 0;
    }

    static <T> @Nullable T codeOrNull(ResultSet row, String column, Function<String, T> code) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : code.apply(text);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : instant(micros);
    }

    static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        int day = row.getInt(column);
        return row.wasNull() ? null : LocalDate.ofEpochDay(day);
    }
}

package org.openmembership.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Points;

/** How one sort of value is written; reading it never throws, but reports what is wrong. */
@FunctionalInterface
interface Format<T> {
    Pattern DECIMAL = Pattern.compile("-?[0-9]{1,13}(\\.[0-9]{1,12})?");
    Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

    Part<T> read(JsonValue value, String path, Faults faults);

    /** A code, about which the noun says itself what is wrong. */
    static <T> Format<T> code(Function<String, T> noun) {
        return (value, path, faults) -> {
            if (!(value instanceof JsonValue.Text text)) {
                return wrongSort(value, "a text", path, faults);
            }
            try {
                return Part.of(noun.apply(text.text()));
            } catch (IllegalArgumentException refused) {
                return faults.add(path, String.valueOf(refused.getMessage()));
            }
        };
    }

    /** A text of a certain form, such as a date. */
    static <T> Format<T> text(String expected, Function<String, T> parser) {
        return (value, path, faults) -> {
            if (!(value instanceof JsonValue.Text text)) {
                return wrongSort(value, expected, path, faults);
            }
            try {
                return Part.of(parser.apply(text.text()));
            } catch (DateTimeException | ArithmeticException | IllegalArgumentException unreadable) {
                return wrong(text.text(), expected, path, faults);
            }
        };
    }

    /** One of an enum's names. */
    static <E extends Enum<E>> Format<E> choice(Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return text("one of " + String.join(", ", names), name -> Enum.valueOf(type, name));
    }

    static Format<Boolean> flag() {
        return (value, path, faults) -> value instanceof JsonValue.Truth truth
                ? Part.of(truth.value())
                : wrongSort(value, "true or false", path, faults);
    }

    static Format<Integer> integer() {
        String expected = "a whole number of at most nine digits";
        return (value, path, faults) -> value instanceof JsonValue.Numeral number
                        && INTEGER.matcher(number.digits()).matches()
                ? Part.of(Integer.valueOf(number.digits()))
                : wrongOrSort(value, expected, path, faults);
    }

    static Format<Boolean> truth() {
        return (value, path, faults) -> value instanceof JsonValue.Truth truth
                ? Part.of(truth.value())
                : wrongSort(value, "true or false", path, faults);
    }

    /** An exact number, as a JSON number or a text; without exponent. */
    static Format<BigDecimal> decimal(int maxDecimals) {
        String expected = "a number with at most " + maxDecimals + " decimals";
        return (value, path, faults) -> {
            String digits = digits(value);
            if (digits == null || !DECIMAL.matcher(digits).matches()) {
                return wrongOrSort(value, expected, path, faults);
            }
            BigDecimal stripped = new BigDecimal(digits).stripTrailingZeros();
            return stripped.scale() > maxDecimals ? wrong(digits, expected, path, faults) : Part.of(stripped);
        };
    }

    /** A number that must not be below zero. */
    static Format<BigDecimal> notNegative() {
        return decimal(6).accepting(value -> value.signum() >= 0, "must not be below zero");
    }

    static Format<Points> points() {
        return (value, path, faults) -> {
            Part<BigDecimal> number = decimal(Points.SCALE).read(value, path, faults);
            try {
                return number.isWhole() ? Part.of(Points.of(number.get())) : Part.faulty();
            } catch (ArithmeticException outOfRange) {
                return faults.add(path, String.valueOf(outOfRange.getMessage()));
            }
        };
    }

    /** An object; names that nobody asks for are reported. */
    static <T> Format<T> object(Function<Fields, Part<T>> reader) {
        return (value, path, faults) -> {
            if (!(value instanceof JsonValue.Members members)) {
                return wrongSort(value, "an object", path, faults);
            }
            Fields fields = new Fields(path, members.members(), faults);
            Part<T> read = reader.apply(fields);
            return fields.reportUnknown() ? Part.faulty() : read;
        };
    }

    /** A list of values of one format. */
    static <T> Format<List<T>> list(Format<T> format) {
        return (value, path, faults) -> {
            if (!(value instanceof JsonValue.Items items)) {
                return wrongSort(value, "a list", path, faults);
            }
            List<T> read = new ArrayList<>();
            for (int i = 0; i < items.items().size(); i++) {
                Part<T> item = format.read(items.items().get(i), Paths.item(path, i), faults);
                if (item.isWhole()) {
                    read.add(item.get());
                }
            }
            return read.size() == items.items().size() ? Part.of(read) : Part.faulty();
        };
    }

    /** A list without order, in which nothing is there twice. */
    static <T> Format<Set<T>> set(Format<T> format) {
        return (value, path, faults) -> {
            Part<List<T>> items = list(format.once(new HashSet<>())).read(value, path, faults);
            return items.isWhole() ? Part.of(Set.copyOf(items.get())) : Part.faulty();
        };
    }

    default Format<T> accepting(Predicate<T> test, String problem) {
        return (value, path, faults) -> {
            Part<T> part = read(value, path, faults);
            return part.isWhole() && !test.test(part.get()) ? faults.add(path, problem) : part;
        };
    }

    /** Refuses what {@code seen} holds already, and adds what it accepts. */
    default Format<T> once(Collection<? super T> seen) {
        return accepting(
                value -> {
                    boolean isNew = !seen.contains(value);
                    seen.add(value);
                    return isNew;
                },
                "is there twice");
    }

    private static @Nullable String digits(JsonValue value) {
        if (value instanceof JsonValue.Numeral number) {
            return number.digits();
        }
        return value instanceof JsonValue.Text text ? text.text() : null;
    }

    private static <T> Part<T> wrongOrSort(JsonValue value, String expected, String path, Faults faults) {
        String digits = digits(value);
        return digits == null ? wrongSort(value, expected, path, faults) : wrong(digits, expected, path, faults);
    }

    private static <T> Part<T> wrong(String written, String expected, String path, Faults faults) {
        return faults.add(path, "must be " + expected + ", not \"" + Paths.shortened(written) + "\"");
    }

    private static <T> Part<T> wrongSort(JsonValue value, String expected, String path, Faults faults) {
        return faults.add(path, "must be " + expected + ", not " + value.sort());
    }
}

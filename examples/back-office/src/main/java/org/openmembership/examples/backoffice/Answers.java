package org.openmembership.examples.backoffice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.request.Violation;

/**
 * What was filled in a form, and what is wrong with it. Fields are called as the paths in the library's requests, so that
 * what it refuses finds its field.
 */
record Answers(Map<String, String> values, List<Violation> wrong) {
    static final Answers NONE = new Answers(Map.of(), List.of());

    Answers {
        values = Map.copyOf(values);
        wrong = List.copyOf(wrong);
    }

    static Answers of(Map<String, String> values) {
        return new Answers(values, List.of());
    }

    /** The same, with what else is wrong; of a field that was found wrong already nothing is added. */
    Answers refused(List<Violation> violations) {
        List<Violation> all = new ArrayList<>(wrong);
        violations.stream()
                .filter(violation -> wrongWith(violation.path()).isEmpty())
                .map(Answers::inWords)
                .distinct()
                .forEach(all::add);
        return new Answers(values, all);
    }

    /** A field of a page is empty, where one of a request is null. */
    private static Violation inWords(Violation violation) {
        boolean absent = violation.message().startsWith("must not be null");
        return absent ? new Violation(violation.path(), "must be filled in") : violation;
    }

    Answers refused(String field, String why) {
        return refused(List.of(new Violation(field, why)));
    }

    boolean isRefused() {
        return !wrong.isEmpty();
    }

    /** Without the blanks around it; empty if it was left empty. */
    String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /** Null if it was left empty. */
    @Nullable
    String given(String field) {
        String value = value(field);
        return value.isEmpty() ? null : value;
    }

    boolean isTicked(String field) {
        return !value(field).isEmpty();
    }

    /** Null if it is empty or no number; a mistake is told by {@link #checkNumber}. */
    @Nullable
    BigDecimal number(String field) {
        try {
            String value = value(field);
            return value.isEmpty() || value.length() > 20 ? null : new BigDecimal(value.replace(",", ""));
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    Answers checkNumber(String field) {
        return number(field) == null ? refused(field, "must be a number, such as 120 or 12.50") : this;
    }

    /** Null if it is empty or no day; a mistake is told by {@link #checkDay}. */
    @Nullable
    LocalDate day(String field) {
        try {
            String value = value(field);
            return value.isEmpty() ? null : LocalDate.parse(value);
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }

    Answers checkDay(String field) {
        return given(field) != null && day(field) == null ? refused(field, "must be a day, such as 1997-03-31") : this;
    }

    /** What is wrong with a field; empty if nothing is. */
    List<String> wrongWith(String field) {
        return wrong.stream()
                .filter(violation -> violation.path().equals(field))
                .map(Violation::message)
                .toList();
    }

    @Override
    public String toString() {
        return "Answers[***]";
    }
}

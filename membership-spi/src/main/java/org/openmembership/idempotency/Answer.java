package org.openmembership.idempotency;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.openmembership.shared.Texts;

/**
 * What a command answered, as far as its entries do not say it: codes and numbers, never text of a person's (R17).
 *
 * @param outcome a code of the verb's: {@code REDEEMED}, or the reason of a final refusal
 * @param figures named whole numbers, such as the points that were available then in hundredths
 */
public record Answer(String outcome, SortedMap<String, Long> figures) {
    public static final int MAX_FIGURES_LENGTH = 400;

    public Answer {
        Texts.requireCode("Answer.outcome", outcome, 40);
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    public static Answer of(String outcome) {
        return new Answer(outcome, new TreeMap<>());
    }

    public static Answer of(String outcome, Map<String, Long> figures) {
        return new Answer(outcome, new TreeMap<>(figures));
    }

    /** @throws IllegalStateException if the answer has no such figure */
    public long figure(String name) {
        Long value = figures.get(name);
        if (value == null) {
            throw new IllegalStateException("the answer " + outcome + " has no figure " + name);
        }
        return value;
    }

    /** The figures as one short text, for storages. */
    public String figuresAsText() {
        StringJoiner text = new StringJoiner(";");
        figures.forEach((name, value) -> text.add(name + "=" + value));
        return text.toString();
    }

    /** The answer whose {@link #figuresAsText} is {@code text}. */
    public static Answer of(String outcome, String text) {
        SortedMap<String, Long> figures = new TreeMap<>();
        for (String pair : text.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                figures.put(pair.substring(0, equals), Long.valueOf(pair.substring(equals + 1)));
            }
        }
        return new Answer(outcome, figures);
    }
}

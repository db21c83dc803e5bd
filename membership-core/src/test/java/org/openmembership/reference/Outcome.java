package org.openmembership.reference;

import java.util.List;

/**
 * What a command comes to, in the words that model and library share.
 *
 * @param name DONE, KEY_REUSED, or the reason of a refusal
 * @param entries the ids of the entries it made
 * @param available in hundredths right after, zero where the answer does not say it
 * @param repeated whether it is the first answer again
 */
public record Outcome(String name, List<String> entries, long available, boolean repeated) {
    public Outcome {
        entries = List.copyOf(entries);
    }

    static Outcome refused(String reason, long available) {
        return new Outcome(reason, List.of(), available, false);
    }

    Outcome again() {
        return new Outcome(name, entries, available, true);
    }
}

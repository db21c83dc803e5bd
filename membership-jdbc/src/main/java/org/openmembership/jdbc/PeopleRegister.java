package org.openmembership.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every column holds of people, and which rows go when a person is erased (R17): the one place that says it, kept in
 * {@code people.register} beside the tables' scripts.
 *
 * @param columns each column, as {@code om_table.column}, and what it holds
 * @param erased which rows of which tables go
 * @param kept the tables whose rows stay
 */
record PeopleRegister(Map<String, Holds> columns, List<Erased> erased, List<String> kept) {
    /** What a column holds of people. */
    enum Holds {
        /** Nothing by which a person is known. */
        NONE,
        /** An id, code or key that says nothing by itself; it may outlive an erasure. */
        IDENTIFIER,
        /** A personal field. */
        PERSONAL,
        /** A folded copy of personal fields, to find them by. */
        DERIVED,
        /** A hash of a secret. */
        SECRET,
        /** Free text that people write. */
        TEXT;

        /** Whether erasure must remove it. */
        boolean isErased() {
            return this == PERSONAL || this == DERIVED || this == SECRET || this == TEXT;
        }
    }

    /** Whose id a column holds. */
    enum Person {
        CUSTOMER,
        MEMBER,
        USER,
        REGISTRATION
    }

    /** The rows of a table that go with a person whose id a column holds. */
    record Erased(String table, String column, Person of) {}

    private static final String FILE = "people.register";
    private static final Pattern COLUMN =
            Pattern.compile("(om_\\w+\\.\\w+) (none|identifier|personal|derived|secret|text)");
    private static final Pattern ERASED =
            Pattern.compile("(om_\\w+) erased by (\\w+) of (customer|member|user|registration)");
    private static final Pattern KEPT = Pattern.compile("(om_\\w+) kept");
    private static final PeopleRegister REGISTER = read(lines());

    PeopleRegister {
        columns = Map.copyOf(columns);
        erased = List.copyOf(erased);
        kept = List.copyOf(kept);
    }

    static PeopleRegister get() {
        return REGISTER;
    }

    /** @throws IllegalStateException if a line is of none of the forms, or says something that another line says otherwise */
    static PeopleRegister read(List<String> lines) {
        Map<String, Holds> columns = new LinkedHashMap<>();
        List<Erased> erased = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            Matcher column = COLUMN.matcher(line);
            Matcher removed = ERASED.matcher(line);
            Matcher stays = KEPT.matcher(line);
            if (column.matches()) {
                Holds holds = Holds.valueOf(column.group(2).toUpperCase(Locale.ROOT));
                Holds before = columns.put(column.group(1), holds);
                require(before == null || before == holds, line + ", and also " + before);
            } else if (removed.matches()) {
                Person person = Person.valueOf(removed.group(3).toUpperCase(Locale.ROOT));
                erased.add(new Erased(removed.group(1), removed.group(2), person));
            } else if (stays.matches()) {
                kept.add(stays.group(1));
            } else {
                require(line.isBlank() || line.startsWith("#"), "not understood: " + line);
            }
        }
        return new PeopleRegister(columns, erased, kept);
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalStateException(FILE + ": " + problem);
        }
    }

    private static List<String> lines() {
        try (InputStream in = PeopleRegister.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

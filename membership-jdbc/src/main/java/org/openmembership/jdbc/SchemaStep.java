package org.openmembership.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openmembership.idempotency.Fingerprint;

/**
 * One statement of the schema scripts.
 *
 * <p>The scripts are the same for all databases but for a few words in the form <code>${word}</code>, which
 * {@link Dialect#schemaWords} replaces; tools such as Flyway know that form as their own.
 *
 * @param name the number of its script and, from the second statement on, its place there: {@code 020}, {@code 020.2}
 * @param text as it stands in the script
 */
record SchemaStep(String name, String text) {
    /** The scripts in order; a new one goes to the end, and none is edited once released. */
    private static final List<String> SCRIPTS = List.of(
            "000-schema-step",
            "001-tenant",
            "010-club",
            "020-account",
            "030-card",
            "040-command",
            "050-purchase",
            "060-entry",
            "070-lot",
            "080-allocation",
            "090-earned-line",
            "100-customer",
            "110-user",
            "120-member",
            "130-registration",
            "200-credential",
            "201-confirmation",
            "202-notification",
            "203-throttle",
            "220-outbox",
            "221-audit-record",
            "240-customer-key",
            "241-on-account",
            "242-note",
            "300-consent",
            "301-customer-group",
            "320-card-series",
            "321-sale-assignment",
            "340-duplicate",
            "341-merge",
            "350-erasure",
            "360-invitation",
            "370-adjusted-day",
            "365-account-successor",
            "366-lot-descent",
            "400-hold",
            "401-expiry-warning",
            "410-journal",
            "415-waiting-sale",
            "430-earning",
            "440-scheme-standing",
            "465-gift-card",
            "480-envoy");

    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(\\n|$)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*\\n");
    private static final Map<String, SchemaStep> BY_NAME = read();

    static List<SchemaStep> all() {
        return List.copyOf(BY_NAME.values());
    }

    static Map<String, SchemaStep> byName() {
        return BY_NAME;
    }

    String checksum() {
        return Fingerprint.of(text).sha256();
    }

    /** The statement as {@code dialect} wants it. */
    String sql(Dialect dialect) {
        String sql = text;
        for (Map.Entry<String, String> word : dialect.schemaWords().entrySet()) {
            sql = sql.replace("${" + word.getKey() + "}", word.getValue());
        }
        return sql;
    }

    private static Map<String, SchemaStep> read() {
        Map<String, SchemaStep> steps = new LinkedHashMap<>();
        for (String script : SCRIPTS) {
            for (SchemaStep step : stepsOf(script)) {
                steps.put(step.name(), step);
            }
        }
        return Collections.unmodifiableMap(steps);
    }

    /** @throws IllegalStateException if there is no such step */
    static SchemaStep named(String name) {
        SchemaStep step = byName().get(name);
        if (step == null) {
            throw new IllegalStateException("the schema has no step " + name);
        }
        return step;
    }

    private static List<SchemaStep> stepsOf(String script) {
        List<SchemaStep> steps = new ArrayList<>();
        String number = script.substring(0, 3);
        for (String statement :
                END_OF_STATEMENT.split(COMMENT.matcher(textOf(script)).replaceAll(""), -1)) {
            if (!statement.isBlank()) {
                String name = steps.isEmpty() ? number : number + "." + (steps.size() + 1);
                steps.add(new SchemaStep(name, statement.strip()));
            }
        }
        return steps;
    }

    private static String textOf(String script) {
        try (InputStream in = SchemaStep.class.getResourceAsStream("schema/" + script + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("the schema script " + script + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

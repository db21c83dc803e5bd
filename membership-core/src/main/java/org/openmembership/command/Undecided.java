package org.openmembership.command;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openmembership.shared.ExternalKey;

/**
 * What a keyed command answers where it comes to no decision, each about the key it was called with (R27).
 *
 * @param keyReused the key was used for something else, and when
 * @param unknownAccount an account it names is not there
 * @param outcomeUnknown the storage went away at the wrong moment
 * @param <R> the verb's result
 */
public record Undecided<R>(
        BiFunction<ExternalKey, Instant, R> keyReused, R unknownAccount, Function<ExternalKey, R> outcomeUnknown) {}

package org.openmembership.club;

import java.time.Instant;
import org.openmembership.shared.Document;

/**
 * A club's definition as published: it holds for what occurs from {@code effectiveFrom} until a later version does (R48).
 *
 * @param club whose definition
 * @param number 1 for the first, then without gaps; entries carry it
 * @param effectiveFrom not before the version before it
 * @param publishedAt by our clock
 * @param document the definition as JSON
 */
public record ClubVersion(ClubId club, int number, Instant effectiveFrom, Instant publishedAt, Document document) {}

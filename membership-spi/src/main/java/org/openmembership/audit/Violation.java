package org.openmembership.audit;

/**
 * Something that must never be true, and is.
 *
 * @param invariant that is broken
 * @param subject the id of the account, entry, lot, member or club it was found at
 * @param finding the figures that do not agree; no personal data
 */
public record Violation(Invariant invariant, String subject, String finding) {}

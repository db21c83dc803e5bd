package org.openmembership.document;

/**
 * One thing that is wrong in a document.
 *
 * @param path where, such as {@code $.schemes[1].entry}
 * @param message what, for a person
 */
public record Fault(String path, String message) {}

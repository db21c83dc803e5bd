package org.openmembership.publishing;

/**
 * One thing that is wrong in a club's document.
 *
 * @param path where, such as {@code $.schemes[1].entry}; {@code $} is the whole document
 * @param message what, for a person
 */
public record DocumentFault(String path, String message) {}

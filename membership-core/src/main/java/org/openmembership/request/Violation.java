package org.openmembership.request;

/**
 * One thing that is wrong with a request.
 *
 * @param path where: {@code lines[3].quantity}; empty for the request as a whole
 * @param message what, without the value itself where that may be personal
 */
public record Violation(String path, String message) {}

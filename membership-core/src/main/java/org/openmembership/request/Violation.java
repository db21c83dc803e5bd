package org.openmembership.request;

/**
 * One thing that is wrong with a request.
 *
 * @param path where, in the request's own words: {@code phones[0].typed}
 * @param message what, without repeating the value
 */
public record Violation(String path, String message) implements Comparable<Violation> {
    @Override
    public int compareTo(Violation other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : message.compareTo(other.message);
    }
}

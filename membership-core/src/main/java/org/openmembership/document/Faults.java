package org.openmembership.document;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a document is read to its end. */
final class Faults {
    private final List<Fault> found = new ArrayList<>();

    <T> Part<T> add(String path, String message) {
        found.add(new Fault(path, message));
        return Part.faulty();
    }

    List<Fault> found() {
        return List.copyOf(found);
    }
}

package org.openmembership.jdbc.testkit;

/** How much a test database does to keep what was committed. */
public enum Durability {
    /** Nothing is forced to disk: fast, and as good as any for a test that kills neither the process nor the machine. */
    RELAXED,

    /** As the engine comes: a commit is on disk when it is acknowledged. */
    FULL
}

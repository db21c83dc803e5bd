package org.openmembership.periodic;

/** Is told how far a long run is, after each page that was kept; must not throw. */
@FunctionalInterface
public interface Progress {
    Progress NONE = accounts -> {};

    /** @param accounts how many have been looked at since the run began */
    void accountsDone(long accounts);
}

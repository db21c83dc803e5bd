package org.openmembership.jdbc;

/** The right to write now; given up by closing it. */
@FunctionalInterface
interface Turn extends AutoCloseable {
    /** Where anybody may write at any time. */
    Turn ALWAYS = () -> {};

    @Override
    void close();
}

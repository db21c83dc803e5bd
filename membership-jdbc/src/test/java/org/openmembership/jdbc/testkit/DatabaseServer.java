package org.openmembership.jdbc.testkit;

/** Where databases of one engine are made. Implementations are safe to use from any thread. */
interface DatabaseServer {

    /** A new, empty database. */
    TestDatabase create();
}

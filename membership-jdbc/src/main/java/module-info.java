/**
 * The tables of membership: everything the vocabulary names, kept in SQLite, PostgreSQL or MariaDB through the host's {@code DataSource} or
 * the host's own connection.
 */
@org.jspecify.annotations.NullMarked
module org.openmembership.jdbc {
    requires transitive java.sql;
    requires transitive org.openmembership.spi;
    requires org.jdbi.v3.core;
}

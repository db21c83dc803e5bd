/**
 * Real database servers for tests, without Docker and without a manual step: PostgreSQL and MariaDB started from their own binaries, and
 * SQLite files. Each server is started once per JVM, when the first test asks for it, and stopped with the JVM.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @EnumSource
 * void a_sale_is_kept(DatabaseEngine engine) {
 *     try (TestDatabase database = engine.fresh()) {
 *         DataSource dataSource = database.dataSource();
 *     }
 * }
 * }</pre>
 *
 * <p>A server of one's own is used instead with {@code -Dpostgres.url=jdbc:postgresql://host/db?user=..&password=..} and
 * {@code -Dmariadb.url=jdbc:mariadb://host/?user=..&password=..}; that user must be allowed to create databases. An engine that cannot run
 * here skips its tests and says so with a line that starts with {@code SKIPPED ENGINE}.
 */
@NullMarked
package org.openmembership.jdbc.testkit;

import org.jspecify.annotations.NullMarked;

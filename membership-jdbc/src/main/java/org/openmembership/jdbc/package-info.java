/**
 * Keeps everything in the host's database: one class per store, its SQL, and the schema.
 *
 * <pre>{@code
 * JdbcSchema.of(dataSource).apply();
 * Storage storage = JdbcStorage.over(dataSource);
 * }</pre>
 *
 * <p>How a row looks: every table is called {@code om_...}, and every key starts with {@code tenant INTEGER}. Points are
 * {@code BIGINT} hundredths; money is {@code BIGINT} ten-thousandths of the currency's unit, the value of one point
 * millionths; instants are {@code BIGINT} microseconds and days {@code INTEGER} days since 1970-01-01 UTC; enums are
 * their names. Texts compare byte by byte.
 */
@NullMarked
package org.openmembership.jdbc;

import org.jspecify.annotations.NullMarked;

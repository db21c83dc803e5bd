/**
 * Exporting: lists of customers and accounts as files of columns, of any length.
 *
 * <pre>{@code
 * membership.exporting().customers(DirectoryQuery.of(new SearchTerm.Everybody()), writer, rows -> {});
 * }</pre>
 */
@NullMarked
package org.openmembership.exporting;

import org.jspecify.annotations.NullMarked;

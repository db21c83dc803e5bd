/**
 * A back office: the web page with which the clerks of a shop look after its members, server-rendered, without a script.
 *
 * <p>{@code Server} alone knows the web library. A room of pages ({@code CustomerPages}, {@code PointsPages} ...) turns a
 * {@code Call} into a {@code Reply}; it calls the library as the clerk of the call and nothing else. Text becomes HTML in
 * {@code Markup} alone, which escapes it.
 */
@NullMarked
package org.openmembership.examples.backoffice;

import org.jspecify.annotations.NullMarked;

/** Statements: what accounts and clubs hold, and the entries it came about by. */
@NullMarked
package org.openmembership.statement;

import org.jspecify.annotations.NullMarked;

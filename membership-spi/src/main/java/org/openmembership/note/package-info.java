/**
 * Notes and tasks about customers (C31, C55): a note is a task without an action.
 *
 * <p>Notes are where free text about people lives; erasure deletes them (R17).
 */
@NullMarked
package org.openmembership.note;

import org.jspecify.annotations.NullMarked;

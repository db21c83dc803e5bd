package org.openmembership.shared;

/**
 * A cursor that the list asked for never gave out: made up, or another list's. Nothing was read.
 *
 * <p>A list that finds its place by a text takes any text for a place, and answers with what comes after it.
 */
public final class ForgedCursorException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public ForgedCursorException(Page.Cursor cursor) {
        super("this list did not give out the cursor " + cursor.value());
    }
}

package org.openmembership.merge;

import org.openmembership.customer.CustomerId;

/**
 * Which value a field will have, and why (R16).
 *
 * @param field which
 * @param from whose value it is; the survivor's own unless it had none
 * @param reason why
 */
public record FieldChoice(CustomerField field, CustomerId from, Reason reason) {
    /** Why a value wins. */
    public enum Reason {
        /** The survivor keeps its own. */
        SURVIVOR_KEEPS,
        /** The survivor has none, the other one does. */
        SURVIVOR_HAS_NONE,
        /** The survivor keeps its own and gets those of the other which it lacks. */
        BOTH_KEPT
    }
}

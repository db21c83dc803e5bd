package org.openmembership.groups;

import java.util.List;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.CustomerTicks;

/** What came of {@link Groups#choose}. */
public sealed interface GroupChoice {
    /** @param now every group as a tick box, as it is now */
    record Chosen(CustomerTicks now) implements GroupChoice {}

    /**
     * Nothing was changed.
     *
     * @param problems one for each group that could not be ticked
     */
    record Refused(List<Problem> problems) implements GroupChoice {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    record UnknownCustomer() implements GroupChoice {}

    /** Why a group could not be ticked. */
    record Problem(CustomerGroupCode group, Reason reason) {}

    /** The reasons there are. */
    enum Reason {
        UNKNOWN_GROUP,
        /** Customers do not choose it themselves (C54). */
        PRIVATE_GROUP,
        /** Its members are written to, and the customer has not consented to its channel (D4). */
        NO_CONSENT
    }
}

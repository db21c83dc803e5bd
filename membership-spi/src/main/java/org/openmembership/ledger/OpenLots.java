package org.openmembership.ledger;

import java.util.List;

/**
 * The first open lots of an account in the order asked for.
 *
 * @param lots those in force first, then those not yet available
 * @param complete whether the account has no others
 */
public record OpenLots(List<Lot> lots, boolean complete) {
    public static final OpenLots NONE_READ = new OpenLots(List.of(), false);

    public OpenLots {
        lots = List.copyOf(lots);
    }
}

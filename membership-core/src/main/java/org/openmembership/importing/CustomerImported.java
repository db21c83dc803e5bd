package org.openmembership.importing;

import org.openmembership.customer.CustomerId;
import org.openmembership.shared.ExternalKey;

/**
 * A customer that was taken over.
 *
 * @param reference what the caller calls it
 * @param customer what we call it; where it is erased, an id that nothing has
 * @param repeated whether it was there already; then nothing was changed, whatever the import said
 * @param erased whether it belonged to somebody who has been erased; then nothing was taken over (R17)
 */
public record CustomerImported(ExternalKey reference, CustomerId customer, boolean repeated, boolean erased) {
    /** One that was taken over, now or before. */
    public CustomerImported(ExternalKey reference, CustomerId customer, boolean repeated) {
        this(reference, customer, repeated, false);
    }
}

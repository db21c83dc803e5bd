package org.openmembership.importing;

import org.openmembership.customer.CustomerId;
import org.openmembership.shared.ExternalKey;

/**
 * A customer that was taken over.
 *
 * @param reference what the caller calls it
 * @param customer what we call it
 * @param repeated whether it was there already; then nothing was changed, whatever the import said
 */
public record CustomerImported(ExternalKey reference, CustomerId customer, boolean repeated) {}

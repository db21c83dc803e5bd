package org.openmembership.extension;

import java.time.LocalDate;
import org.openmembership.ledger.LotId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.ReasonCode;

/**
 * Points to be usable longer, or again.
 *
 * @param lot whose
 * @param lastDay on which they can be used, to its end in the club's zone
 * @param reason a code of the host's
 * @param key the caller's name for this attempt
 */
public record ExtensionRequest(LotId lot, LocalDate lastDay, ReasonCode reason, ExternalKey key) {}

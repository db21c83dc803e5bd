package org.openmembership.ledger;

import org.openmembership.shared.Document;

/**
 * Why a sale earned what it did, as it is kept beside the first entry the sale made on an account (R37).
 *
 * @param entry the first of the sale on the account
 * @param document the {@link Explanation} as JSON
 */
public record KeptExplanation(EntryId entry, Document document) {}

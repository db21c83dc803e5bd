package org.openmembership.transfer;

import org.openmembership.account.AccountId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/**
 * Points to move.
 *
 * @param from the account they leave
 * @param to another account of the same club
 * @param points above zero, as they leave
 * @param key the caller's name for this attempt
 */
public record TransferRequest(AccountId from, AccountId to, Points points, ExternalKey key) {}

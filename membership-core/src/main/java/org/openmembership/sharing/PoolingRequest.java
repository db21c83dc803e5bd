package org.openmembership.sharing;

import org.openmembership.account.AccountId;
import org.openmembership.shared.ExternalKey;

/**
 * An account to become part of one that a family shares.
 *
 * @param from the account of one member alone
 * @param into the family's, in the same club
 * @param key the caller's name for this attempt
 */
public record PoolingRequest(AccountId from, AccountId into, ExternalKey key) {}

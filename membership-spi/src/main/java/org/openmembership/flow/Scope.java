package org.openmembership.flow;

import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;

/** Over whom is summed. */
public sealed interface Scope {
    /** All accounts of a club. */
    record OfClub(ClubId club) implements Scope {}

    /** One account. */
    record OfAccount(AccountId account) implements Scope {}
}

package org.openmembership.statistics;

import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;

/** The figures of one account, which holds {@code scheme} now. */
public record AccountFigures(AccountId account, ClubId club, SchemeId scheme, Figures figures) {}

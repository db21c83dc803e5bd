package org.openmembership.account;

import org.openmembership.member.MemberId;

/** An active member who shares an account. */
public record Sharer(MemberId member, AccountId account) {}

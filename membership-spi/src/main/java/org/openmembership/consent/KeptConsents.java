package org.openmembership.consent;

import org.jspecify.annotations.Nullable;
import org.openmembership.member.MemberId;

/**
 * What is kept of a customer's consents.
 *
 * @param member whom the customer belongs to, null if to none
 */
public record KeptConsents(@Nullable MemberId member, CustomerConsents consents) {}

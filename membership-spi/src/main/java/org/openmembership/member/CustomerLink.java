package org.openmembership.member;

import java.time.Instant;
import org.openmembership.customer.CustomerId;

/**
 * That a customer belongs to a member.
 *
 * @param customer which; it has at most one member
 * @param linkedAt when; never before the member's address was proven, unless nothing has to be proven (I14)
 */
public record CustomerLink(CustomerId customer, Instant linkedAt) {}

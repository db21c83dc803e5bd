package org.openmembership.merge;

import java.time.Instant;
import org.openmembership.member.MemberId;

/**
 * That a member wants to be one with another; both have to, if both have proven an address (S31).
 *
 * @param member who agrees
 * @param other with whom
 * @param at when, by our clock
 */
public record Agreement(MemberId member, MemberId other, Instant at) {}

package org.openmembership.importing;

import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;

/**
 * A member that was taken over.
 *
 * @param reference what the caller calls it
 * @param member what we call it
 * @param repeated whether it was there already; then nothing was changed, whatever the import said
 */
public record MemberImported(ExternalKey reference, MemberId member, boolean repeated) {}

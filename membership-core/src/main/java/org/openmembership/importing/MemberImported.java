package org.openmembership.importing;

import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;

/**
 * A member that was taken over.
 *
 * @param reference what the caller calls it
 * @param member what we call it; where it is erased, an id that nothing has
 * @param repeated whether it was there already; then nothing was changed, whatever the import said
 * @param erased whether it belonged to somebody who has been erased; then nothing was taken over (R17)
 */
public record MemberImported(ExternalKey reference, MemberId member, boolean repeated, boolean erased) {
    /** One that was taken over, now or before. */
    public MemberImported(ExternalKey reference, MemberId member, boolean repeated) {
        this(reference, member, repeated, false);
    }
}

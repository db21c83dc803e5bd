/**
 * Merging: making two customers one, and two again (C34, R16).
 *
 * <pre>{@code
 * MergeRequest request = MergeRequest.of(viewed, List.of(duplicate), ExternalKey.of("desk-1", "merge-17"));
 * MergePreview preview = clerk.merging().preview(request);     // which value wins and why, what stands in the way
 * MergeResult result = clerk.merging().merge(request);         // the duplicate's id leads to the viewed one for ever
 * }</pre>
 */
@NullMarked
package org.openmembership.merging;

import org.jspecify.annotations.NullMarked;

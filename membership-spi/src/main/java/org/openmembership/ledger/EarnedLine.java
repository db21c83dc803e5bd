package org.openmembership.ledger;

import org.openmembership.club.PointKind;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.shared.Points;

/**
 * The share of one line in an entry: what a sale's line gave, or what a return of it takes back.
 *
 * @param entry that posted it
 * @param line of the original sale, also for a return
 * @param kind the label on the points
 * @param points below zero for a return; the share that was due, even where less could be taken
 */
public record EarnedLine(EntryId entry, OriginalLine line, PointKind kind, Points points) {}

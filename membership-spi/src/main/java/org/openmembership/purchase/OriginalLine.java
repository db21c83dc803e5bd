package org.openmembership.purchase;

import org.openmembership.shared.ExternalKey;

/** The line of an earlier sale that a return gives back. */
public record OriginalLine(ExternalKey purchase, int line) {}

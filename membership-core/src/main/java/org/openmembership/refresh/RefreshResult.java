package org.openmembership.refresh;

/** @param accounts whose rows were brought up to date */
public record RefreshResult(long accounts) {}

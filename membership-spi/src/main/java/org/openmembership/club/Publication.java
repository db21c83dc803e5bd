package org.openmembership.club;

/** Whether a rule or offer calculates yet (A46). */
public enum Publication {
    /** Work in progress; never calculates. */
    DRAFT,
    PUBLISHED
}

package org.openmembership.club;

/** A label on points that says on what grounds they were given; both are spent from one pool (R21). */
public enum PointKind {
    /** By the normal rules. */
    AWARD,
    /** On other grounds: goodwill, a game, a promotion that must not count for schemes. */
    OTHER
}

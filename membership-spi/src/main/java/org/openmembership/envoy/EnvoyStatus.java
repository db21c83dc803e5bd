package org.openmembership.envoy;

/** Where a member stands as an envoy (A53). */
public enum EnvoyStatus {
    /** Asked to be one; somebody has to say yes or no. */
    REQUESTED,
    /** Recruits, and gets a share of what recruits earn. */
    ACTIVE,
    /** Recruits nobody and gets nothing for the time being; the recruits stay. */
    SUSPENDED,
    /** Asked and was told no; may be designated all the same. */
    REJECTED
}

package org.openmembership.club;

/** Which of the rules that match a line are used (R34). */
public enum RuleChoice {
    /** All of the highest priority that matches; priorities decide, and nothing else (A44). */
    HIGHEST_PRIORITY,
    /**
     * The most specific one: by customer (account, then price group, then everybody), by article (an item or a promotion,
     * then the nearest of its categories, then a special group, then every article), a scheme's before the club's, the one that
     * starts latest, and among equals the smaller id. Of rules for special groups the one that gives most. Priorities are not
     * looked at.
     */
    MOST_SPECIFIC
}

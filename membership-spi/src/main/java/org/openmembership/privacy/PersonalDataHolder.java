package org.openmembership.privacy;

/**
 * Host port: something of the host's that holds personal data under our ids, such as baskets, wish lists or a mailing tool,
 * and erases it when we do (R17, C37, C38).
 *
 * <p>Called after the commit, outside any unit of work; it may wait. Whoever fails is asked again by the next call that
 * executes the same erasure, so erasing what is gone already must do no harm. Implementations are thread-safe.
 */
public interface PersonalDataHolder {
    /** What it is called in receipts: 1 to 40 characters, always the same. */
    String code();

    /** How many records about the person it would erase; changes nothing. */
    long plan(Person person);

    /**
     * Erases everything about the person.
     *
     * @return how many records that were; 0 where there were none any more
     */
    long erase(Person person);
}

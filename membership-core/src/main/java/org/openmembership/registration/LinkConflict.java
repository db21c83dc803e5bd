package org.openmembership.registration;

import org.openmembership.customer.CustomerId;

/**
 * A customer with the registrant's address who was not linked.
 *
 * @param customer whom
 * @param reason why not
 */
public record LinkConflict(CustomerId customer, Reason reason) {
    /** Why a customer is not linked. */
    public enum Reason {
        /** It belongs to another member already (R4). */
        HAS_A_MEMBER,
        /** Staff set this email a short while ago: somebody has to approve (R2). */
        EMAIL_SET_BY_STAFF,
        /** It is the customer who stands for whoever is not named, and becomes nobody's (A55). */
        DEFAULT_CUSTOMER
    }
}

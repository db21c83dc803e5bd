package org.openmembership.erasure;

import org.openmembership.shared.Texts;

/**
 * Why a person cannot be forgotten yet.
 *
 * @param kind what stands in the way
 * @param reference of it: the order's code of the host's, or our id of the customer or account
 */
public record Blocker(Kind kind, String reference) {
    /** What can stand in the way. */
    public enum Kind {
        /** The host has an order that is not fulfilled (C39). */
        OPEN_ORDER,
        /** The customer owes the shop, or the shop the customer, on account. */
        BALANCE_ON_ACCOUNT,
        /** It is the default customer of this server, which stands for nobody: name another one first (A55). */
        DEFAULT_CUSTOMER,
        /** Somebody has to decide on the customer's trade application first. */
        TRADE_APPLICATION,
        /** Points of the account are set aside for a sale that is not finished (R29). */
        POINTS_HELD,
        /** An account or member is blocked for a reason that the policy names (S32). */
        HELD
    }

    public Blocker {
        Texts.requireCode("Blocker.reference", reference, 100);
    }
}

package org.openmembership.sale;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openmembership.account.AccountId;
import org.openmembership.club.RuleId;
import org.openmembership.purchase.Purchase;

/**
 * A sale that an account pays for in part with points (R49, B57).
 *
 * @param purchase with a tender that is points of the payer's club for what the cashier chose to be paid with them, if
 *     anything; lines on which an offer was accepted as they would be without it
 * @param payer whose points they are
 * @param accepted which item offer the customer accepted on a line, by line
 */
public record Checkout(Purchase purchase, AccountId payer, SortedMap<Integer, RuleId> accepted) {
    public Checkout {
        accepted = Collections.unmodifiableSortedMap(new TreeMap<>(accepted));
    }

    public static Checkout of(Purchase purchase, AccountId payer) {
        return new Checkout(purchase, payer, new TreeMap<>());
    }

    /** The same, with an offer accepted on a line. */
    public Checkout accepting(int line, String offer) {
        TreeMap<Integer, RuleId> more = new TreeMap<>(accepted);
        more.put(line, RuleId.of(offer));
        return new Checkout(purchase, payer, more);
    }
}

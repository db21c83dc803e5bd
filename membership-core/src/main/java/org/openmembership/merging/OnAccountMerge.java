package org.openmembership.merging;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.openmembership.merge.MergeId;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.onaccount.OnAccountEntry;
import org.openmembership.onaccount.OnAccountKind;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.Stores;

/**
 * Moves what is owed from one customer to another: what one pays, the other is charged, or the other way round for a credit.
 *
 * @param source of the keys of its entries
 */
record OnAccountMerge(String source, MergeId merge, Actor by, Instant now, Stores stores) {
    /**
     * Moves an amount.
     *
     * @param amount above zero for what is owed, below for credit; not zero
     * @return the account that owes it now
     */
    CustomerAccount move(String number, Money amount, CustomerAccount from, CustomerAccount into) {
        OnAccountEntry.Origin origin = new OnAccountEntry.Origin(key(source, number), by, now, now);
        boolean owed = amount.isPositive();
        OnAccountEntry left = from.next(owed ? OnAccountKind.PAYMENT : OnAccountKind.CHARGE, amount.abs(), origin);
        OnAccountEntry arrived = into.next(owed ? OnAccountKind.CHARGE : OnAccountKind.PAYMENT, amount.abs(), origin);
        stores.onAccount().post(left, null);
        stores.onAccount().post(arrived, null);
        return new CustomerAccount(arrived.customer(), arrived.balanceAfter(), arrived.seq());
    }

    /** What was moved under a number, above zero for what is owed. */
    Money moved(String number, CustomerAccount from) {
        Optional<OnAccountEntry> paid = stores.onAccount().find(OnAccountKind.PAYMENT, key("merge", number));
        OnAccountEntry entry = paid.filter(found -> found.customer().equals(from.customer()))
                .or(() -> stores.onAccount().find(OnAccountKind.CHARGE, key("merge", number)))
                .orElseThrow();
        return entry.kind() == OnAccountKind.PAYMENT
                ? entry.amount()
                : entry.amount().negated();
    }

    private ExternalKey key(String of, String number) {
        return ExternalKey.of(of, merge + "/" + number);
    }
}

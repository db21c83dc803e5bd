package org.openmembership.testkit;

import java.time.Instant;
import org.openmembership.account.MemberAccount;
import org.openmembership.customer.CustomerId;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointCount;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.onaccount.CustomerAccount;

/**
 * Writes what no store would write, as a faulty program or an administrator might; each call is kept at once. Rows that
 * depend on a changed one are left as they are.
 */
public interface Tampering {
    /** Puts an entry in the place of the one with its id, or beside the others. */
    void put(PointEntry entry);

    void remove(EntryId entry);

    /** Puts a lot in the place of the one with its id, or beside the others. */
    void put(Lot lot);

    /** Adds an allocation, or changes the points of the one with its entry, lot and purpose. */
    void put(Allocation allocation);

    /** Puts a hold in the place of the one with its id, or beside the others. */
    void put(Hold hold);

    /** Adds the share of a line. */
    void add(EarnedLine line);

    /** Puts a count of a capped span in the place of the one of its account and span, or beside the others. */
    void put(PointCount count);

    /** Puts head, standing and version in the place of those of the account with its id. */
    void put(MemberAccount account);

    /** Lets a member share an account, as main member or not; or changes which it is. */
    void share(MemberAccount account, MemberId member, boolean main);

    /** Lets a customer owe another amount than the entries say; its account is there. */
    void put(CustomerAccount account);

    /** Puts the balance of a gift card, and nothing else, in the place of that of the one with its id. */
    void put(GiftCard card);

    /** Takes an entry out of a gift card. */
    void remove(GiftCardId card, long seq);

    void remove(CommandKey command);

    /** Takes a customer from its member. */
    void unlink(CustomerId customer);

    /** Links a customer of a member at another instant. */
    void relink(CustomerId customer, Instant at);

    /** Lets a customer lead to another, and nothing else. */
    void redirect(CustomerId customer, CustomerId to);

    /** Lets a member who was merged away lead to another, and nothing else. */
    void redirect(MemberId member, MemberId to);

    /** Lets a member have accepted no terms; false where the storage cannot hold such a member. */
    boolean removeTerms(MemberId member);

    /** Lets an entry have points outside the range of 10^12; false where the storage cannot hold such an entry. */
    boolean overflow(EntryId entry);
}

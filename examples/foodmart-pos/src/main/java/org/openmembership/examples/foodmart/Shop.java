package org.openmembership.examples.foodmart;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.openmembership.Membership;
import org.openmembership.club.Club;
import org.openmembership.publishing.ClubDocumentResult;
import org.openmembership.publishing.PublishResult;
import org.openmembership.purchase.Purchase;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.sale.SaleResult;
import org.openmembership.sale.Sales;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.Storage;

/**
 * The host as this example has it: the library on its storage, the clock it goes by and the mail it sends.
 *
 * @param membership acts as the system
 */
record Shop(Membership membership, ReplayClock clock, Mailbox mailbox) {
    /** A host whose clerks learn that an address is taken, because its customers stand before them. */
    static Shop on(Storage storage, ReplayClock clock) {
        Mailbox mailbox = new Mailbox();
        Membership membership = Membership.on(storage)
                .clock(clock)
                .notifier(mailbox)
                .registration(RegistrationPolicy.DEFAULT.revealingExistingEmail())
                .open();
        return new Shop(membership, clock, mailbox);
    }

    /** Keeps sales and posts their points, as a till would send them at the end of a day; safe to repeat. */
    void record(List<Purchase> sales) {
        for (int from = 0; from < sales.size(); from += Sales.MAX_BATCH) {
            List<Purchase> batch = sales.subList(from, Math.min(sales.size(), from + Sales.MAX_BATCH));
            for (SaleResult result : till().sales().recordAll(batch)) {
                requireRecorded(result);
            }
        }
    }

    /** Whether a sale has been recorded, in this run or an earlier one. */
    boolean hasRecorded(ExternalKey sale) {
        return till().sales().lookup(sale).isPresent();
    }

    /** The library as a till calls it. */
    Membership till() {
        return membership.as(Actor.till("till"));
    }

    private static void requireRecorded(SaleResult result) {
        boolean posted = result instanceof SaleResult.Recorded recorded
                && recorded.owner().member() != null
                && !recorded.owner().awaiting();
        if (!posted) {
            throw new IllegalStateException("a sale was not recorded for its member: " + result);
        }
    }

    /**
     * Reads the definition of a club.
     *
     * @throws IllegalArgumentException with every fault of it
     */
    Club club(String document) {
        ClubDocumentResult result = membership.clubs().read(document);
        if (result instanceof ClubDocumentResult.Read read) {
            return read.club();
        }
        throw new IllegalArgumentException("the club cannot be read: " + result);
    }

    /** Publishes a club from the first moment of a day. */
    void publish(Club club, LocalDate from) {
        Instant start = from.atStartOfDay(club.place().zone()).toInstant();
        PublishResult result = membership.clubs().publish(club, start);
        if (!(result instanceof PublishResult.Published)) {
            throw new IllegalStateException("club " + club.id() + " was not published: " + result);
        }
    }

    Newcomers newcomers(Club club) {
        return new Newcomers(membership, mailbox, club);
    }
}

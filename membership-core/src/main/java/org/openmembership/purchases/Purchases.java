package org.openmembership.purchases;

import java.util.Optional;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.step.Whose;
import org.openmembership.storage.Stores;

/**
 * The door to the purchases that were kept (A27, A56, C30). Nothing is written. Members may read their own. Thread-safe.
 *
 * <p>Purchases stay where they were recorded when people are merged; whoever is asked for, by an old id or the one that is left,
 * has all of them, and those of their own again once they are several (R16).
 */
public final class Purchases {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Purchases(Caller caller) {
        this.caller = caller;
    }

    /** A page of the purchases that match, with lines and tenders, the latest first; also those that wait to be posted. */
    public Page<KeptPurchase> list(PurchaseFilter filter, Page.Request page) {
        return caller.read(stores -> {
            caller.require(Permission.READ_PURCHASES, subject(filter.who(), caller.actor(), stores));
            return stores.purchases().list(filter, page);
        });
    }

    /** A purchase by the host's number of its receipt or order; empty if none was kept. */
    public Optional<KeptPurchase> find(ExternalKey key) {
        return caller.read(stores -> {
            Optional<KeptPurchase> found = stores.purchases().find(key);
            MemberId buyer = found.map(kept -> kept.member().member()).orElse(null);
            caller.require(
                    Permission.READ_PURCHASES,
                    buyer == null ? Subject.NOBODY : Whose.member(buyer, caller.actor(), stores));
            return found;
        });
    }

    private static Subject subject(PurchaseFilter.Who who, Actor actor, Stores stores) {
        MemberId member = who.member();
        CustomerId customer = who.customer();
        if (member != null || customer == null) {
            return member == null ? Subject.NOBODY : Whose.member(member, actor, stores);
        }
        return stores.members()
                .standingOfCustomer(customer)
                .map(MemberStanding::member)
                .map(owner -> new Subject(owner.value()))
                .orElse(Subject.NOBODY);
    }
}

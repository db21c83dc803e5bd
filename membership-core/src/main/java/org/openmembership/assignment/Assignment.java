package org.openmembership.assignment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.SaleAssignment;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.OutcomeUnknownException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to whose a kept sale is (D10-D13). Thread-safe.
 *
 * <p>The member of a sale that is not finished yet is the buyer that the host names when it records it. Of a kept one the
 * points follow, in one unit of work: what is left of them is taken from the accounts that have them, and the accounts of
 * whoever has the sale now earn by the rules of the time of the sale. Spent points are taken back as the club settled for
 * returns. A repeat with the same key and content gives the first answer again.
 */
public final class Assignment {
    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Assignment(Caller caller) {
        this.caller = caller;
    }

    /** Gives a sale that is nobody's to a member; one who awaits verification gets the points when active (R5). */
    public AssignmentResult assign(ExternalKey sale, MemberId member, ExternalKey key) {
        return run(new Wish(Wish.Kind.ASSIGN, sale, member, key));
    }

    /** Gives a sale of a member to another one. */
    public AssignmentResult change(ExternalKey sale, MemberId member, ExternalKey key) {
        return run(new Wish(Wish.Kind.CHANGE, sale, member, key));
    }

    /** Makes a sale of a member nobody's. */
    public AssignmentResult remove(ExternalKey sale, ExternalKey key) {
        return run(new Wish(Wish.Kind.REMOVE, sale, null, key));
    }

    /** Whose a sale has been, the first assignment first; empty where it is still whose it was when it was recorded. */
    public List<SaleAssignment> history(ExternalKey sale) {
        return caller.read(
                Permission.READ_PURCHASES,
                Subject.NOBODY,
                stores -> stores.purchases().assignments(sale));
    }

    private AssignmentResult run(Wish wish) {
        Instant now = caller.now();
        try {
            return caller.change(
                    Permission.ASSIGN_SALE,
                    subject(wish.to()),
                    (stores, facts) -> new Handover(wish, caller, now, stores, facts).run());
        } catch (OutcomeUnknownException unknown) {
            LOG.warn("assignment {} of {}: outcome unknown", wish.key(), wish.sale(), unknown);
            return new AssignmentResult.OutcomeUnknown(wish.key());
        }
    }

    private static Subject subject(@Nullable MemberId member) {
        return member == null ? Subject.NOBODY : new Subject(member.value());
    }
}

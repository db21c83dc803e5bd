package org.openmembership.deferral;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmembership.access.Feature;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.command.PagedRun;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.DueSales;
import org.openmembership.step.DueSales.Sum;
import org.openmembership.step.SaleJournal;
import org.openmembership.step.Whose;
import org.openmembership.storage.Stores;

/**
 * The door to sales that a club posts later (A59, B40, B55). Thread-safe.
 *
 * <p>Such a sale is kept, keyed and answered like any other, with what it is worked out to come to; it moves no points, counts
 * for no scheme and repays no debt until it is posted, and then goes by its own time (R28): rules, life of points, caps and
 * measures are those of its day. The scheme held, and what is left of caps, are those of when it is posted.
 */
public final class Deferrals {
    private static final int PAGE = 200;

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Deferrals(Caller caller) {
        this.caller = caller;
    }

    /**
     * Posts the sales of a club whose time has come, in the order in which it came, each exactly once.
     *
     * <p>Goes page by page, one unit of work each: it can be cut off anywhere and run again, and several nodes may run it at
     * once. {@code progress} counts sales. A return is posted after the sale whose lines it brings back, however long that
     * waits. Blocked accounts get their points (R54); one that was closed meanwhile gets none, and the sale waits no more.
     */
    public PostedSales postDue(ClubId club, Progress progress) {
        Instant now = caller.now();
        Sum all = Sum.NOTHING;
        Sum pass;
        do {
            long before = all.posted();
            pass = new PagedRun<WaitingSale, Sum>(
                            caller,
                            Permission.POST_SALE,
                            Sum::plus,
                            sum -> progress.accountsDone(before + sum.posted()))
                    .run(Sum.NOTHING, (after, stores, facts) -> {
                        caller.clubs().reload(club, stores);
                        List<WaitingSale> due = stores.waitingSales().due(club, now, after, PAGE);
                        SaleJournal journal = new SaleJournal(caller.clubs(), caller.actor(), now, stores, facts);
                        Sum posted = due.isEmpty()
                                ? Sum.NOTHING
                                : due(journal, stores).post(due);
                        return new PagedRun.Done<>(due.size() < PAGE ? null : due.get(PAGE - 1), posted);
                    });
            all = all.plus(pass);
        } while (pass.passedOver() > 0 && pass.posted() > 0);
        return new PostedSales(all.posted(), all.points());
    }

    private DueSales due(SaleJournal journal, Stores stores) {
        return new DueSales(journal, caller.features().contains(Feature.ENVOYS), stores);
    }

    /** The host's own books have a sale, and nothing of it is still to be delivered. */
    public DeferralResult release(ExternalKey sale) {
        return release(sale, Map.of());
    }

    /**
     * Says that the host's own books have a sale: where the club awaits that, it is posted by the next run after its delay.
     *
     * <p>Where the club awaits the whole delivery, a sale of which quantities are open waits on, until this is called again
     * without any; else open quantities are included (A59). Repeating it changes nothing.
     *
     * @param open what is still to be delivered, by the number of the line; at most the quantity of the line
     * @throws InvalidRequestException for lines that the sale does not have, and quantities that are not above zero or more
     *     than the line's
     */
    public DeferralResult release(ExternalKey sale, Map<Integer, BigDecimal> open) {
        Instant now = caller.now();
        return caller.change(
                Permission.POST_SALE,
                Subject.NOBODY,
                (stores, facts) -> new Saying(caller, now, stores, facts).released(sale, Map.copyOf(open)));
    }

    /**
     * Calls a sale off that waits: it never moves points, nor counts for schemes (A59). The sale itself stays kept; what was
     * posted of it in other clubs is brought back by a return. Repeating it answers the same.
     */
    public DeferralResult withdraw(ExternalKey sale) {
        Instant now = caller.now();
        return caller.change(
                Permission.POST_SALE,
                Subject.NOBODY,
                (stores, facts) -> new Saying(caller, now, stores, facts).withdrawn(sale));
    }

    /** What waits for an account, by sale; empty for an unknown account. */
    public List<WaitingSale> waiting(AccountId account) {
        return caller.read(stores -> {
            caller.require(Permission.READ_STATEMENT, reader(stores.accounts().find(account), stores));
            return stores.waitingSales().heldBy(Set.of(account));
        });
    }

    private Subject reader(Optional<MemberAccount> account, Stores stores) {
        return account.map(row -> Whose.account(row, Permission.READ_STATEMENT, caller.actor(), stores))
                .orElse(Subject.NOBODY);
    }
}

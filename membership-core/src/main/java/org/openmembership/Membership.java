package org.openmembership;

import java.util.Set;
import org.openmembership.access.Feature;
import org.openmembership.adjustment.AdjustmentPolicy;
import org.openmembership.assignment.Assignment;
import org.openmembership.auditing.Auditor;
import org.openmembership.backtest.BackTest;
import org.openmembership.blocking.Blocking;
import org.openmembership.command.Caller;
import org.openmembership.enrolment.Enrolment;
import org.openmembership.members.Members;
import org.openmembership.publishing.Clubs;
import org.openmembership.purchases.Purchases;
import org.openmembership.sale.Sales;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Origin;
import org.openmembership.sharing.Sharing;
import org.openmembership.statement.Statements;
import org.openmembership.statistics.Statistics;
import org.openmembership.storage.Storage;
import org.openmembership.telling.Events;
import org.openmembership.trail.AuditTrail;

/**
 * The library as a host sees it: one accessor per thing that can happen.
 *
 * <pre>{@code
 * Membership till = Membership.on(storage).open().as(Actor.till("till-7"));
 * RedemptionResult paid = till.redemption().redeem(account, Points.of(100), ExternalKey.of("till-7", "receipt-4412"));
 * }</pre>
 *
 * <p>Immutable and thread-safe; an application has one, and binds it per call. It starts no thread, holds no connection.
 */
public final class Membership extends PointDoors {
    Membership(Caller caller, People people, AdjustmentPolicy adjusting) {
        super(caller, people, adjusting);
    }

    /** Starts to put a membership together over {@code storage}. */
    public static MembershipBuilder on(Storage storage) {
        return new MembershipBuilder(storage);
    }

    /** The same membership, with every call made by {@code actor}; one that is not bound acts as the server's clerk or, without one, as the system (A55, R20). */
    public Membership as(Actor actor) {
        return new Membership(caller.as(actor), people, adjusting);
    }

    /** The same membership, with every call coming from {@code origin}, for which failures are counted as for the account. */
    public Membership from(Origin origin) {
        return new Membership(caller.from(origin), people, adjusting);
    }

    /** The same membership over another storage of the same data, usually the host's own transaction; all else is shared. */
    public Membership within(Storage storage) {
        return new Membership(caller.within(storage), people, adjusting);
    }

    /** The optional parts that are on, so that a host shows no others (A25). */
    public Set<Feature> features() {
        return caller.features();
    }

    /** Club definitions. */
    public Clubs clubs() {
        return new Clubs(caller);
    }

    /** What is known of members. */
    public Members members() {
        return new Members(caller);
    }

    /** What was bought. */
    public Purchases purchases() {
        return new Purchases(caller);
    }

    /** Recording sales, and earning on them. */
    public Sales sales() {
        return new Sales(caller);
    }

    /** Giving kept sales to members, to others, or to nobody. */
    public Assignment assignment() {
        return new Assignment(caller);
    }

    /** Accounts in clubs. */
    public Enrolment enrolment() {
        return new Enrolment(caller, people.desk().club());
    }

    /** Who shares an account, and its end. */
    public Sharing sharing() {
        return new Sharing(caller);
    }

    /** Keeping accounts, members and cards from being identified. */
    public Blocking blocking() {
        return people.blocking(caller);
    }

    /** What accounts and clubs hold, and how it came about. */
    public Statements statements() {
        return new Statements(caller);
    }

    /** Sums over accounts and clubs, and what a club owes. */
    public Statistics statistics() {
        return new Statistics(caller);
    }

    /** Trying a changed club out on what was bought. */
    public BackTest backTest() {
        return new BackTest(caller);
    }

    /** Handing what has happened to the host's mail, search or message bus. */
    public Events events() {
        return new Events(caller);
    }

    /** Who did what, and who was turned away. */
    public AuditTrail auditTrail() {
        return new AuditTrail(caller);
    }

    /** Checking that the storage is right. */
    public Auditor audit() {
        return new Auditor(caller);
    }
}

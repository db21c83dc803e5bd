package org.openmembership;

import org.openmembership.adjustment.Adjustment;
import org.openmembership.adjustment.AdjustmentLimits;
import org.openmembership.assignment.Assignment;
import org.openmembership.auditing.Auditor;
import org.openmembership.blocking.Blocking;
import org.openmembership.cards.Cards;
import org.openmembership.codes.Codes;
import org.openmembership.command.Caller;
import org.openmembership.consents.Consents;
import org.openmembership.customers.Customers;
import org.openmembership.disclosure.Disclosure;
import org.openmembership.duplicates.Duplicates;
import org.openmembership.email.EmailChange;
import org.openmembership.enrolment.Enrolment;
import org.openmembership.erasure.Erasures;
import org.openmembership.expiry.Expiry;
import org.openmembership.exporting.Exporting;
import org.openmembership.extension.Extension;
import org.openmembership.finding.Finding;
import org.openmembership.groups.Groups;
import org.openmembership.holding.Holding;
import org.openmembership.identification.Identification;
import org.openmembership.importing.Importing;
import org.openmembership.members.Members;
import org.openmembership.merging.Merging;
import org.openmembership.notes.Notes;
import org.openmembership.notification.Notifications;
import org.openmembership.password.Passwords;
import org.openmembership.password.SignIn;
import org.openmembership.payonaccount.PayOnAccount;
import org.openmembership.publishing.Clubs;
import org.openmembership.purchases.Purchases;
import org.openmembership.redemption.Redemption;
import org.openmembership.registration.MemberRegistration;
import org.openmembership.reversal.Reversal;
import org.openmembership.review.Review;
import org.openmembership.sale.Sales;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Origin;
import org.openmembership.sharing.Sharing;
import org.openmembership.statement.Statements;
import org.openmembership.statistics.Statistics;
import org.openmembership.storage.Storage;
import org.openmembership.telling.Events;
import org.openmembership.trail.AuditTrail;
import org.openmembership.transfer.Transfer;
import org.openmembership.users.Users;
import org.openmembership.warnings.Warnings;

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
public final class Membership {
    private final Caller caller;
    private final People people;
    private final AdjustmentLimits limits;

    Membership(Caller caller, People people, AdjustmentLimits limits) {
        this.caller = caller;
        this.people = people;
        this.limits = limits;
    }

    /** Starts to put a membership together over {@code storage}. */
    public static MembershipBuilder on(Storage storage) {
        return new MembershipBuilder(storage);
    }

    /** The same membership, with every call made by {@code actor}; one that is not bound acts as the system (R20). */
    public Membership as(Actor actor) {
        return new Membership(caller.as(actor), people, limits);
    }

    /** The same membership, with every call coming from {@code origin}, for which failures are counted as for the account. */
    public Membership from(Origin origin) {
        return new Membership(caller.from(origin), people, limits);
    }

    /** The same membership over another storage of the same data, usually the host's own transaction; all else is shared. */
    public Membership within(Storage storage) {
        return new Membership(caller.within(storage), people, limits);
    }

    /** Becoming a member. */
    public MemberRegistration registration() {
        return people.registration(caller);
    }

    /** Signing in with a password. */
    public SignIn signIn() {
        return people.signIn(caller);
    }

    /** Setting and changing passwords. */
    public Passwords passwords() {
        return people.passwords(caller);
    }

    /** Changing the address of a user. */
    public EmailChange emailChange() {
        return people.emailChange(caller);
    }

    /** Switching users on and off. */
    public Users users() {
        return new Users(caller);
    }

    /** Taking over customers and members of another system. */
    public Importing importing() {
        return people.importing(caller);
    }

    /** Lists as files of columns. */
    public Exporting exporting() {
        return new Exporting(caller);
    }

    /** Adding customers, and keeping what is known of them. */
    public Customers customers() {
        return people.customers(caller);
    }

    /** Whether customers may be written to. */
    public Consents consents() {
        return people.consents(caller);
    }

    /** Groups of customers for marketing. */
    public Groups groups() {
        return new Groups(caller);
    }

    /** Looking customers up. */
    public Finding finding() {
        return people.finding(caller);
    }

    /** Customers who may be one. */
    public Duplicates duplicates() {
        return new Duplicates(caller);
    }

    /** Making customers who are one, one. */
    public Merging merging() {
        return new Merging(caller);
    }

    /** Customers who settle later. */
    public PayOnAccount payOnAccount() {
        return people.payOnAccount(caller);
    }

    /** What clerks write about customers, and what is to be done. */
    public Notes notes() {
        return people.notes(caller);
    }

    /** Sending the messages that are due. */
    public Notifications notifications() {
        return people.notifications(caller);
    }

    /** Handing out what is known of people. */
    public Disclosure disclosure() {
        return new Disclosure(caller);
    }

    /** Forgetting people. */
    public Erasures erasures() {
        return people.erasures(caller);
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

    /** Spending points. */
    public Redemption redemption() {
        return new Redemption(caller);
    }

    /** Setting points aside for unfinished sales. */
    public Holding holding() {
        return new Holding(caller);
    }

    /** Correcting points by hand. */
    public Adjustment adjustment() {
        return new Adjustment(caller, limits);
    }

    /** Undoing entries. */
    public Reversal reversal() {
        return new Reversal(caller);
    }

    /** Moving points between accounts of a club. */
    public Transfer transfer() {
        return new Transfer(caller);
    }

    /** Accounts in clubs. */
    public Enrolment enrolment() {
        return new Enrolment(caller);
    }

    /** Who shares an account, and its end. */
    public Sharing sharing() {
        return new Sharing(caller);
    }

    /** Membership cards. */
    public Cards cards() {
        return people.cards(caller);
    }

    /** Membership numbers as pictures. */
    public Codes codes() {
        return people.codes();
    }

    /** Keeping accounts, members and cards from being identified. */
    public Blocking blocking() {
        return people.blocking(caller);
    }

    /** Finding out who stands at the till. */
    public Identification identification() {
        return people.identification(caller);
    }

    /** Writing off what has lapsed. */
    public Expiry expiry() {
        return new Expiry(caller);
    }

    /** Letting points be usable longer, or again. */
    public Extension extension() {
        return new Extension(caller);
    }

    /** Warning of points that are about to lapse. */
    public Warnings warnings() {
        return new Warnings(caller);
    }

    /** Moving accounts between schemes. */
    public Review review() {
        return new Review(caller);
    }

    /** What accounts and clubs hold, and how it came about. */
    public Statements statements() {
        return new Statements(caller);
    }

    /** Sums over accounts and clubs, and what a club owes. */
    public Statistics statistics() {
        return new Statistics(caller);
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

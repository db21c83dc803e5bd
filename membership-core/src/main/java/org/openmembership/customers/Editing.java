package org.openmembership.customers;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerEvent.CustomerChanged;
import org.openmembership.customer.CustomerEvent.CustomerStandingChanged;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customers.EditResult.AccountCodeTaken;
import org.openmembership.customers.EditResult.Edited;
import org.openmembership.customers.EditResult.Refused;
import org.openmembership.customers.EditResult.Stale;
import org.openmembership.member.MemberStanding;
import org.openmembership.request.RequestedConsent;
import org.openmembership.step.ConsentTerms;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;

/** One change to one customer: the same walk whatever is changed. */
record Editing(
        Caller caller,
        Permission permission,
        ConsentTerms consenting,
        @Nullable RequestedConsent accepts,
        boolean enquires) {
    /** The same, of somebody who says yes to being written to as well. */
    Editing accepting(@Nullable RequestedConsent accepted) {
        return new Editing(caller, permission, consenting, accepted, enquires);
    }

    /** What a change may need to know. */
    record Known(Customer current, boolean hasLogin) {}

    /** Decides what becomes of a customer; {@link Edited} holds its next version, or the same where nothing changes. */
    @FunctionalInterface
    interface Decision {
        EditResult decide(Known facts);
    }

    /** Changes the customer as it is now. */
    EditResult of(CustomerId id, Decision decision) {
        return of(id, null, decision);
    }

    /** Changes the customer if it is still of the version it was read in. */
    EditResult of(CustomerId id, @Nullable Integer version, Decision decision) {
        return caller.change((stores, facts) -> attempt(id, version, decision, stores, facts));
    }

    private EditResult attempt(
            CustomerId id, @Nullable Integer version, Decision decision, Stores stores, Facts facts) {
        Optional<Customer> found = stores.customers().find(id);
        Optional<MemberStanding> member = stores.members().standingOfCustomer(id);
        caller.require(permission, subject(member), facts);
        if (found.isEmpty()) {
            return new Refused(EditRefusal.UNKNOWN_CUSTOMER, null);
        }
        Customer current = found.get();
        if (version != null && version != current.version()) {
            return new Stale(current);
        }
        boolean hasLogin = member.filter(MemberStanding::isActive).isPresent();

        EditResult result = decision.decide(new Known(current, hasLogin));

        boolean changes = result instanceof Edited edited && !edited.customer().equals(current);
        EditResult outcome = changes ? record(((Edited) result).customer(), current, member, stores, facts) : result;
        if (outcome instanceof Edited edited) {
            accept(accepts, edited.customer(), subject(member), stores, facts);
        }
        return outcome;
    }

    private EditResult record(
            Customer changed, Customer current, Optional<MemberStanding> member, Stores stores, Facts facts) {
        if (!changed.selling().equals(current.selling())) {
            caller.require(Permission.SET_SELLING_TERMS, subject(member));
        }
        Optional<CustomerId> holder = holder(changed.accountCode(), current.accountCode(), stores);
        if (holder.isPresent()) {
            return new AccountCodeTaken(holder.get());
        }
        stores.customers().update(changed);
        tell(changed, current, facts);
        tellFormerAddress(changed, current, stores);
        enquire(changed, current, stores);
        consenting.at(caller.actor(), caller.now(), stores, facts).moved(current, changed);
        return new Edited(changed);
    }

    /** The customer says yes to being written to, where the form says so; what has to be confirmed is asked later. */
    void accept(@Nullable RequestedConsent wanted, Customer customer, Subject subject, Stores stores, Facts facts) {
        if (wanted != null && !wanted.channels().isEmpty()) {
            caller.require(Permission.CHANGE_CONSENTS, subject);
            consenting
                    .at(caller.actor(), caller.now(), stores, facts)
                    .accept(customer, wanted.channels(), CustomerIntake.said(wanted));
        }
    }

    private void tell(Customer changed, Customer before, Facts facts) {
        Instant now = caller.now();
        facts.happened(new CustomerChanged(changed.id(), changed.version()), now);
        if (!changed.standing().equals(before.standing())) {
            facts.happened(new CustomerStandingChanged(changed.id(), before.standing(), changed.standing()), now);
        }
    }

    /** Whoever writes another address into a record does not do so unheard (S15). */
    private void tellFormerAddress(Customer changed, Customer before, Stores stores) {
        EmailAddress former = before.email();
        if (former != null && !before.emailKey().equals(changed.emailKey())) {
            NotificationId id = NotificationId.of(caller.ids().next());
            stores.notifications().add(Notification.farewell(id, changed.id(), former, caller.now()));
        }
    }

    private void enquire(Customer changed, Customer before, Stores stores) {
        if (!changed.standing().equals(before.standing())) {
            enquire(changed, stores);
        }
    }

    /** Asks the shop's people to authorise whoever applies for trade now, where the shop wants to be asked (C41). */
    void enquire(Customer customer, Stores stores) {
        if (enquires && customer.standing().status() == CustomerStatus.PENDING_APPROVAL) {
            NotificationId id = NotificationId.of(caller.ids().next());
            stores.notifications().add(Notification.enquiry(id, customer.id(), caller.now()));
        }
    }

    /** Who else has the code that a customer shall get. */
    static Optional<CustomerId> holder(@Nullable AccountCode wanted, @Nullable AccountCode before, Stores stores) {
        if (wanted == null || wanted.equals(before)) {
            return Optional.empty();
        }
        return stores.customers().withAccountCode(wanted).map(Customer::id);
    }

    static Subject subject(Optional<MemberStanding> member) {
        return member.map(standing -> new Subject(standing.member().value())).orElse(Subject.NOBODY);
    }

    /** The next version where something changes, the customer itself where nothing does. */
    static EditResult edited(Customer current, Supplier<Customer> next) {
        Customer changed = next.get();
        boolean same = changed.toBuilder().version(current.version()).build().equals(current);
        return new Edited(same ? current : changed);
    }
}

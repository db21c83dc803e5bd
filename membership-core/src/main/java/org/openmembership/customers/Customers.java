package org.openmembership.customers;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.customer.BuyingTerms;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerEvent.CustomerCreated;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.SellingTerms;
import org.openmembership.customer.StandingStep;
import org.openmembership.customers.CreationResult.AccountCodeTaken;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.EditResult.Refused;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedConsent;
import org.openmembership.request.Violation;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.ConsentTerms;
import org.openmembership.step.Facts;
import org.openmembership.step.Invite;
import org.openmembership.storage.Stores;

/**
 * The door to customer records (C6, C7, C17-C29, C40-C51, D14). Thread-safe.
 *
 * <p>A change that names a version is refused as {@link EditResult.Stale} once somebody else has changed the customer, so
 * it can be sent twice without being made twice. A step such as an approval is taken from where the customer stands now.
 */
public final class Customers {
    private static final PersonName NOBODY = PersonName.of("-", "-");

    private final Caller caller;
    private final PeopleIntake people;
    private final ConsentTerms consenting;
    private final boolean invites;
    private final boolean enquires;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public Customers(Caller caller, PeopleIntake people, ConsentTerms consenting, boolean invites, boolean enquires) {
        this.caller = caller;
        this.people = people;
        this.consenting = consenting;
        this.invites = invites;
        this.enquires = enquires;
    }

    /**
     * Adds a customer (C2, C44, C47, C48; applications: C41, C51).
     *
     * <p>An email that staff or a till writes is taken as staff's word for some time (R2). What the form accepts is as if the
     * customer were subscribed right after; what has to be confirmed is asked by the next delivery. Where the shop invites every
     * new in-store customer, the invitation goes out with it (C49); where somebody applies for trade, the shop's people are asked
     * to authorise it (C41).
     *
     * @param reference what the caller calls the customer: a repeat answers with the one that is there and changes nothing
     * @throws InvalidRequestException with all that is wrong, by path; nothing is kept
     */
    public CreationResult create(ExternalKey reference, NewCustomerKind kind, CustomerForm form) {
        List<Violation> broken = caller.violations(form);
        Instant now = caller.now();
        Customer blank = Customer.builder(CustomerId.of(caller.ids().next()), NOBODY, now)
                .reference(reference)
                .standing(kind.standing())
                .build();
        Customer customer = intake(now).read(form, broken, blank);
        return caller.change(
                Permission.CREATE_CUSTOMER,
                Subject.NOBODY,
                (stores, facts) -> create(customer, form.accepts(), stores, facts));
    }

    private CreationResult create(Customer customer, @Nullable RequestedConsent accepts, Stores stores, Facts facts) {
        List<Customer> known = stores.customers().withReferences(Set.of(requireNonNull(customer.reference())));
        if (!known.isEmpty()) {
            CustomerId first = known.get(0).id();
            return new Created(stores.customers().find(first).orElse(known.get(0)), true);
        }
        if (!customer.selling().equals(SellingTerms.USUAL)) {
            caller.require(Permission.SET_SELLING_TERMS, Subject.NOBODY);
        }
        Optional<CustomerId> holder = Editing.holder(customer.accountCode(), null, stores);
        if (holder.isPresent()) {
            return new AccountCodeTaken(holder.get());
        }
        stores.customers().add(customer);
        facts.happened(new CustomerCreated(customer.id()), customer.createdAt());
        if (invites && customer.standing().status() == CustomerStatus.IN_STORE) {
            invite(customer, stores, facts);
        }
        // after the invitation, which is an email, because a text message to confirm a consent goes last (D8)
        Editing editing = editing(Permission.CREATE_CUSTOMER);
        editing.accept(accepts, customer, Subject.NOBODY, stores, facts);
        editing.enquire(customer, stores);
        return new Created(customer, false);
    }

    private void invite(Customer customer, Stores stores, Facts facts) {
        Invite invite = new Invite(caller.ids(), caller.server(), caller.now());
        if (invite.problem(customer, null, stores).isEmpty()) {
            invite.send(customer, null, stores, facts);
        }
    }

    /** A customer as it is now. Members may read their own. */
    public Optional<Customer> find(CustomerId id) {
        return caller.read(stores -> {
            caller.require(
                    Permission.READ_CUSTOMERS, Editing.subject(stores.members().standingOfCustomer(id)));
            return stores.customers().find(id);
        });
    }

    /** What a customer may buy, and at which prices, as it stands now (C42); empty for nobody. Members may ask of their own. */
    public Optional<BuyingTerms> buying(CustomerId id) {
        return find(id).map(customer -> {
            BuyingTerms terms = BuyingTerms.of(customer.standing(), customer.selling());
            return caller.server().isDefault(customer.id()) ? terms.withoutCredit() : terms;
        });
    }

    /** The customer to whom sales go that name nobody; empty where this server has none, or it does not exist (A55). */
    public Optional<Customer> defaultCustomer() {
        return Optional.ofNullable(caller.server().customer()).flatMap(this::find);
    }

    /**
     * Changes all that the form holds; consents that were for an address which is gone are taken back (R14). Start it from the customer as it was read, {@link CustomerForm#from}.
     *
     * @param version of the customer that the form was filled in from
     * @throws InvalidRequestException with all that is wrong, by path
     */
    public EditResult edit(CustomerId id, int version, CustomerForm form) {
        List<Violation> broken = caller.violations(form);
        CustomerIntake intake = intake(caller.now());
        return editing(Permission.EDIT_CUSTOMER)
                .accepting(form.accepts())
                .of(
                        id,
                        version,
                        facts -> Editing.edited(
                                facts.current(),
                                () -> intake.read(
                                        form, broken, facts.current().changed().build())));
    }

    /**
     * Adds an address as the last one (C29, A20, A22).
     *
     * @throws InvalidRequestException with all that is wrong, by path
     */
    public EditResult addAddress(CustomerId id, int version, RequestedAddress address) {
        PostalAddress read = intake(caller.now()).address(address, caller.violations(address));
        return editing(Permission.EDIT_CUSTOMER).of(id, version, facts -> Addresses.add(facts.current(), read));
    }

    /**
     * Replaces an address, its uses included (A21).
     *
     * @param number 1 for the primary one
     * @throws InvalidRequestException with all that is wrong, by path
     */
    public EditResult changeAddress(CustomerId id, int version, int number, RequestedAddress address) {
        PostalAddress read = intake(caller.now()).address(address, caller.violations(address));
        return editing(Permission.EDIT_CUSTOMER)
                .of(id, version, facts -> Addresses.change(facts.current(), number, read));
    }

    /**
     * Takes an address out; if it was the primary one, the next is primary.
     *
     * @param number 1 for the primary one
     */
    public EditResult removeAddress(CustomerId id, int version, int number) {
        return editing(Permission.EDIT_CUSTOMER).of(id, version, facts -> Addresses.remove(facts.current(), number));
    }

    /** Makes another address the primary one, and so number 1; the others keep their order. */
    public EditResult makePrimary(CustomerId id, int version, int number) {
        return editing(Permission.EDIT_CUSTOMER)
                .of(id, version, facts -> Addresses.makePrimary(facts.current(), number));
    }

    /** A guest has turned up in a store (C48); changes nothing of anybody else. */
    public EditResult serveInStore(CustomerId id) {
        return step(Permission.EDIT_CUSTOMER, id, StandingStep.SERVE_IN_STORE);
    }

    /** A retail customer asks to be a trade customer, and waits inactive for somebody to decide, who is asked by the next delivery (C41, C51). */
    public EditResult applyForTrade(CustomerId id) {
        return step(Permission.EDIT_CUSTOMER, id, StandingStep.APPLY_FOR_TRADE);
    }

    /** Confirms a trade application: active, and Registered or In-Store as the customer has a login or not (R12, C40). */
    public EditResult approve(CustomerId id) {
        return step(Permission.DECIDE_STANDING, id, StandingStep.APPROVE);
    }

    /** Turns a trade application down: the customer is an ordinary retail one. */
    public EditResult reject(CustomerId id) {
        return step(Permission.DECIDE_STANDING, id, StandingStep.REJECT);
    }

    /** Lets the customer use the account (C23); refused while an application waits: that is approved or rejected. */
    public EditResult activate(CustomerId id) {
        return step(Permission.DECIDE_STANDING, id, StandingStep.ACTIVATE);
    }

    /** Keeps the customer from the account (C23). */
    public EditResult deactivate(CustomerId id) {
        return step(Permission.DECIDE_STANDING, id, StandingStep.DEACTIVATE);
    }

    private EditResult step(Permission permission, CustomerId id, StandingStep step) {
        return editing(permission).of(id, facts -> {
            Customer current = facts.current();
            if (caller.server().isDefault(current.id())) {
                return new Refused(EditRefusal.DEFAULT_CUSTOMER, current);
            }
            Optional<CustomerStanding> next = current.standing().after(step, facts.hasLogin());
            return next.isEmpty()
                    ? new Refused(EditRefusal.WRONG_STATUS, current)
                    : Editing.edited(
                            current,
                            () -> current.changed().standing(next.get()).build());
        });
    }

    private Editing editing(Permission permission) {
        return new Editing(caller, permission, consenting, null, enquires);
    }

    private CustomerIntake intake(Instant now) {
        return new CustomerIntake(people, caller.actor(), now);
    }
}

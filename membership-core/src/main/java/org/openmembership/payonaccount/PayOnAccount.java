package org.openmembership.payonaccount;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.intake.Intake;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.onaccount.CommentedEntry;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.onaccount.OnAccountEntry;
import org.openmembership.onaccount.OnAccountKind;
import org.openmembership.payonaccount.OnAccountResult.KeyReused;
import org.openmembership.payonaccount.OnAccountResult.Posted;
import org.openmembership.payonaccount.OnAccountResult.Refused;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Page;
import org.openmembership.shared.Topic;
import org.openmembership.storage.Stores;

/**
 * The door to paying later (C24-C28, C43). Thread-safe.
 *
 * <p>Limits, reminders and interest are the host's, or its accounting's. A call whose outcome is unknown is made again under
 * the same key.
 */
public final class PayOnAccount {
    private static final Page<CommentedEntry> NONE = new Page<>(List.of(), null);

    private final Caller caller;
    private final PeopleIntake people;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public PayOnAccount(Caller caller, PeopleIntake people) {
        this.caller = caller;
        this.people = people;
    }

    /**
     * Lets a customer settle later; refused while the customer's credit switch is off (C26).
     *
     * @throws InvalidRequestException with all that is wrong, by path; nothing is kept
     */
    public OnAccountResult charge(OnAccountRequest request) {
        return post(OnAccountKind.CHARGE, Permission.CHARGE_ON_ACCOUNT, request);
    }

    /**
     * Takes a payment, also more than is owed (C25, C27).
     *
     * @throws InvalidRequestException with all that is wrong, by path; nothing is kept
     */
    public OnAccountResult pay(OnAccountRequest request) {
        return post(OnAccountKind.PAYMENT, Permission.TAKE_ACCOUNT_PAYMENT, request);
    }

    /** What a customer owes; empty before the first entry (C25). Members may read their own. */
    public Optional<CustomerAccount> balance(CustomerId customer) {
        return caller.read(stores -> {
            caller.require(Permission.READ_ON_ACCOUNT, subject(customer, stores));
            return survivor(customer, stores).flatMap(stores.onAccount()::find);
        });
    }

    /** Charges and payments, the latest first (C28). Members may read their own. */
    public Page<CommentedEntry> history(CustomerId customer, Page.Request page) {
        return caller.read(stores -> {
            caller.require(Permission.READ_ON_ACCOUNT, subject(customer, stores));
            return survivor(customer, stores)
                    .map(found -> stores.onAccount().history(found, page))
                    .orElse(NONE);
        });
    }

    private OnAccountResult post(OnAccountKind kind, Permission permission, OnAccountRequest request) {
        Instant now = caller.now();
        Instant occurredAt = valid(request, now);
        return caller.change((stores, facts) -> {
            caller.require(permission, subject(request.customer(), stores), facts);
            facts.attempted(
                    permission,
                    new Topic(Topic.Kind.CUSTOMER, request.customer().value()));
            return attempt(kind, request, occurredAt == null ? now : occurredAt, now, stores);
        });
    }

    private @Nullable Instant valid(OnAccountRequest request, Instant now) {
        Intake intake = Intake.of(caller.violations(request));
        boolean wrong = !request.amount().isPositive() || !OnAccountEntry.isBounded(request.amount());
        intake.check("amount", wrong ? "must be above zero and below 10^11" : null);
        intake.text("comment", request.comment(), OnAccountRequest.MAX_COMMENT);
        Instant occurredAt = people.past(intake, "occurredAt", request.occurredAt(), now);
        intake.finish();
        return occurredAt;
    }

    private OnAccountResult attempt(
            OnAccountKind kind, OnAccountRequest request, Instant occurredAt, Instant now, Stores stores) {
        Optional<OnAccountEntry> first = stores.onAccount().find(kind, request.key());
        Optional<Customer> customer = stores.customers().find(request.customer());
        Optional<CustomerAccount> kept = customer.map(Customer::id).flatMap(stores.onAccount()::find);

        if (first.isPresent()) {
            return again(first.get(), request, customer);
        }
        OnAccountRefusal refusal = refusal(kind, request, customer, kept);
        if (refusal != null) {
            return new Refused(refusal, kept.map(CustomerAccount::balance).orElse(null));
        }
        CustomerAccount account = kept.orElseGet(() -> new CustomerAccount(
                customer.orElseThrow().id(), request.amount().minus(request.amount()), 0));
        OnAccountEntry entry = account.next(
                kind, request.amount(), new OnAccountEntry.Origin(request.key(), caller.actor(), occurredAt, now));

        stores.onAccount().post(entry, request.comment());
        return new Posted(entry, false);
    }

    private @Nullable OnAccountRefusal refusal(
            OnAccountKind kind,
            OnAccountRequest request,
            Optional<Customer> customer,
            Optional<CustomerAccount> account) {
        if (customer.isEmpty()) {
            return OnAccountRefusal.UNKNOWN_CUSTOMER;
        }
        boolean charge = kind == OnAccountKind.CHARGE;
        if (charge && caller.server().isDefault(customer.get().id())) {
            return OnAccountRefusal.DEFAULT_CUSTOMER;
        }
        if (charge && !customer.get().selling().payOnAccount()) {
            return OnAccountRefusal.NOT_GRANTED;
        }
        if (charge && !customer.get().standing().active()) {
            return OnAccountRefusal.INACTIVE;
        }
        boolean same = account.map(row -> row.balance().isSameCurrency(request.amount()))
                .orElse(true);
        return same ? null : OnAccountRefusal.OTHER_CURRENCY;
    }

    private static OnAccountResult again(OnAccountEntry first, OnAccountRequest request, Optional<Customer> survivor) {
        Instant occurredAt = request.occurredAt();
        boolean theirs = first.customer().equals(request.customer())
                || survivor.filter(found -> found.id().equals(first.customer())).isPresent();
        boolean same = theirs
                && first.amount().equals(request.amount())
                && (occurredAt == null || occurredAt.equals(first.origin().occurredAt()));
        return same
                ? new Posted(first, true)
                : new KeyReused(request.key(), first.origin().recordedAt());
    }

    private static Optional<CustomerId> survivor(CustomerId customer, Stores stores) {
        return stores.customers().find(customer).map(Customer::id);
    }

    private static Subject subject(CustomerId customer, Stores stores) {
        return stores.members()
                .standingOfCustomer(customer)
                .map(standing -> new Subject(standing.member().value()))
                .orElse(Subject.NOBODY);
    }
}

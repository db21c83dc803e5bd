package org.openmembership.consents;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentBasis;
import org.openmembership.consent.ConsentCause;
import org.openmembership.consent.ConsentState;
import org.openmembership.consent.CustomerConsents;
import org.openmembership.consent.KeptConsents;
import org.openmembership.consents.ConsentResult.Kept;
import org.openmembership.consents.ConsentResult.UnknownCustomer;
import org.openmembership.consents.ConsentResult.Wait;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.ContactPoint;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.delivery.Delivery;
import org.openmembership.proof.Logins;
import org.openmembership.proof.Proofing;
import org.openmembership.proof.TypedSecret;
import org.openmembership.shared.Page;
import org.openmembership.step.ConsentTerms;
import org.openmembership.step.Consenting;
import org.openmembership.step.Facts;
import org.openmembership.step.GroupChanges;
import org.openmembership.step.Redirects;
import org.openmembership.storage.Stores;
import org.openmembership.user.NotificationId;
import org.openmembership.user.OptInId;
import org.openmembership.user.Secret;

/**
 * The door to whether customers may be written to (C10, C11, D3-D6, D8, D30, R14). Thread-safe.
 *
 * <p>Nobody is written to who has not said so. Who has no address by a channel cannot be subscribed to it.
 */
public final class Consents {
    private final Caller caller;
    private final ConsentTerms terms;
    private final Proofing proofing;
    private final Delivery delivery;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public Consents(Caller caller, ConsentTerms terms, Proofing proofing, Delivery delivery) {
        this.caller = caller;
        this.terms = terms;
        this.proofing = proofing;
        this.delivery = delivery;
    }

    /** The consents of a customer; empty if there is none. Members may read their own. */
    public Optional<CustomerConsents> of(CustomerId customer) {
        return caller.read(stores -> {
            Optional<KeptConsents> kept = stores.consents().of(Redirects.follow(customer, stores));
            caller.require(Permission.READ_CONSENTS, subject(kept));
            return kept.map(KeptConsents::consents);
        });
    }

    /** All that a consent ever was, the latest first: when, why, where, on what evidence and by whom. */
    public Page<Consent> history(CustomerId customer, ContactChannel channel, Page.Request page) {
        return caller.read(stores -> {
            caller.require(Permission.READ_CONSENTS, subject(stores.consents().of(customer)));
            return stores.consents().history(customer, channel, page);
        });
    }

    /**
     * The customer says yes to some channels.
     *
     * <p>Where the shop asks to confirm, the consent is PENDING and a message is sent right after the commit, the email
     * first (D8); in a host's transaction the host sends it after its own. A repeat changes nothing; while a consent waits,
     * its message is sent again and the one before is dead.
     */
    public ConsentResult subscribe(CustomerId customer, Set<ContactChannel> channels, ConsentGiven given) {
        Instant now = caller.now();
        Outcome outcome = caller.change((stores, facts) -> subscribe(customer, channels, given, now, stores, facts));
        outcome.due().forEach(delivery::deliver);
        return outcome.result();
    }

    /** What the caller is told, and what has to be sent. */
    private record Outcome(ConsentResult result, List<NotificationId> due) {}

    private Outcome subscribe(
            CustomerId id, Set<ContactChannel> channels, ConsentGiven given, Instant now, Stores stores, Facts facts) {
        Optional<KeptConsents> kept = stores.consents().of(Redirects.follow(id, stores));
        caller.require(Permission.CHANGE_CONSENTS, subject(kept), facts);
        Optional<Customer> customer = stores.customers().find(id);
        if (kept.isEmpty() || customer.isEmpty()) {
            return new Outcome(new UnknownCustomer(), List.of());
        }
        CustomerConsents before = kept.get().consents();
        boolean asks = channels.stream()
                .anyMatch(channel -> terms.policy().asksToConfirm(channel)
                        && !before.by(channel).state().allowsMessages()
                        && channel.pointOf(customer.get()).isPresent());
        Optional<Instant> pause =
                asks ? proofing.throttles().of(caller, now).message(Logins.account(id), stores) : Optional.empty();
        if (pause.isPresent()) {
            return new Outcome(new Wait(pause.get()), List.of());
        }
        Consenting.Accepted accepted =
                consenting(now, stores, facts).accept(customer.get(), before, channels, said(given));
        return new Outcome(new Kept(accepted.consents(), accepted.unreachable()), accepted.due());
    }

    /**
     * The customer says no to some channels, and leaves the groups that are written to by them; whatever was still to be
     * confirmed cannot be any more. A repeat changes nothing.
     */
    public ConsentResult unsubscribe(CustomerId customer, Set<ContactChannel> channels, ConsentGiven given) {
        return caller.change(
                (stores, facts) -> withdraw(customer, channels, ConsentCause.WITHDRAWN, given, stores, facts));
    }

    /** The customer says no to all channels, and leaves all groups that are written to (C11). A repeat changes nothing. */
    public ConsentResult unsubscribeFromAll(CustomerId customer, ConsentGiven given) {
        return caller.change((stores, facts) -> {
            ConsentResult result = withdraw(
                    customer,
                    EnumSet.allOf(ContactChannel.class),
                    ConsentCause.WITHDRAWN_FROM_ALL,
                    given,
                    stores,
                    facts);
            stores.groups()
                    .of(Redirects.follow(customer, stores))
                    .ifPresent(ticks -> GroupChanges.of(ticks, caller.actor(), caller.now())
                            .leaveLists()
                            .keep(stores, facts));
            return result;
        });
    }

    private ConsentResult withdraw(
            CustomerId customer,
            Set<ContactChannel> channels,
            ConsentCause cause,
            ConsentGiven given,
            Stores stores,
            Facts facts) {
        Optional<KeptConsents> kept = stores.consents().of(Redirects.follow(customer, stores));
        caller.require(Permission.CHANGE_CONSENTS, subject(kept), facts);
        if (kept.isEmpty()) {
            return new UnknownCustomer();
        }
        CustomerConsents now =
                consenting(caller.now(), stores, facts).withdraw(kept.get().consents(), channels, cause, said(given));
        return new Kept(now, Set.of());
    }

    /**
     * Makes a consent count, with the code or token of the newest message that asked for it (C10).
     *
     * <p>It is typed or sent by a button, never by opening a link, because mail scanners open links. A right one is used up
     * together with the change, once.
     *
     * @param secret as typed; blanks are ignored
     * @throws IllegalStateException in a host's transaction, whose rollback would give a wrong attempt back
     */
    public ConfirmationResult confirm(OptInId optIn, String secret) {
        if (!caller.ownsTransaction()) {
            throw new IllegalStateException("a consent cannot be confirmed inside a host's transaction");
        }
        Instant now = caller.now();
        Secret typed = TypedSecret.of(secret);
        OptInAttempt attempt = new OptInAttempt(
                typed, proofing.throttles().of(caller, now), proofing.maxAttempts(), caller.actor(), now);
        return caller.change((stores, facts) -> {
            caller.require(Permission.SIGN_IN, Subject.NOBODY);
            return attempt.run(optIn, stores, facts);
        });
    }

    /** How something stands that waits to be confirmed; looking uses nothing up (R6). */
    public OptInStatus status(OptInId optIn) {
        Instant now = caller.now();
        return caller.read(
                Permission.SIGN_IN,
                Subject.NOBODY,
                stores -> stores.consents()
                        .optInForUpdate(optIn)
                        .map(facts -> OptInAttempt.status(facts, proofing.maxAttempts(), now))
                        .orElse(OptInStatus.UNKNOWN));
    }

    /**
     * A page of those who may be written to by a channel, by customer: what a marketing platform is filled with before it
     * follows the events. A page may hold fewer than were asked for; the last one has no next.
     */
    public Page<Subscriber> subscribers(ContactChannel channel, Page.Request page) {
        return caller.read(Permission.READ_AUDIENCES, Subject.NOBODY, stores -> {
            Page<Consent> found = stores.consents().inState(channel, ConsentState.SUBSCRIBED, page);
            Set<CustomerId> ids = found.items().stream().map(Consent::customer).collect(Collectors.toSet());
            Map<CustomerId, Customer> customers =
                    stores.customers().find(ids).stream().collect(Collectors.toMap(Customer::id, Function.identity()));
            return new Page<>(
                    found.items().stream()
                            .map(consent -> subscriber(consent, customers.get(consent.customer())))
                            .filter(Objects::nonNull)
                            .toList(),
                    found.next());
        });
    }

    private static @Nullable Subscriber subscriber(Consent consent, @Nullable Customer customer) {
        ConsentBasis basis = consent.basis();
        Optional<ContactPoint> point =
                customer == null ? Optional.empty() : consent.channel().pointOf(customer);
        return customer == null || basis == null || point.isEmpty()
                ? null
                : new Subscriber(customer.id(), customer.name(), point.get(), basis.at());
    }

    private Consenting consenting(Instant now, Stores stores, Facts facts) {
        return terms.at(caller.actor(), now, stores, facts);
    }

    private static Consenting.Said said(ConsentGiven given) {
        return new Consenting.Said(given.source(), given.evidence());
    }

    private static Subject subject(Optional<KeptConsents> kept) {
        return kept.map(KeptConsents::member)
                .map(member -> new Subject(member.value()))
                .orElse(Subject.NOBODY);
    }
}

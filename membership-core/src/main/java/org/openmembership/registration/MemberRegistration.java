package org.openmembership.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.NewCustomerDefaults;
import org.openmembership.customer.RegisterDefaults;
import org.openmembership.customer.RegisterId;
import org.openmembership.delivery.Delivery;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.member.Registration;
import org.openmembership.member.RegistrationState;
import org.openmembership.proof.InvitationProof;
import org.openmembership.proof.Throttles;
import org.openmembership.proof.Throttling;
import org.openmembership.proof.TypedSecret;
import org.openmembership.registration.RegistrationPolicy.Registrars;
import org.openmembership.shared.Actor;
import org.openmembership.step.CardHandout;
import org.openmembership.step.CardTakeover;
import org.openmembership.step.ConsentTerms;
import org.openmembership.step.Facts;
import org.openmembership.step.ScannedCards;
import org.openmembership.storage.Stores;
import org.openmembership.user.InvitationId;
import org.openmembership.user.NotificationId;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.User;
import org.openmembership.user.UserWarning;
import org.openmembership.user.Username;

/**
 * The door to becoming a member (A2-A19). Thread-safe.
 *
 * <p>Whoever registers is the actor: a person at a kiosk, in an app or a web shop, through a till or the system. STAFF is
 * turned away unless the policy says otherwise (A4, R11).
 */
public final class MemberRegistration {
    private final Caller caller;
    private final RegistrationPolicy policy;
    private final PeopleIntake people;
    private final RegisterDefaults registers;
    private final Delivery delivery;
    private final Throttles throttles;
    private final ScannedCards cards;
    private final ConsentTerms consenting;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public MemberRegistration(
            Caller caller,
            RegistrationPolicy policy,
            PeopleIntake people,
            RegisterDefaults registers,
            Delivery delivery,
            Throttles throttles,
            ScannedCards cards,
            ConsentTerms consenting) {
        this.caller = caller;
        this.policy = policy;
        this.people = people;
        this.registers = registers;
        this.delivery = delivery;
        this.throttles = throttles;
        this.cards = cards;
        this.consenting = consenting;
    }

    /**
     * Registers somebody.
     *
     * <p>From one origin only so many can be asked for before pauses begin ({@code Wait}).
     *
     * <p>Where the address must be proven, user and member await verification, nothing is linked or shown, and a message is
     * sent right after the commit; in a host's transaction the host sends it after its own. Otherwise the member is active
     * at once. A repeat is a newer registration: the message of the older one is dead, the ids stay.
     *
     * @throws org.openmembership.request.InvalidRequestException with all that is wrong, by path; nothing is kept
     */
    public RegistrationResult register(Registrant registrant) {
        if (!mayRegister()) {
            return new RegistrationResult.StaffMayNotRegister();
        }
        Instant now = caller.now();
        Applicant applicant = Applicant.of(registrant, people, policy.place().channel(), caller, now);
        EmailAddress email = applicant.email();
        if (email == null) {
            return byPhone(applicant, now);
        }
        if (!policy.requiresVerification()) {
            ActiveAtOnce command = activeAtOnce(applicant, now);
            return asked(now, (stores, facts) -> command.byEmail(email, stores, facts), RegistrationResult.Wait::new);
        }
        ProvenLater command = new ProvenLater(applicant, email, policy.revealExistingEmail(), caller.ids(), now);
        ProvenLater.Outcome outcome =
                asked(now, command::run, until -> new ProvenLater.Outcome(new RegistrationResult.Wait(until), null));
        deliver(outcome.due());
        return outcome.result();
    }

    /**
     * Proves the address of a registration with the code or the token of its newest message.
     *
     * <p>The match happens now: customers with the address are linked, the oldest becomes the primary, an imported member is
     * activated (A15-A17, R10). A repeat with the same secret answers {@code Verified} again, marked, without conflicts.
     *
     * @param secret as typed; blanks are ignored
     * @throws IllegalStateException in a host's transaction, whose rollback would give a wrong attempt back (S8)
     */
    public VerificationResult verify(RegistrationId registration, String secret) {
        requireOwnTransaction();
        if (!mayRegister()) {
            return new VerificationResult.StaffMayNotVerify();
        }
        Instant now = caller.now();
        VerifyAttempt attempt = new VerifyAttempt(
                TypedSecret.of(secret),
                throttles.of(caller, now),
                policy,
                caller.server(),
                defaults(),
                new WaitingSales(caller, now),
                namedCard(now),
                consenting,
                caller.ids(),
                now);
        return change((stores, facts) -> attempt.run(registration, stores, facts));
    }

    /**
     * Registers a customer who was invited, with the code or the token of the newest invitation (C49).
     *
     * <p>The secret proves the address, so there is no second message: the member is active at once, with every customer who
     * has that address, the invited one included although a clerk has written it lately (R2), and sees all they bought. A repeat
     * with the same secret answers {@code Verified} again, marked. One that was called off is answered {@code Expired}.
     *
     * @param secret as typed; blanks are ignored
     * @param registrant with the address the invitation was sent to; any other is answered as a wrong secret
     * @throws org.openmembership.request.InvalidRequestException with all that is wrong, by path; nothing is tried
     * @throws IllegalStateException in a host's transaction, whose rollback would give a wrong attempt back (S8)
     */
    public VerificationResult accept(InvitationId invitation, String secret, Registrant registrant) {
        requireOwnTransaction();
        if (!mayRegister()) {
            return new VerificationResult.StaffMayNotVerify();
        }
        Instant now = caller.now();
        Applicant applicant = Applicant.of(registrant, people, policy.place().channel(), caller, now);
        EmailAddress email = applicant.email();
        if (email == null) {
            return new VerificationResult.Expired();
        }
        InvitedAttempt attempt = new InvitedAttempt(
                email,
                TypedSecret.of(secret),
                new InvitationProof(policy.proof().maxAttempts(), throttles.of(caller, now)),
                activeAtOnce(applicant, now));
        return change((stores, facts) -> attempt.run(invitation, stores, facts));
    }

    /**
     * Has the message of a registration sent again, with new secrets; wrong attempts stay counted.
     *
     * <p>The answer is the same whether or not the address was known.
     */
    public ResendResult resend(RegistrationId registration) {
        NotificationId id = NotificationId.of(caller.ids().next());
        Instant now = caller.now();
        Resending resending = new Resending(policy.proof(), id, now);
        ResendResult result =
                asked(now, (stores, facts) -> resending.run(registration, stores), until -> ResendResult.TOO_SOON);
        if (result == ResendResult.QUEUED) {
            deliver(id);
        }
        return result;
    }

    /** How a registration stands, as the person who made it may know; says nothing about whether an address was known. */
    public RegistrationStatus status(RegistrationId id) {
        Instant now = caller.now();
        Optional<Registration> registration = caller.read(
                Permission.REGISTER, Subject.NOBODY, stores -> stores.members().findRegistration(id));
        return registration.map(found -> status(found, now)).orElse(RegistrationStatus.UNKNOWN);
    }

    /** How a registration really stands, for the back office only: it tells whether an address was known (R7). */
    public Optional<TrueStatus> trueStatus(RegistrationId id) {
        return caller.read(
                Permission.READ_REGISTRATIONS,
                Subject.NOBODY,
                stores -> stores.members()
                        .findRegistration(id)
                        .flatMap(found ->
                                stores.users().find(found.subject().user()).map(user -> TrueStatus.of(found, user))));
    }

    /** What is wrong with a username; empty if nothing is (A14, R9). */
    public Set<UserWarning> warnings(Username username) {
        Optional<User> user = caller.read(
                Permission.IDENTIFY, Subject.NOBODY, stores -> stores.users().withUsername(username));
        return user.map(found -> found.warnings(policy.requiresVerification())).orElse(Set.of(UserWarning.UNKNOWN));
    }

    private RegistrationResult byPhone(Applicant applicant, Instant now) {
        E164 phone = applicant
                .mainPhone()
                .orElseThrow(() -> new IllegalStateException("an applicant has an email or a phone"));
        ActiveAtOnce command = activeAtOnce(applicant, now);
        return asked(now, (stores, facts) -> command.byPhone(phone, stores, facts), RegistrationResult.Wait::new);
    }

    private ActiveAtOnce activeAtOnce(Applicant applicant, Instant now) {
        WaitingSales waitingSales = new WaitingSales(caller, now);
        return new ActiveAtOnce(
                applicant,
                defaults(),
                policy.emailCoolOff(),
                caller.server(),
                waitingSales,
                namedCard(now),
                consenting,
                caller.ids(),
                now);
    }

    private NamedCard namedCard(Instant now) {
        CardHandout handout = new CardHandout(cards, caller.clubs(), now);
        return new NamedCard(new CardTakeover(handout, caller.actor(), caller.ids()));
    }

    private void requireOwnTransaction() {
        if (!caller.ownsTransaction()) {
            throw new IllegalStateException("an address cannot be verified inside a host's transaction");
        }
    }

    /** Asked of the host before a unit of work is open. */
    private @Nullable NewCustomerDefaults defaults() {
        RegisterId register = policy.place().register();
        return register == null ? null : registers.of(register).orElse(null);
    }

    private boolean mayRegister() {
        return caller.actor().kind() != Actor.Kind.STAFF || policy.registrars() == Registrars.SELF_AND_STAFF;
    }

    /** Runs a change that has a message sent, unless too many were asked for from here. */
    private <R> R asked(Instant now, BiFunction<Stores, Facts, R> work, Function<Instant, R> tooMany) {
        Throttling throttling = throttles.of(caller, now);
        return change(
                (stores, facts) -> throttling.message(stores).map(tooMany).orElseGet(() -> work.apply(stores, facts)));
    }

    private <R> R change(BiFunction<Stores, Facts, R> work) {
        return caller.change(Permission.REGISTER, Subject.NOBODY, work);
    }

    private void deliver(@Nullable NotificationId due) {
        if (due != null) {
            delivery.deliver(due);
        }
    }

    private RegistrationStatus status(Registration registration, Instant now) {
        if (registration.state() == RegistrationState.VERIFIED) {
            return RegistrationStatus.VERIFIED;
        }
        boolean tried = registration.attempts() >= policy.proof().maxAttempts();
        return tried || registration.isExpired(now)
                ? RegistrationStatus.EXPIRED
                : RegistrationStatus.AWAITING_VERIFICATION;
    }
}

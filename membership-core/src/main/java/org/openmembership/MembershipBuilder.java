package org.openmembership;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.AccessPolicy;
import org.openmembership.access.EverydayAccess;
import org.openmembership.access.Feature;
import org.openmembership.adjustment.AdjustmentLimits;
import org.openmembership.adjustment.AdjustmentPolicy;
import org.openmembership.adjustment.DailyLimits;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.command.Engine;
import org.openmembership.consent.ConsentPolicy;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PhoneNumbers;
import org.openmembership.customer.RegisterDefaults;
import org.openmembership.customer.ServerDefaults;
import org.openmembership.document.ClubDocuments;
import org.openmembership.envoys.EnvoyPolicy;
import org.openmembership.erasure.ErasurePolicy;
import org.openmembership.hashing.PasswordRules;
import org.openmembership.hashing.Pbkdf2Hasher;
import org.openmembership.hashing.WellKnownPasswords;
import org.openmembership.outbox.MembershipEventListener;
import org.openmembership.phone.WorldPhoneNumbers;
import org.openmembership.privacy.OpenOrders;
import org.openmembership.privacy.PersonalDataHolder;
import org.openmembership.proof.Throttles;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Ids;
import org.openmembership.step.ConsentTerms;
import org.openmembership.step.PublishedClubs;
import org.openmembership.storage.Storage;
import org.openmembership.user.CommonPasswords;
import org.openmembership.user.Notifier;
import org.openmembership.user.PasswordHasher;
import org.openmembership.user.PasswordPolicy;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.ThrottlePolicy;

/** Puts a {@link Membership} together; what is not set has the documented default. Not thread-safe. */
public final class MembershipBuilder {
    private final Storage storage;
    private InstantSource clock = InstantSource.system();
    private Ids ids = timeOrderedIds();
    private AccessPolicy access = new EverydayAccess();
    private ConsentPolicy consents = ConsentPolicy.DEFAULT;
    private AdjustmentPolicy adjusting = AdjustmentPolicy.DEFAULT;
    private @Nullable Validator validator;
    private RegistrationPolicy registration = RegistrationPolicy.DEFAULT;
    private RegisterDefaults registers = register -> Optional.empty();
    private ServerDefaults server = ServerDefaults.NONE;
    private Set<Feature> features = EnumSet.allOf(Feature.class);
    private @Nullable PhoneNumbers numbers;
    private @Nullable Notifier notifier;
    private final List<MembershipEventListener> listeners = new ArrayList<>();
    private String codePrefix = "";
    private @Nullable ClubId club;
    private @Nullable EmailAddress enquiries;
    private ZoneId zone = ZoneOffset.UTC;
    private SecretSeal seal = SecretSeal.keyless();
    private PasswordPolicy passwords = PasswordPolicy.DEFAULT;
    private @Nullable PasswordHasher hasher;
    private @Nullable CommonPasswords common;
    private ThrottlePolicy throttling = ThrottlePolicy.DEFAULT;
    private EnvoyPolicy envoys = EnvoyPolicy.DEFAULT;
    private ErasurePolicy erasure = ErasurePolicy.DEFAULT;
    private OpenOrders orders = person -> List.of();
    private final List<PersonalDataHolder> holders = new ArrayList<>();

    MembershipBuilder(Storage storage) {
        this.storage = storage;
    }

    /** Where the time comes from; the system's clock by default. Read once per call. */
    public MembershipBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** Where new ids come from; time-ordered UUIDs (version 7) by default. */
    public MembershipBuilder ids(Ids source) {
        ids = source;
        return this;
    }

    /** Who may do what; {@link EverydayAccess} by default, under which staff may not redeem, adjust or import. */
    public MembershipBuilder accessPolicy(AccessPolicy policy) {
        access = policy;
        return this;
    }

    /** What checks the constraints on requests; by default the provider found on the class path. */
    public MembershipBuilder validator(Validator provider) {
        validator = provider;
        return this;
    }

    /** How people become members; {@link RegistrationPolicy#DEFAULT} unless set. */
    public MembershipBuilder registration(RegistrationPolicy policy) {
        registration = policy;
        return this;
    }

    /** What registers give the customers they create; nothing by default. */
    public MembershipBuilder registers(RegisterDefaults defaults) {
        registers = defaults;
        return this;
    }

    /** Clerk, customer and payment type where nobody says them (A55); nothing is filled in by default. */
    public MembershipBuilder server(ServerDefaults defaults) {
        server = defaults;
        return this;
    }

    /** The optional parts that are on (A25); all by default. Doors of the others refuse with {@code FeatureOffException}. */
    public MembershipBuilder features(Set<Feature> on) {
        features = on;
        return this;
    }

    /** What reads phone numbers; by default the numbering plans of all countries. */
    public MembershipBuilder phoneNumbers(PhoneNumbers reader) {
        numbers = reader;
        return this;
    }

    /** What may stand before a scanned membership code, or not (D15, R19); nothing by default. */
    public MembershipBuilder codePrefix(String prefix) {
        codePrefix = prefix;
        return this;
    }

    /** In which club whoever names none gets an account (B35); without it a club is always named. */
    public MembershipBuilder defaultClub(ClubId ofTheShop) {
        club = ofTheShop;
        return this;
    }

    /** Whose day decides which tasks are overdue (C55), and what was adjusted in a day (S17); UTC by default. */
    public MembershipBuilder zone(ZoneId ofTheShop) {
        zone = ofTheShop;
        return this;
    }

    /**
     * Where the shop's own people read that somebody applies for trade and is to be authorised (C41); without it nobody is
     * written to. It is not kept: what is due goes to the address that is set when it is sent.
     */
    public MembershipBuilder tradeEnquiries(EmailAddress ofTheShop) {
        enquiries = ofTheShop;
        return this;
    }

    /** What sends messages; without it, messages wait until a process that has one delivers them. */
    public MembershipBuilder notifier(Notifier sender) {
        notifier = sender;
        return this;
    }

    /** Which consents have to be confirmed; {@link ConsentPolicy#DEFAULT} unless set (C10). */
    public MembershipBuilder consents(ConsentPolicy policy) {
        consents = policy;
        return this;
    }

    /** How much an actor may adjust without somebody else's approval; anything by default. */
    public MembershipBuilder adjustmentLimits(AdjustmentLimits host) {
        adjusting = adjusting.withOnce(host);
        return this;
    }

    /** How much an actor may adjust in a day of the shop's without somebody else's approval (S17); anything by default. */
    public MembershipBuilder dailyAdjustmentLimits(DailyLimits host) {
        adjusting = adjusting.withDaily(host);
        return this;
    }

    /** One more listener that hears of each event inside its unit of work, and can undo it by an exception. */
    public MembershipBuilder listener(MembershipEventListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * The key under which codes, tokens and origins are hashed; the same in all processes on the same data, and kept
     * elsewhere than these.
     *
     * <p>Without one, whoever can read the tables finds a code of eight digits within its ten minutes, and any origin that
     * is a network's address. With another one than before, open codes and tokens are void.
     *
     * @param key at least 32 bytes from a good source of chance; copied
     */
    public MembershipBuilder secretKey(byte[] key) {
        seal = SecretSeal.keyed(key);
        return this;
    }

    /** Which passwords may be set; {@link PasswordPolicy#DEFAULT} unless set. */
    public MembershipBuilder passwords(PasswordPolicy policy) {
        passwords = policy;
        return this;
    }

    /** What passwords become; by default the JDK's PBKDF2 with HMAC-SHA-512 and 210,000 rounds. */
    public MembershipBuilder passwordHasher(PasswordHasher port) {
        hasher = port;
        return this;
    }

    /** Which passwords everybody knows; a built-in list of some thousands by default. */
    public MembershipBuilder commonPasswords(CommonPasswords port) {
        common = port;
        return this;
    }

    /** How fast anybody may try passwords, codes and messages; {@link ThrottlePolicy#DEFAULT} unless set. */
    public MembershipBuilder throttling(ThrottlePolicy policy) {
        throttling = policy;
        return this;
    }

    /** What members get who recruit others; {@link EnvoyPolicy#DEFAULT} unless set (A53). */
    public MembershipBuilder envoys(EnvoyPolicy policy) {
        envoys = policy;
        return this;
    }

    /** When people are forgotten; {@link ErasurePolicy#DEFAULT} unless set. */
    public MembershipBuilder erasure(ErasurePolicy policy) {
        erasure = policy;
        return this;
    }

    /** Which orders are not fulfilled yet, so that nobody is forgotten meanwhile (C39); none by default. */
    public MembershipBuilder openOrders(OpenOrders port) {
        orders = port;
        return this;
    }

    /** One more place of the host's that holds personal data under our ids, and erases it when we do (R17). */
    public MembershipBuilder personalDataHolder(PersonalDataHolder holder) {
        holders.add(holder);
        return this;
    }

    /**
     * Opens the membership. Nothing is read or written yet, and no thread is started.
     *
     * @throws IllegalStateException if no validator was given and no provider of jakarta.validation is there
     */
    public Membership open() {
        Validator checker = validator == null ? validatorOfHost() : validator;
        PublishedClubs clubs = new PublishedClubs(ClubDocuments::published);
        Engine engine = new Engine(clock, ids, checker, access, clubs, listeners, server, features);
        PhoneNumbers reader = numbers == null ? new WorldPhoneNumbers() : numbers;
        PasswordRules rules = new PasswordRules(
                hasher == null ? new Pbkdf2Hasher() : hasher,
                passwords,
                common == null ? new WellKnownPasswords() : common);
        Throttles throttles = new Throttles(throttling, seal);
        Desk desk = new Desk(codePrefix, zone, new Forgetting(erasure, orders, holders), envoys, club, enquiries);
        ConsentTerms consenting = new ConsentTerms(consents, ids);
        People people = People.of(registration, reader, registers, notifier, desk, rules, throttles, consenting);
        Actor unbound = server.clerk() == null ? Actor.SYSTEM : server.clerk();
        return new Membership(new Caller(engine, storage, unbound), people, adjusting.in(zone));
    }

    private static Validator validatorOfHost() {
        try {
            return Validation.buildDefaultValidatorFactory().getValidator();
        } catch (ValidationException unusable) {
            throw new IllegalStateException(
                    "no usable provider of jakarta.validation: add one (Hibernate Validator needs an expression language or,"
                            + " in META-INF/validation.xml, its ParameterMessageInterpolator), or hand a Validator to"
                            + " MembershipBuilder.validator",
                    unusable);
        }
    }

    private static Ids timeOrderedIds() {
        NoArgGenerator generator = Generators.timeBasedEpochGenerator();
        return () -> generator.generate().toString();
    }
}

package org.openmembership.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.openmembership.Membership;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.LedgerUse;
import org.openmembership.customer.NewCustomerDefaults;
import org.openmembership.importing.CustomerImport;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStanding;
import org.openmembership.password.QuickHasher;
import org.openmembership.password.SetPasswordResult;
import org.openmembership.registration.RegistrationResult.AwaitingVerification;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Origin;
import org.openmembership.storage.Storage;
import org.openmembership.storage.Stores;
import org.openmembership.testing.Engine;
import org.openmembership.testkit.CountingIds;
import org.openmembership.testkit.SettableTime;
import org.openmembership.testkit.StorageFixture;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

/** An empty storage, a clock that stands still, a mailbox, and what stories about people do with them. */
public final class PeopleStage implements AutoCloseable {
    public static final NewCustomerDefaults SERVER_DEFAULTS = NewCustomerDefaults.builder(LedgerUse.MARKETING)
            .customerClass("WEB")
            .priceGroup("P1")
            .location("MAIN")
            .taxKey("T1")
            .termsCode("NET30")
            .build();

    public final SettableTime time = SettableTime.at("2026-03-01T10:00:00Z");
    public final Mailbox mailbox = new Mailbox();
    public final QuickHasher hasher = new QuickHasher();
    public final Membership membership;
    public final StorageFixture.Opened opened;

    private PeopleStage(StorageFixture.Opened storage, RegistrationPolicy policy) {
        opened = storage;
        membership = over(opened.storage(), policy);
    }

    public static PeopleStage of(Engine engine) {
        return new PeopleStage(engine.open(), RegistrationPolicy.DEFAULT);
    }

    public static PeopleStage of(Engine engine, UnaryOperator<RegistrationPolicy> change) {
        return new PeopleStage(engine.open(), change.apply(RegistrationPolicy.DEFAULT));
    }

    /** On a storage that somebody else looks at. */
    public static PeopleStage over(StorageFixture.Opened storage) {
        return new PeopleStage(storage, RegistrationPolicy.DEFAULT);
    }

    private Membership over(Storage storage, RegistrationPolicy policy) {
        return Membership.on(storage)
                .clock(time)
                .ids(new CountingIds())
                .registration(policy)
                .registers(register -> Optional.of(SERVER_DEFAULTS))
                .notifier(mailbox)
                .passwordHasher(hasher)
                .open();
    }

    public MemberRegistration kiosk() {
        return membership.as(Actor.till("kiosk")).registration();
    }

    public MemberRegistration clerk() {
        return membership.as(Actor.staff("clerk-1")).registration();
    }

    public static Registrant.Builder ada() {
        return Registrant.builder()
                .name("Ada", "Byron")
                .email("ada@example.org")
                .acceptTerms("terms-1");
    }

    /** Registers somebody whose address has to be proven. */
    public RegistrationId register(Registrant.Builder registrant) {
        return ((AwaitingVerification) kiosk().register(registrant.build())).registration();
    }

    /** Registers somebody and types in the code of the message that came. */
    public VerificationResult.Verified registerAndVerify(Registrant.Builder registrant) {
        return (VerificationResult.Verified) kiosk().verify(register(registrant), mailbox.code());
    }

    /** The web shop, called from somewhere. */
    public Membership web(String origin) {
        return membership.as(Actor.till("web")).from(Origin.of(origin));
    }

    /** Registers somebody who then sets a password, from home. */
    public UserId userWithPassword(Registrant.Builder registrant, String password) {
        UserId user = registerAndVerify(registrant).user();
        membership.passwords().send(user);
        setPassword(password);
        return user;
    }

    /** Sets a password with the last message, from home. */
    public SetPasswordResult setPassword(String password) {
        return web("home").passwords().set(mailbox.last().confirmation(), mailbox.token(), password);
    }

    public User user(UserId id) {
        return read(stores -> stores.users().find(id).orElseThrow());
    }

    /** A customer of the POS's with an email. */
    public CustomerId customer(String reference, String email, String createdAt) {
        return membership
                .importing()
                .customer(CustomerImport.of("pos", reference)
                        .name("Some", "Body")
                        .email(email)
                        .createdAt(Instant.parse(createdAt))
                        .build())
                .customer();
    }

    public <R> R read(Function<Stores, R> work) {
        return opened.storage().read(work);
    }

    /** The member whose user has this email as its name. */
    public Member member(String email) {
        Username username = Username.of(EmailAddress.of(email).key());
        return read(stores -> stores.members()
                .standingWithUsername(username)
                .map(MemberStanding::member)
                .flatMap(stores.members()::find)
                .orElseThrow());
    }

    @Override
    public void close() {
        opened.close();
    }
}

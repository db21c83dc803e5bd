package org.openmembership.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.joda.money.CurrencyUnit;
import org.openmembership.Membership;
import org.openmembership.MembershipBuilder;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.adjustment.AdjustmentResult;
import org.openmembership.audit.Violation;
import org.openmembership.club.Club;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointValue;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.publishing.PublishResult;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.registration.RegistrationPolicy.Verification;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.reversal.ReversalRequest;
import org.openmembership.reversal.ReversalResult;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Block;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.storage.Storage;
import org.openmembership.testkit.CountingIds;
import org.openmembership.testkit.SettableTime;
import org.openmembership.testkit.StorageFixture;

/**
 * A shop with a coffee club, for tests: a membership over an empty storage of its own, at a time that stands still.
 *
 * <p>The club runs in Berlin in euros, a point is worth a cent and lasts for ever unless a test publishes otherwise; its
 * schemes are standard, silver and gold.
 */
public final class Shop implements AutoCloseable {
    public static final ClubId CLUB = ClubId.of("coffee");
    public static final SchemeId STANDARD = SchemeId.of("standard");
    public static final SchemeId SILVER = SchemeId.of("silver");
    public static final SchemeId GOLD = SchemeId.of("gold");

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private final Engine engine;
    private final StorageFixture.Opened opened;
    private final SettableTime time = SettableTime.at("2026-03-01T12:00:00Z");
    private final Membership membership;
    private final AtomicInteger numbers = new AtomicInteger();

    private Shop(Engine engine) {
        this.engine = engine;
        this.opened = engine.open();
        this.membership = over(opened.storage(), "id-").open();
    }

    public static Shop open(Engine engine) {
        Shop shop = new Shop(engine);
        shop.publish(terms -> terms);
        return shop;
    }

    /** Another process on the same data, at the same time of day; one that has not seen anything yet. */
    public MembershipBuilder over(Storage storage, String idPrefix) {
        return Membership.on(storage)
                .clock(time)
                .ids(new CountingIds(idPrefix))
                .validator(VALIDATOR)
                .registration(RegistrationPolicy.DEFAULT.with(Verification.LINK_UNVERIFIED));
    }

    public Engine engine() {
        return engine;
    }

    public Membership membership() {
        return membership;
    }

    public Storage storage() {
        return opened.storage();
    }

    public StorageFixture.Opened opened() {
        return opened;
    }

    public SettableTime time() {
        return time;
    }

    /** Publishes the next version of the coffee club, from now on. */
    public void publish(UnaryOperator<ClubBuilder> terms) {
        publish(terms.apply(coffee()).build());
    }

    /** Publishes the next version of a club, from now on. */
    public void publish(Club club) {
        assertThat(membership.clubs().publish(club)).isInstanceOf(PublishResult.Published.class);
    }

    /** The club as it starts. */
    public ClubBuilder coffee() {
        return coffee(List.of(
                Scheme.byHand("standard", "Standard", 1),
                Scheme.from("silver", "Silver", 2, "100", "60"),
                Scheme.from("gold", "Gold", 3, "500", "300")));
    }

    /** The club as it starts, but for its schemes. */
    public ClubBuilder coffee(List<Scheme> schemes) {
        return Club.builder(CLUB)
                .name("Coffee Club")
                .in(CurrencyUnit.EUR, ZoneId.of("Europe/Berlin"))
                .pointValue(PointValue.of(CurrencyUnit.EUR, "0.01"))
                .schemes(schemes);
    }

    /** A club of its own, with one scheme. */
    public ClubId anotherClub(String code) {
        ClubId club = ClubId.of(code);
        publish(Club.builder(club)
                .name(code)
                .in(CurrencyUnit.EUR, ZoneId.of("Europe/Berlin"))
                .schemes(Scheme.byHand(code + "-only", "Only", 1))
                .build());
        return club;
    }

    public MemberId member() {
        int number = numbers.incrementAndGet();
        RegistrationResult result = membership
                .registration()
                .register(Registrant.builder()
                        .name("Ada", "Byron")
                        .email("ada." + number + "@example.org")
                        .acceptTerms("terms-1")
                        .build());
        return ((RegistrationResult.Registered) result).member();
    }

    /** A new member's account in the coffee club. */
    public AccountId account() {
        return account(member(), CLUB);
    }

    public AccountId account(MemberId member, ClubId club) {
        EnrolmentResult result = membership.enrolment().enrol(member, club);
        return ((EnrolmentResult.Enrolled) result).account().id();
    }

    public MemberAccount row(AccountId account) {
        return storage().read(stores -> stores.accounts().find(account)).orElseThrow();
    }

    public void block(AccountId account) {
        block(account, ReasonCode.of("lost"));
    }

    public void block(AccountId account, ReasonCode reason) {
        update(
                account,
                row -> row.blocked(
                        new Block(reason, Actor.staff("clerk-1"), time.instant().truncatedTo(ChronoUnit.MICROS))));
    }

    public void unblock(AccountId account) {
        update(account, row -> row.blocked(null));
    }

    public void closeAccount(AccountId account) {
        update(account, MemberAccount::closed);
    }

    private void update(AccountId account, UnaryOperator<MemberAccount> change) {
        storage().inUnitOfWork(stores -> {
            stores.accounts()
                    .lock(new TreeSet<>(Set.of(account)))
                    .forEach(row -> stores.accounts().update(change.apply(row)));
            return account;
        });
    }

    /** A key that was not used yet, by any thread. */
    public ExternalKey key() {
        return ExternalKey.of("till-7", "receipt-" + numbers.incrementAndGet());
    }

    public PointEntry give(AccountId account, long points) {
        return give(account, Points.of(points), PointKind.OTHER);
    }

    public PointEntry give(AccountId account, Points points, PointKind kind) {
        AdjustmentResult result = membership
                .adjustment()
                .adjust(new AdjustmentRequest(account, points, kind, ReasonCode.of("goodwill"), key()));
        return ((AdjustmentResult.Adjusted) result).entry();
    }

    public RedemptionResult redeem(AccountId account, long points) {
        return membership.redemption().redeem(account, Points.of(points), key());
    }

    /** Spends points that are there. */
    public PointEntry spend(AccountId account, long points) {
        return ((RedemptionResult.Redeemed) redeem(account, points)).entry();
    }

    public ReversalResult reverse(PointEntry entry) {
        return reverse(entry.id());
    }

    public ReversalResult reverse(EntryId entry) {
        return membership.reversal().reverse(ReversalRequest.of(entry, "mistake", key()));
    }

    /** Leaves an account without points and with a debt. */
    public void owe(AccountId account, long points) {
        PointEntry given = give(account, points);
        spend(account, points);
        assertThat(reverse(given)).isInstanceOf(ReversalResult.Reversed.class);
    }

    public Balance balance(AccountId account) {
        return membership.statements().balance(account).orElseThrow();
    }

    public Points available(AccountId account) {
        return balance(account).available();
    }

    /** All entries of an account, the first first. */
    public List<PointEntry> history(AccountId account) {
        List<PointEntry> entries = new ArrayList<>(membership
                .statements()
                .entries(account, Page.Request.first(Page.Request.MAX_LIMIT))
                .items());
        Collections.reverse(entries);
        return entries;
    }

    /** The open lots of an account, by id. */
    public List<Lot> lots(AccountId account) {
        return storage().read(stores -> {
            MemberAccount row = stores.accounts().find(account).orElseThrow();
            return stores.ledger().lotsAsOf(account, row.head().seq());
        });
    }

    /** What remains of the open lots of an account, by id. */
    public List<String> remaining(AccountId account) {
        return lots(account).stream().map(lot -> lot.remaining().toString()).toList();
    }

    public List<Violation> violations() {
        return membership.audit().run().violations();
    }

    @Override
    public void close() {
        opened.close();
    }
}

package org.openmembership.security;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SeriesId;
import org.openmembership.consents.ConsentGiven;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customers.CreationResult;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.duplicate.SharedKey;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.erasure.ErasureRequestResult;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcards.GiftCardChange;
import org.openmembership.giftcards.GiftCardForm;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.GroupAudience;
import org.openmembership.holding.HoldRequest;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.LotId;
import org.openmembership.member.MemberId;
import org.openmembership.merge.MergeId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult;
import org.openmembership.note.NoteId;
import org.openmembership.notes.NoteForm;
import org.openmembership.notes.NoteResult;
import org.openmembership.payonaccount.OnAccountRequest;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.registration.Mailbox;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.registration.VerificationResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.StoreCode;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.OptInId;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

/** One id of each kind: of things that are there, or of nothing; every one of them shows the name. */
final class TwinIds {
    private final Map<Class<?>, Object> ids = new HashMap<>();
    final String name;

    private TwinIds(String name) {
        this.name = name;
        put(
                CardNumber.of(name + "-card"),
                ClubId.of(name + "-club"),
                SchemeId.of(name + "-scheme"),
                SeriesId.of(name + "-series"),
                StoreCode.of(name + "-store"),
                ExternalKey.of("till-1", name + "-sale"),
                CustomerGroupCode.of(name + "-group"),
                email().key(),
                Username.of(email().key()),
                E164.of("+4930987654" + name.length()));
    }

    /** Of nothing that is anywhere. */
    static TwinIds unknown(String name) {
        TwinIds unknown = new TwinIds(name);
        AccountId account = AccountId.of(name + "-account");
        EntryId entry = new EntryId(account, 1);
        unknown.put(
                CustomerId.of(name + "-customer"),
                MemberId.of(name + "-member"),
                UserId.of(name + "-user"),
                account,
                entry,
                new LotId(entry, 1),
                new HoldId(account, ExternalKey.of("till-1", name + "-hold")),
                NoteId.of(name + "-note"),
                GiftCardId.of(name + "-gift-card"),
                MergeId.of(name + "-merge"),
                ErasureId.of(name + "-erasure"),
                OptInId.of(name + "-opt-in"),
                RegistrationId.of(name + "-registration"),
                ConfirmationId.of(name + "-confirmation"));
        unknown.share(CustomerId.of(name + "-customer"));
        return unknown;
    }

    /** Of one person and all that a shop can know of it; the ids of the membership begin with the name. */
    static TwinIds of(String name, Shop shop, Membership membership, Mailbox mailbox) {
        TwinIds there = new TwinIds(name);
        there.register(membership, mailbox);
        there.fill(shop, membership);
        there.write(membership);
        return there;
    }

    /** The same, but for one id. */
    TwinIds with(Object other) {
        TwinIds changed = new TwinIds(name);
        changed.ids.putAll(ids);
        changed.put(other);
        return changed;
    }

    EmailAddress email() {
        return EmailAddress.of(name + "@example.org");
    }

    Optional<Object> of(Class<?> type) {
        return Optional.ofNullable(ids.get(type));
    }

    <T> T get(Class<T> type) {
        return type.cast(ids.get(type));
    }

    private void put(Object... all) {
        for (Object id : all) {
            ids.put(id.getClass(), id);
        }
    }

    private void share(CustomerId customer) {
        put(new SharedKey(SharedKey.Kind.EMAIL, email().key().value()), customer);
    }

    private void register(Membership membership, Mailbox mailbox) {
        RegistrationResult registered = membership
                .registration()
                .register(Registrant.builder()
                        .name(name, name)
                        .email(email().typed())
                        .acceptTerms("terms-1")
                        .build());
        RegistrationId registration = ((RegistrationResult.AwaitingVerification) registered).registration();
        VerificationResult.Verified verified =
                (VerificationResult.Verified) membership.registration().verify(registration, mailbox.code());
        membership.passwords().send(verified.user());
        put(registration, verified.member(), verified.user(), mailbox.last().confirmation());
        share(verified.customers().primary());
    }

    private void fill(Shop shop, Membership membership) {
        EnrolmentResult enrolled = membership.enrolment().enrol(get(MemberId.class), Shop.CLUB);
        AccountId account = ((EnrolmentResult.Enrolled) enrolled).account().id();
        EntryId entry = shop.give(account, 500).id();
        HoldId hold = new HoldId(account, ExternalKey.of("till-1", name + "-hold"));
        membership.holding().place(HoldRequest.of(account, Points.of(10), hold.key()));
        membership.cards().assign(get(CardNumber.class), account, get(MemberId.class));
        shop.anotherClub(name + "-club");
        membership
                .sales()
                .record(purchase(
                        get(ExternalKey.class), get(MemberId.class), shop.time().instant()));
        put(account, entry, new LotId(entry, 1), hold);
    }

    private void write(Membership membership) {
        CustomerId customer = get(CustomerId.class);
        NoteResult note = membership
                .notes()
                .add(customer, ExternalKey.of("till-1", name + "-note"), NoteForm.task(name, LocalDate.of(2026, 5, 1)));
        membership
                .payOnAccount()
                .charge(OnAccountRequest.of(
                        customer, Money.of(CurrencyUnit.EUR, 5), ExternalKey.of("till-1", name + "-charge")));
        membership.consents().subscribe(customer, Set.of(ContactChannel.EMAIL), ConsentGiven.at("WEB", name));
        membership.groups().define(CustomerGroup.segment(get(CustomerGroupCode.class), name, GroupAudience.PRIVATE));
        membership.groups().choose(customer, Set.of(get(CustomerGroupCode.class)));
        MergeResult merged = membership
                .merging()
                .merge(MergeRequest.of(
                        customer, List.of(stray(membership)), ExternalKey.of("till-1", name + "-merge")));
        ErasureRequestResult asked =
                membership.erasures().request(get(MemberId.class), ReasonCode.of("ASKED"), IdentityProof.DOCUMENT_SEEN);
        GiftCardChange issued = membership
                .giftCards()
                .issue(GiftCardForm.physical(
                                Money.of(CurrencyUnit.EUR, 5),
                                new GiftCardForm.Codes("GIFTCARDCODE" + name, null, null),
                                ExternalKey.of("till-1", name + "-gift-card"))
                        .ownedBy(get(MemberId.class)));
        put(
                ((NoteResult.Kept) note).note().id(),
                ((GiftCardChange.Changed) issued).card().card().id(),
                ((MergeResult.Merged) merged).merge().id(),
                ((ErasureRequestResult.Requested) asked).erasure().id(),
                OptInId.of(name + "-opt-in"));
    }

    private CustomerId stray(Membership membership) {
        CreationResult created = membership
                .customers()
                .create(
                        ExternalKey.of("till-1", name + "-stray"),
                        NewCustomerKind.IN_STORE,
                        CustomerForm.builder().name(name, "stray").build());
        return ((CreationResult.Created) created).customer().id();
    }

    static Purchase purchase(ExternalKey key, MemberId buyer, Instant at) {
        return new Purchase(
                key,
                at,
                Purchase.Place.of("store-1", "pos"),
                Buyer.member(buyer),
                new Purchase.Content(CurrencyUnit.EUR, List.of(AnyPurchase.anyLine(1, "10")), List.of()));
    }

    /** How long everything there is kept waiting before it may be erased. */
    static final Duration NEVER = Duration.ofDays(3_650);
}

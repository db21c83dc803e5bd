package org.openmembership.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openmembership.Membership;
import org.openmembership.MembershipBuilder;
import org.openmembership.account.AccountId;
import org.openmembership.consent.ConsentPolicy;
import org.openmembership.consents.ConsentGiven;
import org.openmembership.customer.AddressUse;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.Gender;
import org.openmembership.customer.MaritalStatus;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PhoneType;
import org.openmembership.customers.CreationResult;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditResult;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.customers.RequestedCompany;
import org.openmembership.email.EmailChangeResult;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.GroupAudience;
import org.openmembership.groups.GroupChoice;
import org.openmembership.importing.CustomerImport;
import org.openmembership.importing.CustomerImported;
import org.openmembership.member.MemberId;
import org.openmembership.notes.NoteForm;
import org.openmembership.password.QuickHasher;
import org.openmembership.payonaccount.OnAccountRequest;
import org.openmembership.registration.Mailbox;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.registration.VerificationResult;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Origin;
import org.openmembership.user.UserId;

/**
 * Somebody about whom everything is known that can be: two customers, a member with login and account, open confirmations
 * and messages, notes and comments, consents and a group; every personal text holds {@link #MARK}, wherever it ends up.
 */
public final class PlantedPerson {
    /** Part of everything personal; folding and lower case leave it as it is. */
    public static final String MARK = "qzplanted";

    /** Part of every phone number, typed or read. */
    public static final String DIGITS = "3098765";

    /** What was shown where the person said yes to being written to. */
    public static final String WORDING = "wording-3";

    /** The group the person is in. */
    public static final CustomerGroupCode GROUP = CustomerGroupCode.of("tea");

    public static final LocalDate BIRTHDATE = LocalDate.of(1911, 4, 3);
    /** Gender and marital status as {@link Needles} look for them. */
    public static final String GENDER = "female";

    public static final String MARITAL_STATUS = "widowed";
    private static final Particulars TOLD = new Particulars(Gender.FEMALE, MaritalStatus.WIDOWED, true);
    public static final String EMAIL = MARK + "@" + MARK + ".example";
    public static final String MOVED = MARK + ".moved@example.org";
    public static final String PASSWORD = "a fine long password of " + MARK;

    public final Mailbox mailbox = new Mailbox();
    public final Membership membership;
    public final ExternalKey reference = ExternalKey.of("pos", "customer-4711");
    public final String accountCode = "AC-4711";
    public final CustomerId imported;
    public final CustomerId created;
    public final MemberId member;
    public final UserId user;
    public final AccountId account;
    private final Shop shop;

    private PlantedPerson(Shop shop, UnaryOperator<MembershipBuilder> more) {
        this.shop = shop;
        this.membership = more.apply(shop.over(shop.storage(), "p-")
                        .registration(RegistrationPolicy.DEFAULT)
                        .notifier(mailbox)
                        .consents(ConsentPolicy.confirming(ContactChannel.EMAIL))
                        .passwordHasher(new QuickHasher()))
                .open();
        imported = importCustomer();
        created = createCustomer();
        membership.inviting().invite(created);
        shop.time().advance(Duration.ofDays(40));
        VerificationResult.Verified verified = register();
        member = verified.member();
        user = verified.user();
        account = shop.account(member, Shop.CLUB);
        useLogin();
        useAccounts();
        writeAbout();
        sayYes();
        writeAddress(imported, MARK + ".mistaken@example.org");
        writeAddress(imported, EMAIL);
    }

    public static PlantedPerson in(Shop shop) {
        return in(shop, builder -> builder);
    }

    /** @param more what else the membership is put together of */
    public static PlantedPerson in(Shop shop, UnaryOperator<MembershipBuilder> more) {
        return new PlantedPerson(shop, more);
    }

    /** Takes the first customer over once more, under another name or address. */
    public CustomerImported importAgain(String name, String email) {
        return membership
                .importing()
                .customer(CustomerImport.of(reference.source(), name)
                        .name("Some", "Body")
                        .email(email)
                        .createdAt(shop.time().instant())
                        .build());
    }

    private CustomerId importCustomer() {
        return membership
                .importing()
                .customer(CustomerImport.of(reference.source(), reference.value())
                        .name("First" + MARK, "Last" + MARK)
                        .email(EMAIL)
                        .phones(phones())
                        .addresses(addresses())
                        .createdAt(shop.time().instant().minus(Duration.ofDays(900)))
                        .build())
                .customer();
    }

    private CustomerId createCustomer() {
        CustomerForm form = CustomerForm.builder()
                .title("Title" + MARK)
                .name("First" + MARK, "Last" + MARK)
                .email(EMAIL)
                .phones(phones())
                .addresses(addresses())
                .business(new RequestedCompany("Firm" + MARK, "No" + MARK, "VAT" + MARK))
                .foundUs("F" + MARK)
                .accountCode(accountCode)
                .images(List.of("images/" + MARK + ".png"))
                .selling(new CustomerForm.Selling("LIST", true, null, true))
                .particulars(TOLD)
                .build();
        CreationResult result = membership.customers().create(shop.key(), NewCustomerKind.IN_STORE, form);
        return ((CreationResult.Created) result).customer().id();
    }

    private VerificationResult.Verified register() {
        RegistrationResult result = membership
                .registration()
                .register(Registrant.builder()
                        .name("First" + MARK, "Last" + MARK)
                        .email(EMAIL)
                        .phones(phones().toArray(RequestedPhone[]::new))
                        .addresses(addresses().toArray(RequestedAddress[]::new))
                        .birthdate(BIRTHDATE)
                        .particulars(TOLD)
                        .acceptTerms("terms-1")
                        .build());
        return (VerificationResult.Verified) membership
                .registration()
                .verify(((RegistrationResult.AwaitingVerification) result).registration(), mailbox.code());
    }

    /** A password, a changed address, wrong passwords, and one confirmation of each sort that stays open. */
    private void useLogin() {
        Membership web = membership.as(Actor.till("web")).from(Origin.of("network-of-" + MARK));
        membership.passwords().send(user);
        web.passwords().set(mailbox.last().confirmation(), mailbox.token(), PASSWORD);
        for (int i = 0; i < 3; i++) {
            web.signIn().signIn(EMAIL, "wrong");
            membership.signIn().signIn(EMAIL, "wrong");
        }
        EmailChangeResult asked = membership.emailChange().request(user, MOVED);
        web.emailChange().confirm(((EmailChangeResult.AwaitingConfirmation) asked).confirmation(), mailbox.code());
        membership.emailChange().request(user, MARK + ".next@example.org");
        mailbox.breakDown();
        shop.time().advance(Duration.ofHours(1));
        membership.passwords().send(user);
        mailbox.repair();
    }

    private void useAccounts() {
        shop.give(account, 120);
        shop.spend(account, 20);
        Money amount = Money.of(CurrencyUnit.EUR, 25);
        membership
                .payOnAccount()
                .charge(OnAccountRequest.of(created, amount, shop.key()).comment("for " + MARK));
        membership
                .payOnAccount()
                .pay(OnAccountRequest.of(created, amount, shop.key()).comment("from " + MARK));
        assertThat(membership.payOnAccount().balance(created).orElseThrow().balance())
                .matches(Money::isZero);
    }

    private void writeAbout() {
        membership
                .notes()
                .add(imported, shop.key(), NoteForm.note("likes " + MARK).in(MARK));
        membership
                .notes()
                .add(
                        created,
                        shop.key(),
                        NoteForm.task("call " + MARK, LocalDate.of(2026, 5, 1))
                                .in(MARK)
                                .assignedTo(MARK));
    }

    /** Whoever had the address before is to be told, and is not yet. */
    private void writeAddress(CustomerId id, String email) {
        Customer current = membership.customers().find(id).orElseThrow();
        CustomerForm form = CustomerForm.from(current).email(email).build();
        assertThat(membership.customers().edit(id, current.version(), form)).isInstanceOf(EditResult.Edited.class);
    }

    /** A consent that stands, one that waits for its secrets, and a group. */
    private void sayYes() {
        ConsentGiven given = ConsentGiven.at("WEB", WORDING);
        membership.consents().subscribe(created, Set.of(ContactChannel.EMAIL, ContactChannel.SMS), given);
        membership.groups().define(CustomerGroup.segment(GROUP, "Tea drinkers", GroupAudience.PRIVATE));
        assertThat(membership.groups().choose(created, Set.of(GROUP))).isInstanceOf(GroupChoice.Chosen.class);
    }

    private static List<RequestedPhone> phones() {
        return List.of(RequestedPhone.of("+49" + DIGITS + "432", PhoneType.MOBILE));
    }

    private static List<RequestedAddress> addresses() {
        return List.of(RequestedAddress.in("GB")
                .lines("1 Lane of " + MARK, "Flat " + MARK)
                .town("Town" + MARK)
                .county("County" + MARK)
                .postcode(MARK.substring(0, 9))
                .uses(AddressUse.DEFAULT, AddressUse.BILLING)
                .build());
    }
}

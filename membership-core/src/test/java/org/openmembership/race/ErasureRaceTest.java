package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CustomerForm;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.erasure.ErasurePolicy;
import org.openmembership.erasure.ErasureRequestResult;
import org.openmembership.erasure.ErasureResult;
import org.openmembership.importing.CustomerImport;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult;
import org.openmembership.notes.NoteForm;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.registration.Mailbox;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.registration.VerificationResult;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Needles;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.UserId;

/** Somebody is erased while something else happens to the same person, ten times each, on every storage. */
@Requirement({"R32", "I19", "R17", "S32"})
final class ErasureRaceTest extends ShopTest {
    private static final int ROUNDS = 10;
    private static final String MARK = "qzracing";
    private static final ReasonCode ASKED = ReasonCode.of("ASKED");

    private final Mailbox mailbox = new Mailbox();
    private Membership one;
    private Membership other;

    /** Somebody who is a member, with a customer of years ago and points. */
    private record Person(MemberId member, UserId user, CustomerId customer, AccountId account, String email) {}

    /** Two processes on the same data. */
    @BeforeEach
    void open() {
        one = node("one-");
        other = node("other-");
    }

    private Membership node(String ids) {
        return shop.over(shop.storage(), ids)
                .registration(RegistrationPolicy.DEFAULT)
                .notifier(mailbox)
                .erasure(ErasurePolicy.DEFAULT.waiting(Duration.ZERO))
                .open();
    }

    @Test
    void of_two_who_carry_an_erasure_out_at_once_one_does_and_both_have_the_same_receipt() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person person = person(round);
            ErasureId asked = ask(person);

            List<ErasureResult> results = Together.<ErasureResult>atOnce(List.of(
                    () -> one.erasures().execute(asked), () -> other.erasures().execute(asked)));

            assertThat(results).hasOnlyElementsOfType(ErasureResult.Erased.class);
            assertThat(results)
                    .filteredOn(result -> !((ErasureResult.Erased) result).repeated())
                    .hasSize(1);
            assertThat(results.stream()
                            .map(result -> ((ErasureResult.Erased) result).receipt())
                            .distinct())
                    .hasSize(1);
            assertGone(person);
        }
    }

    @Test
    void two_erasures_of_one_person_by_different_names_at_once_erase_once() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person person = person(round);
            ErasureId first = ask(person);
            ErasureId second = asked(one.erasures().request(person.customer(), ASKED, IdentityProof.DOCUMENT_SEEN));

            List<ErasureResult> results = Together.<ErasureResult>atOnce(List.of(
                    () -> one.erasures().execute(first), () -> other.erasures().execute(second)));

            assertThat(results).hasOnlyElementsOfType(ErasureResult.Erased.class);
            assertThat(results)
                    .filteredOn(result -> !((ErasureResult.Erased) result).repeated())
                    .hasSize(1);
            assertGone(person);
        }
    }

    @Test
    void a_customer_who_is_linked_while_the_member_is_erased_goes_too_or_stays_somebody_of_its_own() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String email = MARK + round + "@example.org";
            CustomerId history = imported(email, round);
            RegistrationId registration = register(one, email, round);
            String code = mailbox.code();
            MemberId member = shop.storage()
                    .read(stores ->
                            stores.members().findRegistration(registration).orElseThrow())
                    .subject()
                    .member();
            ErasureId asked = asked(one.erasures().request(member, ASKED, IdentityProof.DOCUMENT_SEEN));

            List<Object> results = Together.<Object>atOnce(List.of(
                    () -> one.registration().verify(registration, code),
                    () -> other.erasures().execute(asked)));

            assertThat(results.get(1)).isInstanceOf(ErasureResult.Erased.class);
            Optional<Customer> left = one.customers().find(history);
            if (results.get(0) instanceof VerificationResult.Verified) {
                assertThat(left).as("linked before").isEmpty();
            } else {
                assertThat(left).as("never linked").isPresent();
                assertThat(one.members().ofCustomer(history)).isEmpty();
                one.erasures().execute(asked(one.erasures().request(history, ASKED, IdentityProof.DOCUMENT_SEEN)));
            }
            assertNothingIsFound();
        }
    }

    @Test
    void whoever_registers_again_meanwhile_is_turned_away_or_somebody_new() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person person = person(round);
            ErasureId asked = ask(person);
            int number = round;

            List<Object> results = Together.<Object>atOnce(List.of(
                    () -> register(one, person.email(), number),
                    () -> other.erasures().execute(asked)));

            assertThat(results.get(1)).isInstanceOf(ErasureResult.Erased.class);
            RegistrationId again = (RegistrationId) results.get(0);
            shop.storage()
                    .read(stores -> stores.members().findRegistration(again))
                    .ifPresent(kept -> {
                        assertThat(kept.subject().user()).isNotEqualTo(person.user());
                        assertThat(kept.subject().member()).isNotEqualTo(person.member());
                        MemberId newcomer = kept.subject().member();
                        assertThat(newcomer).isNotNull();
                        one.erasures()
                                .execute(asked(one.erasures().request(newcomer, ASKED, IdentityProof.DOCUMENT_SEEN)));
                    });
            assertGone(person);
        }
    }

    @Test
    void what_is_sold_and_opened_meanwhile_leaves_no_points_behind() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person person = person(round);
            ErasureId asked = ask(person);
            Purchase purchase = AnyPurchase.anyPurchase(
                    Buyer.member(person.member()), shop.time().instant(), "100");
            var tea = shop.anotherClub("tea" + round);

            List<Object> results = Together.<Object>atOnce(List.of(
                    () -> one.sales().record(purchase),
                    () -> other.enrolment().enrol(person.member(), tea),
                    () -> other.erasures().execute(asked)));

            assertThat(results.get(2)).isInstanceOf(ErasureResult.Erased.class);
            assertClosed(shop.row(person.account()));
            if (results.get(1) instanceof EnrolmentResult.Enrolled enrolled) {
                assertClosed(shop.row(enrolled.account().id()));
            }
            assertGone(person);
        }
    }

    @Test
    @Requirement("I20")
    void whoever_is_merged_into_the_person_meanwhile_goes_too_or_is_not_merged() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person person = person(round);
            CustomerId stray = imported("stray" + round + "@example.org", 1_000 + round);
            ErasureId asked = ask(person);
            CustomerId survivor = round % 2 == 0 ? person.customer() : stray;
            CustomerId merged = round % 2 == 0 ? stray : person.customer();
            MergeRequest request = MergeRequest.of(survivor, List.of(merged), shop.key());

            List<Object> results = Together.<Object>atOnce(List.of(
                    () -> one.merging().merge(request), () -> other.erasures().execute(asked)));

            assertThat(results.get(1)).isInstanceOf(ErasureResult.Erased.class);
            Optional<Customer> left = one.customers().find(stray);
            if (results.get(0) instanceof MergeResult.Merged) {
                assertThat(left).isEmpty();
            } else {
                assertThat(left)
                        .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(stray));
                one.erasures().execute(asked(one.erasures().request(stray, ASKED, IdentityProof.DOCUMENT_SEEN)));
            }
            assertGone(person);
        }
    }

    @Test
    void what_clerks_write_meanwhile_is_gone_too() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person person = person(round);
            ErasureId asked = ask(person);
            Customer read = one.customers().find(person.customer()).orElseThrow();
            CustomerForm form = CustomerForm.from(read)
                    .name("New" + MARK, "New" + MARK)
                    .email("new" + person.email())
                    .build();
            List<Callable<Object>> calls = List.of(
                    () -> other.erasures().execute(asked),
                    () -> one.notes().add(person.customer(), shop.key(), NoteForm.note("likes " + MARK)),
                    () -> one.customers().edit(person.customer(), read.version(), form),
                    () -> one.emailChange().request(person.user(), "moved" + person.email()));

            List<Object> results = Together.atOnce(calls);

            assertThat(results.get(0)).isInstanceOf(ErasureResult.Erased.class);
            assertGone(person);
        }
    }

    private Person person(int round) {
        String email = MARK + round + "@example.org";
        CustomerId customer = imported(email, round);
        RegistrationId registration = register(one, email, round);
        VerificationResult.Verified verified =
                (VerificationResult.Verified) one.registration().verify(registration, mailbox.code());
        assertThat(verified.customers().links()).containsExactly(customer);
        AccountId account = shop.account(verified.member(), Shop.CLUB);
        shop.give(account, 100);
        return new Person(verified.member(), verified.user(), customer, account, email);
    }

    private CustomerId imported(String email, int number) {
        return one.importing()
                .customer(CustomerImport.of("pos", "customer-" + number)
                        .name("First" + MARK, "Last" + MARK)
                        .email(email)
                        .createdAt(shop.time().instant().minus(Duration.ofDays(900)))
                        .build())
                .customer();
    }

    private static RegistrationId register(Membership node, String email, int round) {
        RegistrationResult result = node.registration()
                .register(Registrant.builder()
                        .name("First" + MARK, "Last" + MARK + round)
                        .email(email)
                        .acceptTerms("terms-1")
                        .build());
        return ((RegistrationResult.AwaitingVerification) result).registration();
    }

    private ErasureId ask(Person person) {
        return asked(one.erasures().request(person.member(), ASKED, IdentityProof.DOCUMENT_SEEN));
    }

    private static ErasureId asked(ErasureRequestResult result) {
        return ((ErasureRequestResult.Requested) result).erasure().id();
    }

    private static void assertClosed(MemberAccount account) {
        assertThat(account.isClosed()).isTrue();
        assertThat(account.head().booked()).isEqualTo(Points.ZERO);
        assertThat(account.head().debt()).isEqualTo(Points.ZERO);
    }

    private void assertGone(Person person) {
        assertClosed(shop.row(person.account()));
        assertThat(one.members().find(person.member())).isEmpty();
        assertThat(one.customers().find(person.customer())).isEmpty();
        assertThat(one.users().find(person.user())).isEmpty();
        assertNothingIsFound();
    }

    private void assertNothingIsFound() {
        shop.engine()
                .database()
                .map(Needles::ofLatest)
                .ifPresent(
                        tables -> assertThat(tables.columnsWith(List.of(MARK))).isEmpty());
        assertThat(shop.violations()).isEmpty();
    }
}

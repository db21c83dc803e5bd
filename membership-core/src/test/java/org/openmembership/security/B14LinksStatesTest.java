package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openmembership.consents.ConsentGiven;
import org.openmembership.consents.ConsentResult;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditResult.Edited;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.email.EmailChangeResult;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.inviting.InvitationResult;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.registration.VerificationResult;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.shared.Actor;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.InvitationId;
import org.openmembership.user.OptInId;
import org.openmembership.user.UserId;

/** B14: every operation on links that move an address, confirm a consent, or invite; each cell is written down here. */
@Requirement({"B14", "S5", "S6"})
final class B14LinksStatesTest extends ProvenPeople {
    private static final String WRONG = "WRONGWRONG";
    private static final int TOO_OFTEN = 12;
    private static final Duration TOO_LATE = Duration.ofDays(400);
    private static final ConsentGiven TILL = ConsentGiven.at("POS", "wording-3");
    private static final Person NOBODY =
            new Person(MemberId.of("nobody"), UserId.of("nobody"), CustomerId.of("nobody"), "nobody@example.org");

    /**
     * What was sent.
     *
     * @param to who was to follow it
     */
    private record Link(String id, String secret, Person to) {}

    @Test
    @Requirement("R8")
    void links_that_move_an_address() {
        Function<Person, Link> sent = this::moving;
        BiFunction<Link, String, Object> confirm =
                (link, secret) -> door.emailChange().confirm(ConfirmationId.of(link.id()), secret);
        Map<String, Supplier<Link>> states = ofMembers(sent, confirm);
        Map<String, Function<Link, Object>> operations = secrets(confirm);
        operations.put("ask again", link -> door.emailChange().request(link.to().user(), address()));

        assertThat(States.table(states, operations)).isEqualTo("""
            follow:
              Changed: open, of a blocked member
              Wrong: used, replaced, guessed at, of a disabled user, merged away
              Expired: too late, unknown, erased
            guess:
              Wrong: open, used, replaced, guessed at, of a blocked member, of a disabled user, merged away
              Expired: too late, unknown, erased
            ask again:
              AwaitingConfirmation: open, used, replaced, too late, guessed at, of a blocked member
              NotPossible: unknown, of a disabled user, merged away, erased
            """);
    }

    @Test
    @Requirement({"C10", "R14"})
    void links_that_confirm_a_consent() {
        Function<Person, Link> sent = this::consenting;
        BiFunction<Link, String, Object> confirm =
                (link, secret) -> door.consents().confirm(OptInId.of(link.id()), secret);
        Map<String, Supplier<Link>> states = ofMembers(sent, confirm);
        states.put(
                "withdrawn",
                after(
                        sent,
                        person -> door.consents().unsubscribe(person.customer(), Set.of(ContactChannel.EMAIL), TILL)));
        Map<String, Function<Link, Object>> operations = secrets(confirm);
        operations.put("ask again", link -> subscribe(link.to()));
        operations.put("ask how it stands", link -> door.consents().status(OptInId.of(link.id())));

        assertThat(States.table(states, operations)).isEqualTo("""
            follow:
              Confirmed: open, of a blocked member, of a disabled user
              Expired: used, too late, unknown, merged away, erased, withdrawn
              Wrong: replaced, guessed at
            guess:
              Wrong: open, replaced, guessed at, of a blocked member, of a disabled user
              Expired: used, too late, unknown, merged away, erased, withdrawn
            ask again:
              Kept: open, used, replaced, too late, guessed at, of a blocked member, of a disabled user, merged away, withdrawn
              UnknownCustomer: unknown, erased
            ask how it stands:
              AWAITING_CONFIRMATION: open, replaced, of a blocked member, of a disabled user
              CONFIRMED: used
              EXPIRED: too late, guessed at, merged away, withdrawn
              UNKNOWN: unknown, erased
            """);
    }

    @Test
    @Requirement("C49")
    void links_that_invite() {
        Map<String, Supplier<Link>> states = ofLinks(this::inStore, this::inviting, this::accept);
        states.put("used and blocked", accepted(verified -> door.blocking().block(verified.member(), WHY)));
        states.put("used and disabled", accepted(verified -> door.users().disable(verified.user())));
        states.put("of a moved customer", inStore(customer -> move(customer.customer())));
        states.put(
                "of an inactive customer", inStore(customer -> door.customers().deactivate(customer.customer())));
        states.put(
                "of a registered address",
                inStore(customer -> door.registration().verify(register(customer.email()), mailbox.code())));
        states.put(
                "of a merged customer",
                inStore(customer -> assertThat(door.merging()
                                .merge(MergeRequest.of(inStore().customer(), List.of(customer.customer()), shop.key())))
                        .isInstanceOf(Merged.class)));
        states.put("of an erased customer", () -> {
            Person customer = inStore();
            return erased(
                    door.erasures().request(customer.customer(), WHY, IdentityProof.DOCUMENT_SEEN),
                    () -> inviting(customer));
        });
        Map<String, Function<Link, Object>> operations = secrets(this::accept);
        operations.put("ask again", link -> door.inviting().invite(link.to().customer()));

        assertThat(States.table(states, operations)).isEqualTo("""
            follow:
              Verified: open, used, used and blocked, used and disabled, of an inactive customer
              Wrong: replaced, guessed at
              Expired: too late, unknown, of a moved customer, of a merged customer, of an erased customer
              EmailTaken: of a registered address
            guess:
              Wrong: open, used, replaced, guessed at, used and blocked, used and disabled, of a moved customer, \
            of an inactive customer, of a registered address, of a merged customer
              Expired: too late, unknown, of an erased customer
            ask again:
              Invited: open, replaced, too late, guessed at, of a moved customer, of a merged customer
              Refused HAS_MEMBER: used, used and blocked, used and disabled, of a registered address
              Refused UNKNOWN_CUSTOMER: unknown, of an erased customer
              Refused INACTIVE: of an inactive customer
            """);
    }

    private static Map<String, Function<Link, Object>> secrets(BiFunction<Link, String, Object> use) {
        Map<String, Function<Link, Object>> operations = new LinkedHashMap<>();
        operations.put("follow", link -> use.apply(link, link.secret()));
        operations.put("guess", link -> use.apply(link, WRONG));
        return operations;
    }

    private static String name(Object answer) {
        return answer.getClass().getSimpleName();
    }

    /** What becomes of a link, whoever it was sent to. */
    private Map<String, Supplier<Link>> ofLinks(
            Supplier<Person> people, Function<Person, Link> sent, BiFunction<Link, String, Object> use) {
        Map<String, Supplier<Link>> states = new LinkedHashMap<>();
        states.put("open", () -> sent.apply(people.get()));
        states.put("used", () -> {
            Link link = sent.apply(people.get());
            assertThat(name(use.apply(link, link.secret()))).isIn("Changed", "Confirmed", "Verified");
            return link;
        });
        states.put("replaced", () -> {
            Link link = sent.apply(people.get());
            assertThat(sent.apply(link.to()).secret()).isNotEqualTo(link.secret());
            return link;
        });
        states.put("too late", () -> {
            Link link = sent.apply(people.get());
            shop.time().advance(TOO_LATE);
            return link;
        });
        states.put("guessed at", () -> {
            Link link = sent.apply(people.get());
            for (int i = 0; i < TOO_OFTEN; i++) {
                assertThat(name(use.apply(link, WRONG))).isEqualTo("Wrong");
            }
            return link;
        });
        states.put("unknown", () -> new Link("nobody", WRONG, NOBODY));
        return states;
    }

    /** What becomes of a link to a member, and of the member after it was sent. */
    private Map<String, Supplier<Link>> ofMembers(Function<Person, Link> sent, BiFunction<Link, String, Object> use) {
        Map<String, Supplier<Link>> states = ofLinks(this::active, sent, use);
        states.put("of a blocked member", after(sent, person -> door.blocking().block(person.member(), WHY)));
        states.put("of a disabled user", after(sent, person -> door.users().disable(person.user())));
        states.put("merged away", after(sent, person -> merge(active(), person)));
        states.put("erased", () -> {
            Person person = active();
            return erased(
                    door.erasures().request(person.member(), WHY, IdentityProof.DOCUMENT_SEEN),
                    () -> sent.apply(person));
        });
        return states;
    }

    private Supplier<Link> after(Function<Person, Link> sent, Consumer<Person> happens) {
        return () -> {
            Link link = sent.apply(active());
            happens.accept(link.to());
            return link;
        };
    }

    /** A link that was sent when the erasure was due already, and carried out then. */
    private Link erased(Object asked, Supplier<Link> sent) {
        shop.time().advance(Duration.ofDays(60));
        Link link = sent.get();
        assertThat(door.erasures().execute(((Requested) asked).erasure().id())).isInstanceOf(Erased.class);
        return link;
    }

    private Link moving(Person person) {
        assertThat(door.emailChange().request(person.user(), address()))
                .isInstanceOf(EmailChangeResult.AwaitingConfirmation.class);
        return new Link(mailbox.last().confirmation().value(), mailbox.token(), person);
    }

    private Link consenting(Person person) {
        assertThat(subscribe(person)).isInstanceOf(ConsentResult.Kept.class);
        return new Link(mailbox.last().optIn().value(), mailbox.token(), person);
    }

    private ConsentResult subscribe(Person person) {
        return door.consents().subscribe(person.customer(), Set.of(ContactChannel.EMAIL), TILL);
    }

    private Link inviting(Person customer) {
        assertThat(door.inviting().invite(customer.customer())).isInstanceOf(InvitationResult.Invited.class);
        return new Link(mailbox.last().invitation().value(), mailbox.token(), customer);
    }

    private VerificationResult accept(Link link, String secret) {
        return door.registration()
                .accept(InvitationId.of(link.id()), secret, registrant(link.to().email()));
    }

    private Supplier<Link> accepted(Consumer<Verified> happens) {
        return () -> {
            Link link = inviting(inStore());
            happens.accept((Verified) accept(link, link.secret()));
            return link;
        };
    }

    private Supplier<Link> inStore(Consumer<Person> happens) {
        return () -> {
            Link link = inviting(inStore());
            happens.accept(link.to());
            return link;
        };
    }

    /** A customer without a member, whom a clerk has written down. */
    private Person inStore() {
        String email = address();
        CustomerForm form =
                CustomerForm.builder().name("Ada", "Byron").email(email).build();
        Created created = (Created)
                door.as(Actor.staff("clerk-1")).customers().create(shop.key(), NewCustomerKind.IN_STORE, form);
        return new Person(NOBODY.member(), NOBODY.user(), created.customer().id(), email);
    }

    private void move(CustomerId id) {
        var customer = door.customers().find(id).orElseThrow();
        CustomerForm form = CustomerForm.from(customer).email(address()).build();
        assertThat(door.as(Actor.staff("clerk-1")).customers().edit(id, customer.version(), form))
                .isInstanceOf(Edited.class);
    }
}

package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.openmembership.email.EmailChangeResult;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.OptInId;

/** B14: every operation on links that move an address or confirm a consent; each cell is written down here. */
@Requirement({"B14", "S5", "S6"})
final class B14LinksStatesTest extends SentLinks {
    private static final ConsentGiven TILL = ConsentGiven.at("POS", "wording-3");

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
}

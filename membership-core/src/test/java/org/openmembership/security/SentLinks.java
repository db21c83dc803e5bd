package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openmembership.customer.CustomerId;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.member.MemberId;
import org.openmembership.user.UserId;

/** Links that were sent to people, and what becomes of them, on every storage. */
abstract class SentLinks extends ProvenPeople {
    static final String WRONG = "WRONGWRONG";
    private static final int TOO_OFTEN = 12;
    private static final Duration TOO_LATE = Duration.ofDays(400);
    static final Person NOBODY =
            new Person(MemberId.of("nobody"), UserId.of("nobody"), CustomerId.of("nobody"), "nobody@example.org");

    /**
     * What was sent.
     *
     * @param to who was to follow it
     */
    record Link(String id, String secret, Person to) {}

    static Map<String, Function<Link, Object>> secrets(BiFunction<Link, String, Object> use) {
        Map<String, Function<Link, Object>> operations = new LinkedHashMap<>();
        operations.put("follow", link -> use.apply(link, link.secret()));
        operations.put("guess", link -> use.apply(link, WRONG));
        return operations;
    }

    private static String name(Object answer) {
        return answer.getClass().getSimpleName();
    }

    /** What becomes of a link, whoever it was sent to. */
    Map<String, Supplier<Link>> ofLinks(
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

    /** A link that was sent when the erasure was due already, and carried out then. */
    Link erased(Object asked, Supplier<Link> sent) {
        shop.time().advance(Duration.ofDays(60));
        Link link = sent.get();
        assertThat(door.erasures().execute(((Requested) asked).erasure().id())).isInstanceOf(Erased.class);
        return link;
    }
}

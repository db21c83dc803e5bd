package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.identification.IdentificationResult;
import org.openmembership.member.Member;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Username;

/** S1: somebody registers with another person's address, never proves it, and looks around. */
@Requirement({"S1", "R5"})
class S01ClaimedHistoryTest extends PeopleTest {
    private static final Page.Request ALL = Page.Request.first(100);
    private static final String VICTIM = "ada@example.org";

    @Test
    void twelve_ways_of_reading_show_nothing_before_the_address_is_proven() throws Exception {
        CustomerId history = stage.customer("1", VICTIM, "2015-01-01T00:00:00Z");
        stage.register(PeopleStage.ada().name("Mal", "Lory").email(VICTIM));
        Member claimed = stage.member(VICTIM);
        Membership mallory = stage.membership.as(Actor.member(claimed.id().value()));

        List<Callable<?>> ways = List.of(
                () -> mallory.customers().find(history),
                () -> mallory.members().ofCustomer(history),
                () -> mallory.members().accounts(claimed.id()),
                () -> links(mallory.members().find(claimed.id())),
                () -> mallory.payOnAccount().balance(history),
                () -> mallory.payOnAccount().history(history, ALL),
                () -> mallory.notes().of(history, ALL),
                () -> mallory.purchases().list(PurchaseFilter.of(claimed.id()), ALL),
                () -> known(mallory.identification().byMember(claimed.id())),
                () -> known(mallory.identification().byUsername(new Username(VICTIM))),
                () -> known(
                        mallory.identification().byEmail(EmailAddress.of(VICTIM).key())),
                () -> disclosed(mallory, claimed));
        assertThat(ways).hasSize(12);
        for (int i = 0; i < ways.size(); i++) {
            assertThat(seen(ways.get(i))).as("way " + (i + 1)).isEmpty();
        }
    }

    /** What somebody sees: nothing where he is turned away or the list is empty. */
    private static List<Object> seen(Callable<?> way) throws Exception {
        Object answer;
        try {
            answer = way.call();
        } catch (PermissionDeniedException turnedAway) {
            return List.of();
        }
        List<Object> seen = new ArrayList<>();
        if (answer instanceof Optional<?> found) {
            found.ifPresent(seen::add);
        } else if (answer instanceof Page<?> page) {
            seen.addAll(page.items());
        } else {
            seen.addAll((List<?>) answer);
        }
        return seen;
    }

    private static List<?> links(Optional<Member> member) {
        return member.map(Member::links).orElse(List.of());
    }

    private static List<?> known(IdentificationResult result) {
        return result.getClass().getSimpleName().equals("Identified") ? List.of(result) : List.of();
    }

    /** The claimed person's own typing is in the document, the history is not. */
    private static List<?> disclosed(Membership mallory, Member claimed) {
        StringWriter out = new StringWriter();
        mallory.disclosure().write(claimed.id(), out);
        return out.toString().contains("Body") ? List.of(out) : List.of();
    }
}

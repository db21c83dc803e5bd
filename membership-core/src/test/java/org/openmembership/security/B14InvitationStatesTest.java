package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditResult.Edited;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.inviting.DeclineResult;
import org.openmembership.inviting.DeclineResult.Declined;
import org.openmembership.inviting.InvitationResult;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.registration.VerificationResult;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.shared.Actor;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.InvitationId;

/** B14: every operation on links that invite; each cell is written down here. */
@Requirement({"B14", "S5", "S6"})
final class B14InvitationStatesTest extends SentLinks {
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
        states.put("withdrawn", inStore(customer -> door.inviting().withdraw(customer.customer())));
        states.put("declined", () -> {
            Link link = inviting(inStore());
            assertThat(decline(link, link.secret())).isEqualTo(new Declined(false));
            return link;
        });
        Map<String, Function<Link, Object>> operations = secrets(this::accept);
        operations.put("say it is somebody else", link -> decline(link, link.secret()));
        operations.put("guess and say so", link -> decline(link, WRONG));
        operations.put("withdraw", link -> door.inviting().withdraw(link.to().customer()));
        operations.put("ask again", link -> door.inviting().invite(link.to().customer()));

        assertThat(States.table(states, operations)).isEqualTo("""
            follow:
              Verified: open, used, used and blocked
              Wrong: replaced, guessed at
              Expired: too late, unknown, of a moved customer, of a merged customer, of an erased customer, withdrawn, declined
              UserDisabled: used and disabled
              CustomerInactive: of an inactive customer
              EmailTaken: of a registered address
            guess:
              Wrong: open, used, replaced, guessed at, used and blocked, used and disabled, of a moved customer, \
            of an inactive customer, of a registered address, of a merged customer, withdrawn, declined
              Expired: too late, unknown, of an erased customer
            say it is somebody else:
              Declined: open, of a moved customer, of an inactive customer, of a registered address, of a merged customer, declined
              Accepted: used, used and blocked, used and disabled
              Wrong: replaced, guessed at
              Expired: too late, unknown, of an erased customer, withdrawn
            guess and say so:
              Wrong: open, used, replaced, guessed at, used and blocked, used and disabled, of a moved customer, \
            of an inactive customer, of a registered address, of a merged customer, withdrawn, declined
              Expired: too late, unknown, of an erased customer
            withdraw:
              WITHDRAWN: open, replaced, too late, guessed at, of a moved customer, of an inactive customer, \
            of a registered address
              ACCEPTED: used, used and blocked, used and disabled
              UNKNOWN_CUSTOMER: unknown, of an erased customer
              NOT_INVITED: of a merged customer
              UNCHANGED: withdrawn
              DECLINED: declined
            ask again:
              Invited: open, replaced, too late, guessed at, of a moved customer, of a merged customer, withdrawn
              Refused HAS_MEMBER: used, used and blocked, used and disabled, of a registered address
              Refused UNKNOWN_CUSTOMER: unknown, of an erased customer
              Refused INACTIVE: of an inactive customer
              Refused DECLINED: declined
            """);
    }

    private Link inviting(Person customer) {
        assertThat(door.inviting().invite(customer.customer())).isInstanceOf(InvitationResult.Invited.class);
        return new Link(mailbox.last().invitation().value(), mailbox.token(), customer);
    }

    private VerificationResult accept(Link link, String secret) {
        return door.registration()
                .accept(InvitationId.of(link.id()), secret, registrant(link.to().email()));
    }

    private DeclineResult decline(Link link, String secret) {
        return door.inviting().decline(InvitationId.of(link.id()), secret);
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

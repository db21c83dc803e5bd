package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.card.CardNumber;
import org.openmembership.customer.CustomerId;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.importing.MemberImport;
import org.openmembership.member.MemberId;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.UserId;

/** B14: every operation in every state of members and their logins; each cell is written down here. */
@Requirement("B14")
final class B14PeopleStatesTest extends ProvenPeople {
    @Test
    void members() {
        Map<String, Supplier<Person>> states = new LinkedHashMap<>();
        states.put("awaiting", this::awaiting);
        states.put("imported", this::imported);
        states.put("active", this::active);
        states.put("blocked", () -> {
            Person person = active();
            door.blocking().block(person.member(), WHY);
            return person;
        });
        states.put("disabled", () -> {
            Person person = active();
            door.users().disable(person.user());
            return person;
        });
        states.put("merged away", this::merged);
        states.put("erased", this::erased);
        states.put(
                "unknown",
                () -> new Person(MemberId.of("nobody"), UserId.of("nobody"), CustomerId.of("nobody"), "x@example.org"));

        assertThat(States.table(states, ofMembers())).isEqualTo("""
            find:
              there: awaiting, imported, active, blocked, disabled, merged away
              not there: erased, unknown
            identify:
              NotIdentified NOT_ACTIVE: awaiting, imported
              Identified: active, disabled, merged away
              NotIdentified BLOCKED: blocked
              NotIdentified UNKNOWN: erased, unknown
            enrol:
              Refused NOT_ACTIVE: awaiting
              Enrolled: imported, active, blocked, disabled, merged away
              Refused UNKNOWN_MEMBER: erased, unknown
            join:
              Refused NOT_ACTIVE: awaiting
              Shared: imported, active, blocked, disabled, merged away
              Refused UNKNOWN_MEMBER: erased, unknown
            take over a card:
              Refused NOT_ACTIVE: awaiting
              Assigned: imported, active, blocked, disabled, merged away
              Refused UNKNOWN_MEMBER: erased, unknown
            buy:
              Recorded: awaiting, imported, active, blocked, disabled, merged away, erased, unknown
            block:
              Blocked: awaiting, imported, active, blocked, disabled, merged away
              Refused UNKNOWN: erased, unknown
            unblock:
              Unblocked: awaiting, imported, active, blocked, disabled, merged away
              Refused UNKNOWN: erased, unknown
            disable:
              CHANGED: awaiting, active, blocked
              UNKNOWN_USER: imported, erased, unknown
              UNCHANGED: disabled, merged away
            enable:
              UNCHANGED: awaiting, active, blocked
              UNKNOWN_USER: imported, erased, unknown
              CHANGED: disabled
              MERGED: merged away
            send a password link:
              NotSent UNVERIFIED: awaiting
              NotSent UNKNOWN_USER: imported, erased, unknown
              Queued: active, blocked
              NotSent DISABLED: disabled, merged away
            sign in:
              Refused: awaiting, imported, active, blocked, disabled, merged away, erased, unknown
            change the address:
              NotPossible: awaiting, imported, disabled, merged away, erased, unknown
              AwaitingConfirmation: active, blocked
            register again:
              AwaitingVerification: awaiting, imported, active, blocked, disabled, merged away, erased, unknown
            agree to a merge:
              true: awaiting, imported, active, blocked, disabled, merged away
              false: erased, unknown
            erase:
              Requested: awaiting, imported, active, blocked, disabled, merged away
              AlreadyErased: erased
              UnknownPerson: unknown
            """);
    }

    private Map<String, Function<Person, Object>> ofMembers() {
        Map<String, Function<Person, Object>> operations = new LinkedHashMap<>();
        operations.put("find", person -> door.members().find(person.member()));
        operations.put("identify", person -> door.identification().byMember(person.member()));
        operations.put("enrol", person -> door.enrolment().enrol(person.member(), Shop.CLUB));
        operations.put("join", person -> door.sharing().join(family(), person.member()));
        operations.put("take over a card", person -> door.cards().takeOver(freeCard(), person.member()));
        operations.put(
                "buy",
                person -> door.sales()
                        .record(TwinIds.purchase(
                                shop.key(), person.member(), shop.time().instant())));
        operations.put("block", person -> door.blocking().block(person.member(), WHY));
        operations.put("unblock", person -> door.blocking().unblock(person.member()));
        operations.put("disable", person -> door.users().disable(person.user()));
        operations.put("enable", person -> door.users().enable(person.user()));
        operations.put("send a password link", person -> door.passwords().send(person.user()));
        operations.put("sign in", person -> door.signIn().signIn(person.email(), "a wrong long password"));
        operations.put("change the address", person -> door.emailChange().request(person.user(), address()));
        operations.put("register again", person -> door.registration().register(registrant(person.email())));
        operations.put("agree to a merge", person -> door.merging().agree(person.member(), shop.member()));
        operations.put("erase", person -> door.erasures().request(person.member(), WHY, IdentityProof.DOCUMENT_SEEN));
        return operations;
    }

    private Person awaiting() {
        String email = address();
        RegistrationId registration = register(email);
        return shop.storage().read(stores -> {
            var subject = stores.members()
                    .findRegistration(registration)
                    .orElseThrow()
                    .subject();
            return new Person(subject.member(), subject.user(), CustomerId.of("nobody"), email);
        });
    }

    private Person imported() {
        String email = address();
        MemberId member = door.importing()
                .member(MemberImport.of("old", email)
                        .name("Ada", "Byron")
                        .email(email)
                        .build())
                .member();
        return new Person(member, UserId.of("nobody"), CustomerId.of("nobody"), email);
    }

    private Person merged() {
        Person into = active();
        Person person = active();
        merge(into, person);
        return person;
    }

    private Person erased() {
        Person person = active();
        erase((Requested) door.erasures().request(person.member(), WHY, IdentityProof.DOCUMENT_SEEN));
        return person;
    }

    private AccountId family() {
        AccountId account = shop.account();
        shop.membership().sharing().become(account, AccountType.FAMILY);
        return account;
    }

    private CardNumber freeCard() {
        numbers++;
        CardNumber card = CardNumber.of("card-" + numbers);
        door.cards().register(card, Shop.CLUB);
        return card;
    }
}

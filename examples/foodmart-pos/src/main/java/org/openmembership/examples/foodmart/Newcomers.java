package org.openmembership.examples.foodmart;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemePin;
import org.openmembership.club.Club;
import org.openmembership.club.SchemeId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.identification.IdentificationResult;
import org.openmembership.importing.CustomerImport;
import org.openmembership.member.MemberId;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.registration.VerificationResult;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ReasonCode;
import org.openmembership.user.RegistrationId;

/**
 * Brings the customers of a host into its club: takes their records over, lets each of them register and prove the address,
 * and opens an account for each new member.
 *
 * <p>Everything can be repeated: what is there already stays as it is. Not thread-safe.
 */
final class Newcomers {
    private static final int IMPORT_SIZE = 500;
    private static final String TERMS = "terms-1996";

    private final Membership membership;
    private final Membership kiosk;
    private final Mailbox mailbox;
    private final Club club;

    Newcomers(Membership membership, Mailbox mailbox, Club club) {
        this.membership = membership;
        this.kiosk = membership.as(Actor.till("kiosk"));
        this.mailbox = mailbox;
        this.club = club;
    }

    /** Takes the host's records over. */
    void takeOver(List<Person> people) {
        List<CustomerImport> records = people.stream().map(Person::record).toList();
        for (int from = 0; from < records.size(); from += IMPORT_SIZE) {
            int to = Math.min(records.size(), from + IMPORT_SIZE);
            membership.importing().customers(records.subList(from, to));
        }
    }

    /** Lets everybody register, in the order given: the first of an address becomes the member. */
    Roster register(List<Person> people, LongConsumer progress) {
        Map<String, Long> sharing = people.stream()
                .collect(Collectors.groupingBy(person -> person.form().email(), Collectors.counting()));
        Roster roster = new Roster();
        Set<String> seen = new HashSet<>();
        for (Person person : people) {
            boolean first = seen.add(person.form().email());
            MemberId member =
                    first ? memberOf(person, sharing.getOrDefault(person.form().email(), 1L)) : refused(person);
            AccountId account = enrol(member);
            if (first && person.scheme() != null) {
                carryOver(account, person.scheme());
            }
            roster.add(person.reference(), new Roster.Seat(member, account));
            progress.accept(1);
        }
        return roster;
    }

    /** Finds everybody again who has registered in an earlier run. */
    Roster find(List<Person> people) {
        Roster roster = new Roster();
        for (Person person : people) {
            IdentificationResult.Identified found = identify(person);
            AccountId account = found.accounts().get(0).account();
            roster.add(person.reference(), new Roster.Seat(memberIn(found), account));
        }
        return roster;
    }

    private MemberId memberOf(Person person, long sharing) {
        RegistrationResult result = kiosk.registration().register(registrant(person.form()));
        if (result instanceof RegistrationResult.AwaitingVerification awaiting) {
            return verify(awaiting.registration(), sharing);
        }
        // registered in a run that was cut off
        return memberIn(identify(person));
    }

    private MemberId verify(RegistrationId registration, long sharing) {
        VerificationResult result = kiosk.registration().verify(registration, mailbox.open(registration));
        if (result instanceof VerificationResult.Verified verified) {
            requireThat(verified.customers().links().size() == sharing, "all customers of an address are linked");
            return verified.member();
        }
        throw new IllegalStateException("the address of " + registration + " was not proven: " + result);
    }

    private MemberId refused(Person person) {
        RegistrationResult result = kiosk.registration().register(registrant(person.form()));
        requireThat(result instanceof RegistrationResult.EmailTaken, "a second registration of an address is refused");
        return memberIn(identify(person));
    }

    private AccountId enrol(MemberId member) {
        EnrolmentResult result = kiosk.enrolment().enrol(member, club.id());
        if (result instanceof EnrolmentResult.Enrolled enrolled) {
            return enrolled.account().id();
        }
        throw new IllegalStateException("member " + member + " was not enrolled: " + result);
    }

    /** Starts a member in the scheme of the old card; from the next day on, reviews decide. */
    private void carryOver(AccountId account, SchemeId scheme) {
        SchemePin today = new SchemePin(ReasonCode.of("OLD_CARD"), FoodMartClub.FOUNDED);
        membership.review().pin(account, scheme, today);
    }

    private IdentificationResult.Identified identify(Person person) {
        IdentificationResult found = kiosk.identification()
                .byEmail(EmailAddress.of(person.form().email()).key());
        if (found instanceof IdentificationResult.Identified identified) {
            return identified;
        }
        throw new IllegalStateException("customer " + person.reference() + " is not found: " + found);
    }

    private static MemberId memberIn(IdentificationResult.Identified found) {
        MemberId member = found.member();
        if (member == null) {
            throw new IllegalStateException("an address belongs to a member");
        }
        return member;
    }

    private static Registrant registrant(Person.Form form) {
        return Registrant.builder()
                .name(form.firstName(), form.lastName())
                .email(form.email())
                .birthdate(form.birthdate())
                .acceptTerms(TERMS)
                .build();
    }

    private static void requireThat(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalStateException("expected that " + rule);
        }
    }
}

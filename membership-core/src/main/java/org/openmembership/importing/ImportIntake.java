package org.openmembership.importing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openmembership.command.Caller;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PostalAddress;
import org.openmembership.intake.Intake;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.intake.PeopleIntake.UnreadPhones;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.PersonalDetails;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.ExternalKey;

/** Makes customers and members of what another system has; all that is wrong with a whole list is reported at once. */
record ImportIntake(PeopleIntake people, Caller caller, Instant now) {
    List<Customer> customers(List<CustomerImport> imports, UnaryOperator<String> path) {
        return all(imports, path, this::customer);
    }

    List<Member> members(List<MemberImport> imports, UnaryOperator<String> path) {
        return all(imports, path, this::member);
    }

    /** The nouns of a list, or the violations of all of it. */
    private <I, N> List<N> all(List<I> imports, UnaryOperator<String> path, BiFunction<Intake, I, @Nullable N> read) {
        List<N> nouns = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < imports.size(); i++) {
            I one = imports.get(i);
            Intake intake = Intake.of(path.apply(Integer.toString(i)), caller.violations(one));
            N noun = read.apply(intake, one);
            violations.addAll(intake.violations());
            if (noun != null) {
                nouns.add(noun);
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
        return nouns;
    }

    private @Nullable Customer customer(Intake intake, CustomerImport one) {
        reference(intake, one.source(), one.reference());
        people.name(intake, one.firstName(), one.lastName());
        EmailAddress email = people.email(intake, one.email());
        List<PhoneNumber> phones = people.phones(intake, one.phones(), UnreadPhones.KEPT);
        List<PostalAddress> addresses = people.addresses(intake, one.addresses());
        people.particulars(intake, one.particulars(), one.email());
        Instant createdAt = people.past(intake, "createdAt", one.createdAt(), now);
        Instant setByStaffAt = people.past(intake, "emailSetByStaffAt", one.emailSetByStaffAt(), now);
        boolean orphaned = one.email() == null && one.emailSetByStaffAt() != null;
        intake.check("emailSetByStaffAt", orphaned ? "needs an email" : null);
        if (!intake.violations().isEmpty()) {
            return null;
        }
        PersonName name = PersonName.of(requireNonNull(one.firstName()), requireNonNull(one.lastName()));
        return Customer.builder(CustomerId.of(caller.ids().next()), name, createdAt == null ? now : createdAt)
                .reference(ExternalKey.of(requireNonNull(one.source()), requireNonNull(one.reference())))
                .email(email)
                .phones(phones)
                .addresses(addresses)
                .profile(CustomerProfile.NONE.with(one.particulars()))
                .emailSetByStaffAt(setByStaffAt)
                .build();
    }

    private @Nullable Member member(Intake intake, MemberImport one) {
        reference(intake, one.source(), one.reference());
        people.name(intake, one.firstName(), one.lastName());
        EmailAddress email = people.email(intake, one.email());
        List<PhoneNumber> phones = people.phones(intake, one.phones(), UnreadPhones.KEPT);
        people.birthdate(intake, one.birthdate(), now);
        List<PostalAddress> addresses = people.addresses(intake, one.addresses());
        people.particulars(intake, one.particulars(), one.email());
        Instant registeredAt = people.past(intake, "registeredAt", one.registeredAt(), now);
        if (!intake.violations().isEmpty()) {
            return null;
        }
        PersonName name = PersonName.of(requireNonNull(one.firstName()), requireNonNull(one.lastName()));
        return Member.imported(
                MemberId.of(caller.ids().next()),
                ExternalKey.of(requireNonNull(one.source()), requireNonNull(one.reference())),
                email,
                new PersonalDetails(name, phones, one.birthdate(), addresses, one.particulars()),
                new Member.Times(now, registeredAt, null));
    }

    private static void reference(Intake intake, @Nullable String source, @Nullable String reference) {
        intake.text("source", source, ExternalKey.MAX_SOURCE);
        intake.text("reference", reference, ExternalKey.MAX_VALUE);
    }
}

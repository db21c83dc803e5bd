package org.openmembership.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.Gender;
import org.openmembership.customer.MaritalStatus;
import org.openmembership.customer.Particulars;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.member.AddressHolders;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.PersonalDetails;
import org.openmembership.member.Registration;
import org.openmembership.member.RegistrationState;
import org.openmembership.member.TermsAcceptance;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.KeptSecrets;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.SecretHash;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

/** Users, members and registrations that do not matter. */
public final class AnyMember {
    private AnyMember() {}

    public static User anyUser() {
        return anyUser(AnyCustomer.anyEmail());
    }

    /** A customer with the email of {@code user}. */
    public static Customer anyCustomerLike(User user) {
        return AnyCustomer.builder().email(user.email()).build();
    }

    /** A user who has to prove the address. */
    public static User anyUser(EmailAddress email) {
        return User.unverified(UserId.of(Any.any("user")), Username.of(email.key()), email);
    }

    public static MemberId anyMemberId() {
        return MemberId.of(Any.any("member"));
    }

    /** A member who has to prove the address of {@code user}. */
    public static Member anyAwaitingMember(User user) {
        return Member.awaiting(anyMemberId(), user.id(), user.email(), anyDetails(), anyTerms());
    }

    /** A member whose address is proven, with one customer linked at that instant. */
    public static Member anyActiveMember(User user, CustomerId customer) {
        return activated(anyAwaitingMember(user), customer);
    }

    /** The member after its address was proven, with one customer. */
    public static Member activated(Member awaiting, CustomerId customer) {
        Instant at = provenAt();
        UserId user = awaiting.user();
        TermsAcceptance terms = awaiting.terms();
        if (user == null || terms == null) {
            throw new IllegalArgumentException(awaiting + " has not registered");
        }
        List<CustomerLink> links = List.of(new CustomerLink(customer, at));
        return awaiting.activated(user, awaiting.email(), awaiting.details(), terms, customer, links, at);
    }

    /** When the address of {@link #anyActiveMember} was proven. */
    /** The next version of one that awaits verification, under a newer registration. */
    public static Member superseded(
            Member awaiting, EmailAddress email, PersonalDetails details, TermsAcceptance terms) {
        return AddressHolders.HoldingMember.of(awaiting)
                .replaced(requireNonNull(awaiting.user()), email, details, terms)
                .superseded();
    }

    public static Instant provenAt() {
        return Any.minute(5);
    }

    public static Member anyImportedMember(@Nullable EmailAddress email) {
        Member.Times times = new Member.Times(Any.anyInstant(), Any.minute(-1_000), null);
        ExternalKey reference = ExternalKey.of("old-system", Any.any("member"));
        return Member.imported(anyMemberId(), reference, email, anyDetails(), times);
    }

    public static PersonalDetails anyDetails() {
        return new PersonalDetails(
                AnyCustomer.anyName(),
                List.of(AnyCustomer.anyPhone()),
                LocalDate.of(1815, 12, 10).plusYears(100),
                List.of(AnyCustomer.anyAddress()),
                new Particulars(Gender.DIVERSE, MaritalStatus.PARTNERSHIP, true));
    }

    public static TermsAcceptance anyTerms() {
        return new TermsAcceptance("terms-2026-03", Any.anyInstant(), Actor.till("till-7"), Channel.of("pos"));
    }

    public static Registration anyRegistration(User user, @Nullable MemberId member) {
        EmailAddress email = user.email() == null ? AnyCustomer.anyEmail() : user.email();
        return Registration.begun(
                RegistrationId.of(Any.any("registration")),
                new Registration.Subject(user.id(), member, user.epoch()),
                email,
                anyDetails(),
                anyTerms(),
                Set.of(ContactChannel.SMS, ContactChannel.EMAIL),
                RegistrationState.AWAITING_VERIFICATION);
    }

    public static KeptSecrets anySecrets() {
        return new KeptSecrets(anyHash(), anyHash(), Any.minute(60));
    }

    private static SecretHash anyHash() {
        return new SecretHash(Fingerprint.of(Any.any("secret")).sha256());
    }
}

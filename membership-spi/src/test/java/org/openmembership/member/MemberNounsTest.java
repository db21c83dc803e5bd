package org.openmembership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.AnyMember;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

@NullUnmarked
class MemberNounsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final SecretSeal SEAL = SecretSeal.keyless();
    private static final EmailAddress ADA = EmailAddress.of("ada@example.org");
    private static final PersonalDetails DETAILS = PersonalDetails.of(PersonName.of("Ada", "Byron"));
    private static final TermsAcceptance TERMS =
            new TermsAcceptance("terms-2026-03", NOW, Actor.member("m"), Channel.of("WEB"));
    private static final CustomerLink LINK = new CustomerLink(CustomerId.of("c-1"), LATER);

    @Test
    @Requirement({"R5", "I14"})
    void an_awaiting_member_has_no_customer() {
        Member awaiting = anyAwaiting();
        assertThat(awaiting.links()).isEmpty();
        assertThat(awaiting.primary()).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Member(
                        awaiting.id(),
                        null,
                        awaiting.user(),
                        ADA,
                        DETAILS,
                        MemberStatus.AWAITING_VERIFICATION,
                        List.of(LINK),
                        LINK.customer(),
                        TERMS,
                        awaiting.times(),
                        1));
    }

    @Test
    @Requirement({"I12", "I13", "A2"})
    void an_active_member_has_user_terms_customers_and_one_primary_among_them() {
        Member active = activated(anyAwaiting(), List.of(LINK), LINK.customer());
        assertThat(active.isActive()).isTrue();
        assertThat(active.user()).isEqualTo(UserId.of("u-1"));
        assertThat(active.terms()).isEqualTo(TERMS);
        assertThat(active.primary()).isEqualTo(LINK.customer());
        assertThat(active.times().activatedAt()).isEqualTo(LATER);
        assertThatIllegalArgumentException().isThrownBy(() -> activated(anyAwaiting(), List.of(), LINK.customer()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> activated(anyAwaiting(), List.of(LINK), CustomerId.of("c-2")));
    }

    @Test
    @Requirement({"A18", "R3"})
    void an_active_member_is_not_activated_again() {
        Member active = activated(anyAwaiting(), List.of(LINK), LINK.customer());
        assertThatIllegalArgumentException().isThrownBy(() -> activated(active, List.of(LINK), LINK.customer()));
    }

    @Test
    @Requirement({"A5", "R10"})
    void an_imported_member_keeps_what_its_owner_leaves_out() {
        Instant before = Instant.parse("2001-05-05T00:00:00Z");
        PersonalDetails known = new PersonalDetails(
                PersonName.of("A.", "Byron"),
                List.of(PhoneNumber.unread("020", PhoneType.HOME)),
                LocalDate.of(1990, 12, 10),
                List.of(),
                Particulars.NONE);
        Member imported = Member.imported(
                MemberId.of("m-1"), ExternalKey.of("old", "7"), ADA, known, new Member.Times(before, before, null));

        Member active = activated(imported, List.of(LINK), LINK.customer());

        assertThat(active.id()).isEqualTo(imported.id());
        assertThat(active.reference()).isEqualTo(imported.reference());
        assertThat(active.details().name()).isEqualTo(DETAILS.name());
        assertThat(active.details().phones()).isEqualTo(known.phones());
        assertThat(active.details().birthdate()).isEqualTo(known.birthdate());
        assertThat(active.times().registeredAt()).isEqualTo(before);
    }

    @Test
    @Requirement({"R5", "S2"})
    void a_newer_registration_leaves_nothing_of_the_older_but_the_ids() {
        PersonalDetails newer = PersonalDetails.of(PersonName.of("Augusta", "King"));
        EmailAddress typed = EmailAddress.of("ADA@example.org");
        TermsAcceptance terms = new TermsAcceptance("terms-2", LATER, Actor.SYSTEM, Channel.of("POS"));
        Member member = AnyMember.superseded(anyAwaiting(), typed, newer, terms);
        assertThat(member.id()).isEqualTo(MemberId.of("m-1"));
        assertThat(member.details()).isEqualTo(newer);
        assertThat(member.email()).isEqualTo(typed);
        assertThat(member.terms()).isEqualTo(terms);
        assertThat(member.times().registeredAt()).isEqualTo(LATER);
        assertThat(member.version()).isEqualTo(2);
    }

    @Test
    @Requirement({"A11", "B6"})
    void a_birthdate_is_optional_and_has_a_possible_year() {
        assertThat(DETAILS.birthdate()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> born(LocalDate.of(1800, 1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> born(LocalDate.MAX));
        assertThat(born(LocalDate.of(2024, 2, 29)).birthdate()).isEqualTo("2024-02-29");
    }

    @Test
    @Requirement("S35")
    void nothing_of_a_person_is_shown() {
        assertThat(anyAwaiting() + "" + DETAILS).doesNotContain("Ada", "Byron", "ada@");
    }

    @Test
    @Requirement({"I16", "S2", "S6"})
    void a_registration_is_proven_by_its_newest_secrets_only() {
        Registration first =
                anyRegistration("r-1", 1).withSecrets(SEAL, new Secret("code"), new Secret("token"), LATER);
        Registration second = first.withSecrets(SEAL, new Secret("code2"), new Secret("token2"), LATER);
        Registration other = anyRegistration("r-2", 1).withSecrets(SEAL, new Secret("x"), new Secret("y"), LATER);

        assertThat(first.isProvenBy(SEAL, new Secret("code"))).isTrue();
        assertThat(first.isProvenBy(SEAL, new Secret("token"))).isTrue();
        assertThat(second.isProvenBy(SEAL, new Secret("code"))).isFalse();
        assertThat(other.isProvenBy(SEAL, new Secret("code"))).isFalse();
        assertThat(anyRegistration("r-1", 1).isProvenBy(SEAL, new Secret("code")))
                .isFalse();
        assertThat(first.secrets().code().value()).doesNotContain("code");
        assertThat(anyRegistration("r-1", 2)
                        .withSecrets(SEAL, new Secret("code"), new Secret("token"), LATER)
                        .secrets())
                .isNotEqualTo(first.secrets());
    }

    @Test
    @Requirement("R5")
    void a_registration_is_superseded_by_any_change_of_its_user() {
        User user = User.unverified(UserId.of("u-1"), Username.of(ADA.key()), ADA);
        Registration registration = anyRegistration("r-1", user.epoch());
        assertThat(registration.isSuperseded(user)).isFalse();
        assertThat(registration.isSuperseded(user.superseded(ADA))).isTrue();
        assertThat(registration.ended(RegistrationState.VERIFIED).isSuperseded(user.verified(NOW)))
                .isFalse();
    }

    @Test
    @Requirement("I16")
    void secrets_end_at_their_instant_and_wrong_attempts_stay_counted() {
        Registration registration = anyRegistration("r-1", 1)
                .triedInVain()
                .withSecrets(SEAL, new Secret("code"), new Secret("token"), LATER);
        assertThat(registration.attempts()).isEqualTo(1);
        assertThat(registration.isExpired(LATER.minusNanos(1))).isFalse();
        assertThat(registration.isExpired(LATER)).isTrue();
    }

    private static Registration anyRegistration(String id, int epoch) {
        return Registration.begun(
                RegistrationId.of(id),
                new Registration.Subject(UserId.of("u-1"), MemberId.of("m-1"), epoch),
                ADA,
                DETAILS,
                TERMS,
                Set.of(),
                RegistrationState.AWAITING_VERIFICATION);
    }

    private static PersonalDetails born(LocalDate day) {
        return new PersonalDetails(DETAILS.name(), List.of(), day, List.of(), Particulars.NONE);
    }

    private static Member anyAwaiting() {
        return Member.awaiting(MemberId.of("m-1"), UserId.of("u-1"), ADA, DETAILS, TERMS);
    }

    private static Member activated(Member member, List<CustomerLink> links, CustomerId primary) {
        return member.activated(UserId.of("u-1"), ADA, DETAILS, TERMS, primary, links, LATER);
    }
}

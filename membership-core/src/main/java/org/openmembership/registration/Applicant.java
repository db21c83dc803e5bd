package org.openmembership.registration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Feature;
import org.openmembership.card.CardNumber;
import org.openmembership.command.Caller;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PostalAddress;
import org.openmembership.envoy.InviteCode;
import org.openmembership.intake.Intake;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.intake.PeopleIntake.UnreadPhones;
import org.openmembership.member.PersonalDetails;
import org.openmembership.member.TermsAcceptance;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;
import org.openmembership.step.Recruiting;

/** A registrant of whom nothing is wrong: what came in, as nouns. Without an email there is a phone. */
record Applicant(
        @Nullable EmailAddress email,
        PersonalDetails details,
        TermsAcceptance terms,
        @Nullable CardNumber card,
        @Nullable InviteCode invitedBy,
        Set<ContactChannel> accepts) {
    /** @throws org.openmembership.request.InvalidRequestException with all that is wrong, by path */
    static Applicant of(Registrant registrant, PeopleIntake people, Channel usual, Caller caller, Instant now) {
        Intake intake = Intake.of(caller.violations(registrant));
        people.name(intake, registrant.firstName(), registrant.lastName());
        EmailAddress email = people.email(intake, registrant.email());
        List<PhoneNumber> phones = people.phones(intake, registrant.phones(), UnreadPhones.REFUSED);
        people.birthdate(intake, registrant.birthdate(), now);
        List<PostalAddress> addresses = people.addresses(intake, registrant.addresses());
        people.particulars(intake, registrant.particulars(), registrant.email());
        intake.text("acceptedTerms", registrant.acceptedTerms(), TermsAcceptance.MAX_VERSION);
        String named = registrant.card();
        CardNumber card = named == null ? null : intake.take("card", () -> CardNumber.of(named));
        String invited = registrant.invitedBy();
        InviteCode code = invited == null ? null : intake.take("invitedBy", () -> InviteCode.of(invited));
        intake.text("channel", registrant.channel(), Channel.MAX_LENGTH);
        requireWayToReach(intake, registrant, caller.actor());
        intake.finish();

        PersonName name = PersonName.of(requireNonNull(registrant.firstName()), requireNonNull(registrant.lastName()));
        Channel channel = registrant.channel() == null ? usual : Channel.of(registrant.channel());
        return new Applicant(
                email,
                new PersonalDetails(name, phones, registrant.birthdate(), addresses, registrant.particulars()),
                new TermsAcceptance(requireNonNull(registrant.acceptedTerms()), now, caller.actor(), channel),
                card,
                caller.features().contains(Feature.ENVOYS) ? code : null,
                registrant.accepts());
    }

    /** What ties the member to the envoy whose code was given. */
    Optional<Recruiting> recruiting() {
        return Optional.ofNullable(invitedBy).map(code -> new Recruiting(code, card));
    }

    /** The number somebody without an email is known by. */
    Optional<E164> mainPhone() {
        return details.phones().stream()
                .map(PhoneNumber::e164)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Everybody has an email; only staff may register somebody by phone alone (R11). */
    private static void requireWayToReach(Intake intake, Registrant registrant, Actor actor) {
        boolean byPhone =
                actor.kind() == Actor.Kind.STAFF && !registrant.phones().isEmpty();
        intake.check("email", registrant.email() != null || byPhone ? null : "must be given");
    }
}

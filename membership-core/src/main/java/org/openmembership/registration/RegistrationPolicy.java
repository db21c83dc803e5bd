package org.openmembership.registration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Region;
import org.openmembership.customer.RegisterId;
import org.openmembership.shared.Channel;

/**
 * How people become members in this installation; {@link #DEFAULT} is the careful way.
 *
 * @param verification whether an address must be proven before it links anything (A19, R5)
 * @param registrars who may register people (A4, R11)
 * @param revealExistingEmail whether a registrant learns that an address has a member already (R7)
 * @param emailCoolOff how long a customer whose email staff set is held for approval instead of linked (R2)
 * @param internationalEmail whether addresses may hold more than ASCII before the @ (R1)
 * @param proof how long, and how often, an address can be proven
 * @param place what a registration is given that does not say it
 * @param inviting how customers are asked to register (C49)
 */
public record RegistrationPolicy(
        Verification verification,
        Registrars registrars,
        boolean revealExistingEmail,
        Duration emailCoolOff,
        boolean internationalEmail,
        Proof proof,
        Place place,
        Inviting inviting) {
    public static final RegistrationPolicy DEFAULT = new RegistrationPolicy(
            Verification.REQUIRED,
            Registrars.SELF_ONLY,
            false,
            Duration.ofDays(30),
            false,
            Proof.DEFAULT,
            Place.DEFAULT,
            Inviting.DEFAULT);

    /** Whether an address must be proven. */
    public enum Verification {
        REQUIRED,
        /**
         * Nothing is proven and history is linked at once: whoever knows an address sees what was bought under it, and
         * existing addresses cannot be hidden. For hosts that prove addresses themselves.
         */
        LINK_UNVERIFIED
    }

    /** Who may register people. */
    public enum Registrars {
        SELF_ONLY,
        SELF_AND_STAFF
    }

    public RegistrationPolicy {
        if (emailCoolOff.isNegative()) {
            throw new IllegalArgumentException("RegistrationPolicy.emailCoolOff must not be negative: " + emailCoolOff);
        }
    }

    public boolean requiresVerification() {
        return verification == Verification.REQUIRED;
    }

    public RegistrationPolicy with(Verification other) {
        return new RegistrationPolicy(
                other, registrars, revealExistingEmail, emailCoolOff, internationalEmail, proof, place, inviting);
    }

    public RegistrationPolicy with(Registrars other) {
        return new RegistrationPolicy(
                verification, other, revealExistingEmail, emailCoolOff, internationalEmail, proof, place, inviting);
    }

    public RegistrationPolicy revealingExistingEmail() {
        return new RegistrationPolicy(
                verification, registrars, true, emailCoolOff, internationalEmail, proof, place, inviting);
    }

    public RegistrationPolicy withEmailCoolOff(Duration other) {
        return new RegistrationPolicy(
                verification, registrars, revealExistingEmail, other, internationalEmail, proof, place, inviting);
    }

    public RegistrationPolicy withInternationalEmail() {
        return new RegistrationPolicy(
                verification, registrars, revealExistingEmail, emailCoolOff, true, proof, place, inviting);
    }

    public RegistrationPolicy with(Proof other) {
        return new RegistrationPolicy(
                verification,
                registrars,
                revealExistingEmail,
                emailCoolOff,
                internationalEmail,
                other,
                place,
                inviting);
    }

    public RegistrationPolicy with(Place other) {
        return new RegistrationPolicy(
                verification,
                registrars,
                revealExistingEmail,
                emailCoolOff,
                internationalEmail,
                proof,
                other,
                inviting);
    }

    public RegistrationPolicy with(Inviting other) {
        return new RegistrationPolicy(
                verification, registrars, revealExistingEmail, emailCoolOff, internationalEmail, proof, place, other);
    }

    /**
     * The secrets an address is proven with (S8).
     *
     * @param codeDigits 7 to 12; fewer can be guessed
     * @param life how long code and token work; at most one day
     * @param maxAttempts how many wrong secrets one registration survives; 1 to 10, and sending again does not reset it
     * @param resendPause how long after one message the next may be asked for
     */
    public record Proof(int codeDigits, Duration life, int maxAttempts, Duration resendPause) {
        public static final Proof DEFAULT = new Proof(8, Duration.ofMinutes(10), 5, Duration.ofMinutes(1));

        public Proof {
            requireThat(codeDigits >= 7 && codeDigits <= 12, "codeDigits must be 7 to 12");
            requireThat(life.compareTo(Duration.ZERO) > 0 && life.compareTo(Duration.ofDays(1)) <= 0, "life");
            requireThat(maxAttempts >= 1 && maxAttempts <= 10, "maxAttempts must be 1 to 10");
            requireThat(!resendPause.isNegative(), "resendPause must not be negative");
        }

        private static void requireThat(boolean holds, String rule) {
            if (!holds) {
                throw new IllegalArgumentException("RegistrationPolicy.Proof: " + rule);
            }
        }
    }

    /**
     * Where registrations happen unless they say otherwise.
     *
     * @param region whose phone numbers are typed without a country code
     * @param channel through which terms are accepted
     * @param register whose defaults new customers get (A34); null for none
     */
    public record Place(
            Region region, Channel channel, @Nullable RegisterId register) {
        /** No country: numbers need their country code. */
        public static final Region NOWHERE = Region.of("ZZ");

        public static final Place DEFAULT = new Place(NOWHERE, Channel.of("POS"), null);
    }

    /**
     * How customers who bought in a store are asked to register (C49).
     *
     * @param life how long the secrets of an invitation work; one minute to 90 days
     * @param everybody whether every new in-store customer with an email is invited as soon as it is created; otherwise those
     *     are whom somebody invites
     */
    public record Inviting(Duration life, boolean everybody) {
        public static final Duration MAX_LIFE = Duration.ofDays(90);
        public static final Inviting DEFAULT = new Inviting(Duration.ofDays(14), false);

        public Inviting {
            if (life.compareTo(Duration.ofMinutes(1)) < 0 || life.compareTo(MAX_LIFE) > 0) {
                throw new IllegalArgumentException(
                        "RegistrationPolicy.Inviting.life must be 1 minute to 90 days: " + life);
            }
        }

        public Inviting everyNewCustomer() {
            return new Inviting(life, true);
        }
    }
}

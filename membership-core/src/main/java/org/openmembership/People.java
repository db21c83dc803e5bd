package org.openmembership;

import org.jspecify.annotations.Nullable;
import org.openmembership.blocking.Blocking;
import org.openmembership.cards.Cards;
import org.openmembership.codes.Codes;
import org.openmembership.command.Caller;
import org.openmembership.consents.Consents;
import org.openmembership.customer.PhoneNumbers;
import org.openmembership.customer.RegisterDefaults;
import org.openmembership.customers.Customers;
import org.openmembership.delivery.Delivery;
import org.openmembership.delivery.SecretMint;
import org.openmembership.email.EmailChange;
import org.openmembership.envoys.Envoys;
import org.openmembership.erasure.Erasures;
import org.openmembership.finding.Finding;
import org.openmembership.giftcards.GiftCardSearch;
import org.openmembership.giftcards.GiftCards;
import org.openmembership.hashing.PasswordRules;
import org.openmembership.identification.Identification;
import org.openmembership.importing.Importing;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.inviting.Inviting;
import org.openmembership.notes.Notes;
import org.openmembership.notification.Notifications;
import org.openmembership.password.Passwords;
import org.openmembership.password.SignIn;
import org.openmembership.payonaccount.PayOnAccount;
import org.openmembership.proof.Proofing;
import org.openmembership.proof.Throttles;
import org.openmembership.registration.MemberRegistration;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.step.ConsentTerms;
import org.openmembership.user.Notifier;

/** What the verbs about people share, besides what all verbs do. */
record People(
        RegistrationPolicy policy,
        PeopleIntake intake,
        RegisterDefaults registers,
        @Nullable Notifier notifier,
        SecretMint mint,
        Desk desk,
        PasswordRules rules,
        Proofing proofing,
        ConsentTerms consenting) {
    static People of(
            RegistrationPolicy policy,
            PhoneNumbers numbers,
            RegisterDefaults registers,
            @Nullable Notifier notifier,
            Desk desk,
            PasswordRules rules,
            Throttles throttles,
            ConsentTerms consenting) {
        PeopleIntake intake = new PeopleIntake(numbers, policy.place().region(), policy.internationalEmail());
        SecretMint mint = new SecretMint(
                policy.proof().codeDigits(),
                policy.proof().life(),
                policy.inviting().life(),
                throttles.seal());
        Proofing proofing = new Proofing(
                throttles, policy.requiresVerification(), policy.proof().maxAttempts());
        return new People(policy, intake, registers, notifier, mint, desk, rules, proofing, consenting);
    }

    MemberRegistration registration(Caller caller) {
        return new MemberRegistration(
                caller, policy, intake, registers, delivery(caller), proofing.throttles(), desk.cards(), consenting);
    }

    SignIn signIn(Caller caller) {
        return new SignIn(caller, rules, proofing);
    }

    Passwords passwords(Caller caller) {
        return new Passwords(caller, rules, proofing, delivery(caller));
    }

    EmailChange emailChange(Caller caller) {
        return new EmailChange(caller, intake, proofing, delivery(caller));
    }

    Importing importing(Caller caller) {
        return new Importing(
                caller, intake, desk.cards(), desk.forgetting().policy().emails());
    }

    Customers customers(Caller caller) {
        return new Customers(caller, intake, consenting, policy.inviting().everybody(), desk.enquiries() != null);
    }

    Consents consents(Caller caller) {
        return new Consents(caller, consenting, proofing, delivery(caller));
    }

    Inviting inviting(Caller caller) {
        return new Inviting(caller, proofing, delivery(caller));
    }

    Finding finding(Caller caller) {
        return new Finding(caller, intake, desk.codePrefix());
    }

    Identification identification(Caller caller) {
        return new Identification(caller, desk.cards());
    }

    Cards cards(Caller caller) {
        return new Cards(caller, desk.cards());
    }

    Codes codes() {
        return new Codes(desk.codePrefix());
    }

    Blocking blocking(Caller caller) {
        return new Blocking(caller, desk.cards());
    }

    PayOnAccount payOnAccount(Caller caller) {
        return new PayOnAccount(caller, intake);
    }

    Erasures erasures(Caller caller) {
        Forgetting forgetting = desk.forgetting();
        return new Erasures(
                caller,
                forgetting.policy(),
                forgetting.orders(),
                forgetting.holders(),
                proofing.throttles(),
                consenting,
                delivery(caller));
    }

    GiftCards giftCards(Caller caller) {
        return new GiftCards(caller, proofing.throttles(), desk.zone());
    }

    GiftCardSearch giftCardSearch(Caller caller) {
        return new GiftCardSearch(caller, proofing.throttles());
    }

    Envoys envoys(Caller caller) {
        return new Envoys(caller, desk.envoys());
    }

    Notes notes(Caller caller) {
        return new Notes(caller, desk.zone());
    }

    Notifications notifications(Caller caller) {
        return new Notifications(caller, delivery(caller));
    }

    private Delivery delivery(Caller caller) {
        return new Delivery(caller, notifier, mint, desk.enquiries());
    }
}

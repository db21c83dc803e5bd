package org.openmembership;

import org.jspecify.annotations.Nullable;
import org.openmembership.command.Caller;
import org.openmembership.customer.PhoneNumbers;
import org.openmembership.customer.RegisterDefaults;
import org.openmembership.customers.Customers;
import org.openmembership.delivery.Delivery;
import org.openmembership.delivery.SecretMint;
import org.openmembership.finding.Finding;
import org.openmembership.importing.Importing;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.notification.Notifications;
import org.openmembership.registration.MemberRegistration;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.user.Notifier;

/** What the verbs about people share, besides what all verbs do. */
record People(
        RegistrationPolicy policy,
        PeopleIntake intake,
        RegisterDefaults registers,
        @Nullable Notifier notifier,
        SecretMint mint,
        String codePrefix) {
    static People of(
            RegistrationPolicy policy,
            PhoneNumbers numbers,
            RegisterDefaults registers,
            @Nullable Notifier notifier,
            String codePrefix) {
        PeopleIntake intake = new PeopleIntake(numbers, policy.place().region(), policy.internationalEmail());
        SecretMint mint =
                new SecretMint(policy.proof().codeDigits(), policy.proof().life());
        return new People(policy, intake, registers, notifier, mint, codePrefix);
    }

    MemberRegistration registration(Caller caller) {
        return new MemberRegistration(caller, policy, intake, registers, delivery(caller));
    }

    Importing importing(Caller caller) {
        return new Importing(caller, intake);
    }

    Customers customers(Caller caller) {
        return new Customers(caller, intake);
    }

    Finding finding(Caller caller) {
        return new Finding(caller, intake, codePrefix);
    }

    Notifications notifications(Caller caller) {
        return new Notifications(caller, delivery(caller));
    }

    private Delivery delivery(Caller caller) {
        return new Delivery(caller, notifier, mint);
    }
}

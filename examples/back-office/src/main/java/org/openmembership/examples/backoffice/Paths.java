package org.openmembership.examples.backoffice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.openmembership.account.AccountId;
import org.openmembership.customer.CustomerId;
import org.openmembership.merge.MergeId;
import org.openmembership.privacy.ErasureId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.InvitationId;
import org.openmembership.user.OptInId;
import org.openmembership.user.RegistrationId;

/** Where pages are. */
final class Paths {
    static final String CUSTOMERS = "/customers";
    static final String REGISTER = "/register";
    static final String DUPLICATES = "/duplicates";
    static final String TASKS = "/tasks";
    static final String APPROVALS = "/approvals";
    static final String OUTBOX = "/outbox";

    private Paths() {}

    static String of(CustomerId customer) {
        return CUSTOMERS + "/" + encoded(customer.value());
    }

    static String of(CustomerId customer, String page) {
        return of(customer) + "/" + page;
    }

    static String of(CustomerId customer, AccountId account, String page) {
        return of(customer, "accounts") + "/" + encoded(account.value()) + "/" + page;
    }

    static String of(RegistrationId registration) {
        return "/registrations/" + encoded(registration.value());
    }

    static String of(ErasureId erasure) {
        return "/erasures/" + encoded(erasure.value());
    }

    static String of(OptInId optIn) {
        return "/consents/" + encoded(optIn.value());
    }

    static String of(InvitationId invitation) {
        return "/invitations/" + encoded(invitation.value());
    }

    static String of(MergeId merge) {
        return "/merges/" + encoded(merge.value());
    }

    static String of(ExternalKey purchase) {
        return "/purchases/" + encoded(purchase.source()) + "/" + encoded(purchase.value());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

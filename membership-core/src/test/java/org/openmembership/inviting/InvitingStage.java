package org.openmembership.inviting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.openmembership.Membership;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditResult;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.invitation.NotInvited;
import org.openmembership.inviting.InvitationResult.Invited;
import org.openmembership.inviting.InvitationResult.Refused;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.registration.PeopleTest;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.VerificationResult;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.testkit.Any;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.user.InvitationId;

/** What tests about invitations have in common: a clerk writes down customers, the back office invites, the web registers. */
abstract class InvitingStage extends PeopleTest {
    static final String ADDRESS = "ada@example.org";

    /** Somebody a clerk has written down in the store, a moment ago. */
    final CustomerId inStore(String email) {
        return create(stage.membership.as(Actor.staff("clerk-1")), NewCustomerKind.IN_STORE, email);
    }

    final CustomerId create(Membership who, NewCustomerKind kind, String email) {
        CustomerForm form =
                CustomerForm.builder().name("Ada", "Byron").email(email).build();
        CreationResult result = who.customers().create(ExternalKey.of("pos", Any.any("customer")), kind, form);
        return ((CreationResult.Created) result).customer().id();
    }

    final void move(CustomerId customer, String email) {
        int version = stage.membership.customers().find(customer).orElseThrow().version();
        CustomerForm form =
                CustomerForm.builder().name("Ada", "Byron").email(email).build();
        assertThat(stage.membership.as(Actor.staff("clerk-1")).customers().edit(customer, version, form))
                .isInstanceOf(EditResult.Edited.class);
    }

    final InvitationId invite(CustomerId customer) {
        return ((Invited) stage.membership.inviting().invite(customer)).invitation();
    }

    final NotInvited refused(CustomerId customer) {
        return ((Refused) stage.membership.inviting().invite(customer)).reason();
    }

    final VerificationResult accept(InvitationId invitation, String secret, String email) {
        return stage.kiosk()
                .accept(
                        invitation,
                        secret,
                        Registrant.builder()
                                .name("Ada", "King")
                                .email(email)
                                .acceptTerms("terms-1")
                                .build());
    }

    /** Accepts the invitation of the last message. */
    final Verified accepted() {
        return (Verified) accept(stage.mailbox.last().invitation(), stage.mailbox.token(), ADDRESS);
    }

    final void sell(CustomerId customer) {
        assertThat(stage.membership
                        .sales()
                        .record(AnyPurchase.anyPurchase(Buyer.customer(customer), stage.time.instant(), "30")))
                .isInstanceOf(SaleResult.Recorded.class);
    }

    /** How many sales of its customers a member sees. */
    final long seen(MemberId member, List<CustomerId> customers) {
        return customers.stream()
                .map(customer -> new PurchaseFilter(
                        new PurchaseFilter.Who(null, customer), PurchaseFilter.ALL.what(), null, null))
                .mapToLong(filter -> stage.membership
                        .as(Actor.member(member.value()))
                        .purchases()
                        .list(filter, Page.Request.first(10))
                        .items()
                        .size())
                .sum();
    }
}

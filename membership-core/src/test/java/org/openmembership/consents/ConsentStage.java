package org.openmembership.consents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openmembership.Membership;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentBasis;
import org.openmembership.consent.ConsentCause;
import org.openmembership.consent.ConsentPolicy;
import org.openmembership.consent.ConsentState;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.PhoneType;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditResult.Edited;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.registration.PeopleTest;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.CountingIds;

/** What stories about consents do. */
abstract class ConsentStage extends PeopleTest {
    static final ConsentGiven TILL = ConsentGiven.at("POS", "wording-3");
    static final String MOBILE = "+447700900123";

    private int numbers;

    Consents consents() {
        return stage.membership.as(Actor.till("till-7")).consents();
    }

    /** The same shop with another policy. */
    Membership confirming(ContactChannel... channels) {
        return Membership.on(stage.opened.storage())
                .clock(stage.time)
                .ids(new CountingIds("other-" + ++numbers + "-"))
                .notifier(stage.mailbox)
                .consents(ConsentPolicy.confirming(channels))
                .open();
    }

    /** A customer whom every channel reaches. */
    CustomerId customer() {
        return created(full().build()).id();
    }

    CustomerForm.Builder full() {
        return CustomerForm.builder()
                .name("Ada", "Byron")
                .email("ada." + ++numbers + "@example.org")
                .phones(List.of(RequestedPhone.of(MOBILE, PhoneType.MOBILE)))
                .addresses(List.of(RequestedAddress.in("GB")
                        .lines("12 St James's Square", null)
                        .build()));
    }

    Customer created(CustomerForm form) {
        ExternalKey key = ExternalKey.of("till-7", "customer-" + ++numbers);
        return ((Created) stage.membership
                        .as(Actor.till("till-7"))
                        .customers()
                        .create(key, NewCustomerKind.IN_STORE, form))
                .customer();
    }

    void edit(CustomerId id, UnaryOperator<CustomerForm.Builder> change) {
        Customer current = stage.membership.customers().find(id).orElseThrow();
        CustomerForm form = change.apply(CustomerForm.from(current)).build();
        assertThat(stage.membership.customers().edit(id, current.version(), form))
                .isInstanceOf(Edited.class);
    }

    void subscribe(CustomerId customer, ContactChannel... channels) {
        assertThat(confirming().consents().subscribe(customer, Set.of(channels), TILL))
                .isInstanceOf(ConsentResult.Kept.class);
    }

    Consent consent(CustomerId customer, ContactChannel channel) {
        return stage.membership.consents().of(customer).orElseThrow().by(channel);
    }

    ConsentState state(CustomerId customer, ContactChannel channel) {
        return consent(customer, channel).state();
    }

    @Nullable
    ConsentCause cause(CustomerId customer, ContactChannel channel) {
        ConsentBasis basis = consent(customer, channel).basis();
        return basis == null ? null : basis.cause();
    }
}

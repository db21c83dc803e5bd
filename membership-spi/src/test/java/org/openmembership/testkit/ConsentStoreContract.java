package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentBasis;
import org.openmembership.consent.ConsentCause;
import org.openmembership.consent.ConsentState;
import org.openmembership.consent.ConsentStore;
import org.openmembership.consent.CustomerConsents;
import org.openmembership.consent.EvidenceCode;
import org.openmembership.consent.KeptConsents;
import org.openmembership.consent.OptIn;
import org.openmembership.consent.OptInFacts;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;
import org.openmembership.shared.Page;
import org.openmembership.user.OptInId;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.User;

/** What every {@link ConsentStore} does. */
@Requirement({"D30", "R14"})
public abstract class ConsentStoreContract extends StoreContract {
    private static final SecretSeal SEAL = SecretSeal.keyless();

    @Test
    void a_customers_consents_are_read_back_as_they_are_now() {
        Customer ada = customer();
        Consent email = given(ada.id(), ContactChannel.EMAIL, false, 1);
        Consent sms = given(ada.id(), ContactChannel.SMS, true, 2);
        record(email, sms);
        Consent confirmed = email.confirmed(basis(ConsentCause.CONFIRMED, 3)).orElseThrow();

        record(confirmed);

        CustomerConsents now = of(ada.id()).consents();
        assertThat(now).isEqualTo(CustomerConsents.of(ada.id(), List.of(sms, confirmed)));
        assertThat(now.by(ContactChannel.POST)).isEqualTo(Consent.none(ada.id(), ContactChannel.POST));
        assertThat(find(CustomerId.of("nobody"))).isEmpty();
    }

    @Test
    void whose_customer_it_is_comes_along() {
        User user = AnyMember.anyUser().verified(AnyMember.provenAt());
        Customer customer = AnyMember.anyCustomerLike(user);
        Member member = story().member(user, customer);

        assertThat(of(customer.id()).member()).isEqualTo(member.id());
        assertThat(of(customer().id()).member()).isNull();
    }

    @Test
    void a_change_that_was_overtaken_is_never_kept() {
        Customer ada = customer();
        Consent first = given(ada.id(), ContactChannel.EMAIL, true, 1);
        record(first);
        Consent no = first.withdrawn(basis(ConsentCause.WITHDRAWN, 2)).orElseThrow();
        record(no);

        assertAlwaysLost(stores -> stores.consents().record(first));
        assertAlwaysLost(stores -> stores.consents().record(no));
        assertThat(of(ada.id()).consents().by(ContactChannel.EMAIL)).isEqualTo(no);
    }

    @Test
    void all_that_a_consent_ever_was_comes_the_latest_first_in_pages() {
        Customer ada = customer();
        List<Consent> all = new ArrayList<>();
        Consent consent = given(ada.id(), ContactChannel.EMAIL, true, 0);
        for (int i = 1; i <= 7; i++) {
            record(consent);
            all.add(0, consent);
            consent = (i % 2 == 0
                            ? consent.given(true, basis(ConsentCause.GIVEN, i))
                            : consent.withdrawn(basis(ConsentCause.WITHDRAWN, i)))
                    .orElseThrow();
        }
        record(given(ada.id(), ContactChannel.SMS, true, 9));

        List<Consent> seen = new ArrayList<>();
        Page.Request next = Page.Request.first(3);
        while (next != null) {
            Page.Request wanted = next;
            Page<Consent> page = read(stores -> stores.consents().history(ada.id(), ContactChannel.EMAIL, wanted));
            seen.addAll(page.items());
            next = page.next() == null ? null : Page.Request.after(page.next(), 3);
        }
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void who_is_in_a_state_comes_by_customer_in_pages() {
        List<CustomerId> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Customer customer = customer();
            record(given(customer.id(), ContactChannel.SMS, true, i));
            expected.add(customer.id());
        }
        expected.sort(null);
        record(given(customer().id(), ContactChannel.SMS, false, 1));
        record(given(customer().id(), ContactChannel.EMAIL, true, 1));
        CustomerId left = expected.remove(1);
        record(of(left).consents()
                .by(ContactChannel.SMS)
                .withdrawn(basis(ConsentCause.WITHDRAWN, 9))
                .orElseThrow());

        Page<Consent> first = inState(Page.Request.first(2));
        Page<Consent> second = inState(Page.Request.after(first.nextCursor().orElseThrow(), 2));

        assertThat(first.items()).extracting(Consent::customer).isEqualTo(expected.subList(0, 2));
        assertThat(second.items()).extracting(Consent::customer).isEqualTo(expected.subList(2, 4));
        assertThat(second.next()).isNull();
    }

    @Test
    @Requirement({"C10", "R6"})
    void what_waits_to_be_confirmed_is_found_with_all_it_depends_on() {
        Customer ada = customer();
        Consent email = given(ada.id(), ContactChannel.EMAIL, false, 1);
        record(email);
        OptIn optIn = OptIn.begun(OptInId.of(Any.any("opt-in")), email, Any.minute(1));
        write(stores -> stores.consents().add(optIn));
        OptIn sent = optIn.withSecrets(
                SEAL,
                ContactChannel.EMAIL.pointOf(ada).orElseThrow(),
                new OptIn.Message(new Secret("1234"), new Secret("token"), Any.minute(10)));

        write(stores -> stores.consents().update(sent));
        write(stores -> stores.consents().update(sent.triedInVain()));

        assertThat(asked(optIn.id())).contains(new OptInFacts(sent.triedInVain(), email, ada));
        assertThat(optInOf(email)).contains(sent.triedInVain());
        assertThat(asked(OptInId.of("none"))).isEmpty();
        assertAlwaysLost(stores -> stores.consents().update(sent.triedInVain()));
        assertAlwaysLost(
                stores -> stores.consents().add(OptIn.begun(OptInId.of(Any.any("opt-in")), email, Any.minute(2))));
    }

    private Page<Consent> inState(Page.Request page) {
        return read(stores -> stores.consents().inState(ContactChannel.SMS, ConsentState.SUBSCRIBED, page));
    }

    private Customer customer() {
        Customer customer = AnyCustomer.anyFullCustomer();
        write(stores -> stores.customers().add(customer));
        return customer;
    }

    private static Consent given(CustomerId customer, ContactChannel channel, boolean confirmed, int minute) {
        return Consent.none(customer, channel)
                .given(confirmed, basis(ConsentCause.GIVEN, minute))
                .orElseThrow();
    }

    private static ConsentBasis basis(ConsentCause cause, int minute) {
        return new ConsentBasis(
                Any.minute(minute),
                cause,
                minute == 2 ? null : Channel.of("POS"),
                minute == 2 ? null : EvidenceCode.of("wording-é-\uD83D\uDE00"),
                Actor.staff("clerk-1"));
    }

    private KeptConsents of(CustomerId customer) {
        return find(customer).orElseThrow();
    }

    private Optional<KeptConsents> find(CustomerId customer) {
        return read(stores -> stores.consents().of(customer));
    }

    private Optional<OptInFacts> asked(OptInId id) {
        return read(stores -> stores.consents().optInForUpdate(id));
    }

    private Optional<OptIn> optInOf(Consent pending) {
        return read(stores -> stores.consents().optInOf(pending));
    }

    private void record(Consent... consents) {
        write(stores -> List.of(consents).forEach(stores.consents()::record));
    }
}

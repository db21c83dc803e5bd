package org.openmembership.testkit;

import java.util.Optional;
import java.util.stream.Stream;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentState;
import org.openmembership.consent.ConsentStore;
import org.openmembership.consent.CustomerConsents;
import org.openmembership.consent.KeptConsents;
import org.openmembership.consent.OptIn;
import org.openmembership.consent.OptInFacts;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.Page;
import org.openmembership.user.OptInId;

final class InMemoryConsents implements ConsentStore {
    private final State state;

    InMemoryConsents(State state) {
        this.state = state;
    }

    @Override
    public void record(Consent consent) {
        Key place = place(consent);
        Consent before = now(consent.customer(), consent.channel());
        if (before.version() != consent.version() - 1) {
            throw new RaceLostException(place + " has another version");
        }
        state.consentsByState.remove(Key.of(before.channel(), before.state(), before.customer()));
        state.consents.put(place, consent);
        state.consentsByState.put(Key.of(consent.channel(), consent.state(), consent.customer()), consent.customer());
        state.consentHistory.add(Key.of(consent.customer(), consent.channel(), consent.version()), consent);
    }

    @Override
    public Optional<KeptConsents> of(CustomerId customer) {
        return state.customers
                .find(customer)
                .map(found -> new KeptConsents(
                        state.membersByCustomer.get(customer),
                        CustomerConsents.of(
                                customer,
                                state.consents
                                        .between(
                                                Key.of(customer),
                                                Key.of(customer).end())
                                        .toList())));
    }

    @Override
    public Page<Consent> history(CustomerId customer, ContactChannel channel, Page.Request page) {
        Key all = Key.of(customer, channel);
        Page.Cursor after = page.after();
        Stream<Consent> found = after == null
                ? state.consentHistory.betweenDown(all, all.end())
                : state.consentHistory.betweenDown(all, Key.of(customer, channel, InMemoryPages.number(after)));
        return InMemoryPages.of(found, page, last -> Integer.toString(last.version()));
    }

    @Override
    public Page<Consent> inState(ContactChannel channel, ConsentState wanted, Page.Request page) {
        Key all = Key.of(channel, wanted);
        Page.Cursor after = page.after("consents");
        Key from = after == null
                ? all
                : Key.of(channel, wanted, InMemoryPages.id(after, CustomerId::of))
                        .end();
        Stream<Consent> found = state.consentsByState.between(from, all.end()).map(customer -> now(customer, channel));
        return InMemoryPages.of(found, page, "consents", last -> last.customer().value());
    }

    @Override
    public void add(OptIn optIn) {
        state.optIns.add(optIn.id(), optIn);
        state.optInsByConsent.add(Key.of(optIn.customer(), optIn.channel(), optIn.consent()), optIn.id());
    }

    @Override
    public void update(OptIn optIn) {
        OptIn stored = state.optIns
                .find(optIn.id())
                .filter(before -> before.version() == optIn.version() - 1)
                .orElseThrow(() -> new RaceLostException(optIn + " has another version"));
        state.optIns.put(
                stored.id(),
                new OptIn(
                        stored.id(),
                        stored.customer(),
                        stored.channel(),
                        stored.consent(),
                        optIn.secrets(),
                        optIn.attempts(),
                        stored.createdAt(),
                        optIn.version()));
    }

    @Override
    public Optional<OptIn> optInOf(Consent pending) {
        return state.optInsByConsent
                .find(Key.of(pending.customer(), pending.channel(), pending.version()))
                .flatMap(state.optIns::find);
    }

    @Override
    public Optional<OptInFacts> optInForUpdate(OptInId id) {
        return state.optIns
                .find(id)
                .map(found -> new OptInFacts(
                        found,
                        now(found.customer(), found.channel()),
                        state.customers.find(found.customer()).orElseThrow()));
    }

    private Consent now(CustomerId customer, ContactChannel channel) {
        return state.consents.find(Key.of(customer, channel)).orElseGet(() -> Consent.none(customer, channel));
    }

    private static Key place(Consent consent) {
        return Key.of(consent.customer(), consent.channel());
    }
}

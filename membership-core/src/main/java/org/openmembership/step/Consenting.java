package org.openmembership.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentBasis;
import org.openmembership.consent.ConsentCause;
import org.openmembership.consent.ConsentEvent.ConsentChanged;
import org.openmembership.consent.CustomerConsents;
import org.openmembership.consent.EvidenceCode;
import org.openmembership.consent.OptIn;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.ContactPoint;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.group.CustomerTicks;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;
import org.openmembership.storage.Stores;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.OptInId;

/**
 * Changes consents in an open unit of work, with what follows from it: messages that ask to confirm, and groups that are
 * left (R14, C10).
 */
public record Consenting(ConsentTerms terms, Actor actor, Instant now, Stores stores, Facts facts) {
    /** Where and on what evidence a customer said something. */
    public record Said(@Nullable Channel source, @Nullable EvidenceCode evidence) {
        ConsentBasis because(ConsentCause cause, Instant at, Actor by) {
            return new ConsentBasis(at, cause, source, evidence, by);
        }
    }

    /**
     * What came of accepting.
     *
     * @param consents as they are now
     * @param unreachable the channels by which the customer has no address, so that nothing was changed (D5)
     * @param due messages that ask to confirm, in the order in which they are to be sent (D8)
     */
    public record Accepted(CustomerConsents consents, Set<ContactChannel> unreachable, List<NotificationId> due) {}

    /** The customer says yes to some channels. A consent that waits to be confirmed already has its message sent again. */
    public Accepted accept(Customer customer, CustomerConsents before, Set<ContactChannel> channels, Said said) {
        ConsentBasis basis = said.because(ConsentCause.GIVEN, now, actor);
        Set<ContactChannel> unreachable = EnumSet.noneOf(ContactChannel.class);
        List<Consent> changed = new ArrayList<>();
        List<NotificationId> due = new ArrayList<>();
        for (ContactChannel channel : ContactChannel.IN_ORDER) {
            if (!channels.contains(channel)) {
                continue;
            }
            if (channel.pointOf(customer).isEmpty()) {
                unreachable.add(channel);
                continue;
            }
            boolean confirmed = !terms.policy().asksToConfirm(channel);
            before.by(channel).given(confirmed, basis).ifPresent(changed::add);
            ask(before.by(channel), confirmed, basis).ifPresent(due::add);
        }
        keep(changed);
        return new Accepted(before.with(changed), unreachable, due);
    }

    /** Says yes for a customer who has just come to be, or of whom only the record is known. */
    public Accepted accept(Customer customer, Set<ContactChannel> channels, Said said) {
        CustomerConsents before = channels.isEmpty()
                ? CustomerConsents.of(customer.id(), List.of())
                : stores.consents()
                        .of(customer.id())
                        .orElseThrow(() -> new IllegalStateException(customer + " is not kept"))
                        .consents();
        return accept(customer, before, channels, said);
    }

    /** The customer says no to some channels, and leaves the groups that are written to by them. */
    public CustomerConsents withdraw(
            CustomerConsents before, Set<ContactChannel> channels, ConsentCause cause, Said said) {
        ConsentBasis basis = said.because(cause, now, actor);
        return change(before, channels, consent -> consent.withdrawn(basis));
    }

    /**
     * A customer's record was changed (R14): who has no address any more by a channel, or another one, has not consented to
     * be written to there. A letter goes to the person wherever they live, so moving house takes nothing back.
     */
    public void moved(Customer before, Customer after) {
        Set<ContactChannel> gone = EnumSet.noneOf(ContactChannel.class);
        Set<ContactChannel> others = EnumSet.noneOf(ContactChannel.class);
        for (ContactChannel channel : ContactChannel.IN_ORDER) {
            Optional<ContactPoint> old = channel.pointOf(before);
            Optional<ContactPoint> point = channel.pointOf(after);
            boolean stays =
                    old.isEmpty() || point.filter(old.get()::reachesSameAs).isPresent();
            if (point.isEmpty() && old.isPresent()) {
                gone.add(channel);
            } else if (!stays && channel != ContactChannel.POST) {
                others.add(channel);
            }
        }
        if (gone.isEmpty() && others.isEmpty()) {
            return;
        }
        CustomerConsents consents =
                stores.consents().of(after.id()).orElseThrow().consents();
        CustomerConsents left =
                change(consents, gone, consent -> consent.withoutAddress(because(ConsentCause.ADDRESS_REMOVED)));
        change(left, others, consent -> consent.withoutAddress(because(ConsentCause.ADDRESS_CHANGED)));
    }

    /** The person's data are erased (R17): every consent is redacted; who was in which group goes with the person's rows. */
    public void erase(CustomerId customer) {
        stores.consents().of(customer).ifPresent(kept -> {
            ConsentBasis basis = because(ConsentCause.ERASED);
            List<Consent> redacted = new ArrayList<>();
            for (Consent consent : kept.consents().all()) {
                consent.redacted(basis).ifPresent(redacted::add);
            }
            keep(redacted);
        });
    }

    private CustomerConsents change(
            CustomerConsents before, Set<ContactChannel> channels, Function<Consent, Optional<Consent>> change) {
        List<Consent> changed = new ArrayList<>();
        Set<ContactChannel> ended = EnumSet.noneOf(ContactChannel.class);
        for (Consent consent : before.all()) {
            Optional<Consent> next = channels.contains(consent.channel()) ? change.apply(consent) : Optional.empty();
            next.ifPresent(changed::add);
            if (consent.state().isConsent()
                    && next.filter(now -> !now.state().isConsent()).isPresent()) {
                ended.add(consent.channel());
            }
        }
        keep(changed);
        if (!ended.isEmpty()) {
            GroupChanges.of(ticks(before.customer()), actor, now)
                    .leaveChannels(ended)
                    .keep(stores, facts);
        }
        return before.with(changed);
    }

    private CustomerTicks ticks(CustomerId customer) {
        return stores.groups().of(customer).orElseThrow();
    }

    private void keep(List<Consent> changed) {
        for (Consent consent : changed) {
            stores.consents().record(consent);
            facts.happened(ConsentChanged.of(consent), now);
        }
    }

    /** Has a message sent that asks to confirm, unless nothing waits for it; what waits by a merge was never asked for. */
    private Optional<NotificationId> ask(Consent before, boolean confirmed, ConsentBasis basis) {
        if (confirmed) {
            return Optional.empty();
        }
        Optional<Consent> given = before.given(false, basis);
        if (given.isEmpty() && !before.state().isConsent()) {
            return Optional.empty();
        }
        Optional<OptIn> waiting = given.isPresent()
                ? Optional.of(begin(given.get()))
                : stores.consents().optInOf(before).or(() -> Optional.of(begin(before)));
        return waiting.map(OptIn::id).map(this::notify);
    }

    private OptIn begin(Consent pending) {
        OptIn optIn = OptIn.begun(OptInId.of(terms.ids().next()), pending, now);
        stores.consents().add(optIn);
        return optIn;
    }

    private NotificationId notify(OptInId optIn) {
        NotificationId id = NotificationId.of(terms.ids().next());
        stores.notifications()
                .add(Notification.due(
                        id, NotificationPurpose.CONFIRM_CONSENT, null, new MessageTopic.OfOptIn(optIn), now));
        return id;
    }

    private ConsentBasis because(ConsentCause cause) {
        return ConsentBasis.because(cause, now, actor);
    }
}

package org.openmembership.merging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentBasis;
import org.openmembership.consent.ConsentCause;
import org.openmembership.consent.ConsentEvent.ConsentChanged;
import org.openmembership.consent.ConsentState;
import org.openmembership.consent.CustomerConsents;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.CustomerTicks;
import org.openmembership.group.GroupTick;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeMove;
import org.openmembership.merge.MergeMove.Kind;
import org.openmembership.shared.Actor;
import org.openmembership.step.Facts;
import org.openmembership.step.GroupChanges;
import org.openmembership.storage.Stores;

/**
 * Makes consents and groups of customers those of one, and takes them apart again (R14, R16).
 *
 * <p>The survivor has the more restrictive state of all, and is in the groups of all; of those that are written to only in
 * the ones whose channel it still consents to (D4). Nobody is written to by a record that is merged away.
 */
record ConsentMerge(Actor actor, Instant now, Stores stores, Facts told) {
    void merge(CustomerId survivor, List<CustomerId> others, List<MergeMove> moves) {
        CustomerConsents own = consents(survivor);
        List<CustomerConsents> theirs = others.stream().map(this::consents).toList();
        ConsentBasis basis = ConsentBasis.because(ConsentCause.MERGED, now, actor);
        List<Consent> changed = new ArrayList<>();
        for (ContactChannel channel : ContactChannel.IN_ORDER) {
            Consent before = own.by(channel);
            Consent strictest = theirs.stream()
                    .map(consents -> consents.by(channel))
                    .reduce(before, (one, two) -> one.state().moreRestrictive(two.state()) == one.state() ? one : two);
            before.merged(strictest, basis).ifPresent(next -> {
                changed.add(next);
                moves.add(move(before));
            });
        }
        CustomerConsents after = own.with(changed);
        for (CustomerConsents consents : theirs) {
            for (Consent before : consents.all()) {
                before.mergedAway(basis).ifPresent(next -> {
                    changed.add(next);
                    moves.add(move(before));
                });
            }
        }
        keep(changed);
        groups(after, others, moves);
    }

    private void groups(CustomerConsents survivor, List<CustomerId> others, List<MergeMove> moves) {
        CustomerTicks own = ticks(survivor.customer());
        Map<CustomerId, CustomerTicks> theirs = new LinkedHashMap<>();
        others.forEach(other -> theirs.put(other, ticks(other)));
        Set<CustomerGroupCode> wanted = new TreeSet<>();
        for (GroupTick tick : own.all()) {
            CustomerGroup group = tick.group();
            boolean may = mayBeIn(group, survivor);
            boolean is = tick.isTicked();
            for (CustomerTicks ticks : theirs.values()) {
                if (isIn(ticks, group)) {
                    boolean joins = may && !is;
                    is |= joins;
                    moves.add(move(
                            group, ticks.customer(), joins ? survivor.customer().value() : MemberWriter.NOBODY));
                }
            }
            if (is && may) {
                wanted.add(group.code());
            } else if (is) {
                moves.add(move(group, survivor.customer(), MemberWriter.NOBODY));
            }
        }
        GroupChanges.of(own, actor, now).choose(wanted, any -> true).keep(stores, told);
        theirs.values()
                .forEach(ticks -> GroupChanges.of(ticks, actor, now)
                        .choose(Set.of(), any -> true)
                        .keep(stores, told));
    }

    /**
     * Gives back what the customers had; whatever was said since stays said.
     *
     * @param alone whether nobody else is merged into the survivor; else it keeps what it has
     */
    void unmerge(Merge merge, boolean alone) {
        Set<CustomerId> customers = new TreeSet<>();
        merge.of(Kind.CUSTOMER)
                .filter(move -> move.from().equals(move.subject()))
                .forEach(move -> customers.add(CustomerId.of(move.subject())));
        if (alone) {
            customers.add(merge.survivor());
        }
        customers.forEach(customer -> groups(merge, restored(merge, customer)));
    }

    private CustomerConsents restored(Merge merge, CustomerId customer) {
        CustomerConsents before = consents(customer);
        ConsentBasis basis = ConsentBasis.because(ConsentCause.UNMERGED, now, actor);
        List<Consent> changed = new ArrayList<>();
        merge.of(Kind.CONSENT)
                .filter(move -> move.from().equals(customer.value()))
                .forEach(move -> before.by(ContactChannel.valueOf(move.subject()))
                        .unmerged(ConsentState.valueOf(move.to()), merge.at(), basis)
                        .ifPresent(changed::add));
        keep(changed);
        return before.with(changed);
    }

    /** Turns what the merge has turned, where it is still as it was then. */
    private void groups(Merge merge, CustomerConsents consents) {
        String customer = consents.customer().value();
        CustomerTicks ticks = ticks(consents.customer());
        Set<CustomerGroupCode> turned = new TreeSet<>();
        Set<CustomerGroupCode> wanted = new TreeSet<>();
        for (GroupTick tick : ticks.all()) {
            CustomerGroup group = tick.group();
            boolean left = merge.of(Kind.GROUP)
                    .anyMatch(move -> isOf(move, group) && move.from().equals(customer));
            boolean joined = merge.of(Kind.GROUP)
                    .anyMatch(move -> isOf(move, group) && move.to().equals(customer));
            boolean same = Optional.ofNullable(tick.membership())
                    .filter(membership -> membership.since().equals(merge.at()))
                    .isPresent();
            if (same && joined && tick.isTicked()) {
                turned.add(group.code());
            } else if (same && left && !tick.isTicked() && mayBeIn(group, consents)) {
                turned.add(group.code());
                wanted.add(group.code());
            }
        }
        GroupChanges.of(ticks, actor, now)
                .choose(wanted, group -> turned.contains(group.code()))
                .keep(stores, told);
    }

    private static boolean isOf(MergeMove move, CustomerGroup group) {
        return move.subject().equals(group.code().value());
    }

    private static boolean isIn(CustomerTicks ticks, CustomerGroup group) {
        return ticks.all().stream()
                .anyMatch(tick -> tick.isTicked() && tick.group().code().equals(group.code()));
    }

    private static boolean mayBeIn(CustomerGroup group, CustomerConsents consents) {
        ContactChannel channel = group.channel();
        return channel == null || consents.by(channel).state().isConsent();
    }

    private static MergeMove move(Consent before) {
        return new MergeMove(
                Kind.CONSENT,
                before.channel().name(),
                before.customer().value(),
                before.state().name());
    }

    private static MergeMove move(CustomerGroup group, CustomerId from, String to) {
        return new MergeMove(Kind.GROUP, group.code().value(), from.value(), to);
    }

    private void keep(List<Consent> changed) {
        for (Consent consent : changed) {
            stores.consents().record(consent);
            told.happened(ConsentChanged.of(consent), now);
        }
    }

    private CustomerConsents consents(CustomerId customer) {
        return stores.consents().of(customer).orElseThrow().consents();
    }

    private CustomerTicks ticks(CustomerId customer) {
        return stores.groups().of(customer).orElseThrow();
    }
}

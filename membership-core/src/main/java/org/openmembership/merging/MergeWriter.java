package org.openmembership.merging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.openmembership.command.Caller;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerEvent.CustomerChanged;
import org.openmembership.customer.CustomerEvent.CustomerStandingChanged;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.StandingStep;
import org.openmembership.merge.CustomerField;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeEvent.CustomerMerged;
import org.openmembership.merge.MergeId;
import org.openmembership.merge.MergeMove;
import org.openmembership.merge.MergeMove.Kind;
import org.openmembership.note.NoteId;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.step.Facts;
import org.openmembership.step.PointMerge;
import org.openmembership.storage.Stores;

/** Does what a plan says, and writes down each thing that it moves. */
final class MergeWriter {
    private final Caller caller;
    private final MergePlan plan;
    private final Merge.Command command;
    private final Instant now;
    private final Stores stores;
    private final Facts told;
    private final MergeId id;
    private final Customer survivor;
    private final List<MergeMove> moves = new ArrayList<>();

    MergeWriter(Caller caller, MergePlan plan, Merge.Command command, Instant now, Stores stores, Facts told) {
        this.caller = caller;
        this.plan = plan;
        this.command = command;
        this.now = now;
        this.stores = stores;
        this.told = told;
        this.id = MergeId.of(caller.ids().next());
        this.survivor = plan.facts().survivor();
    }

    /** @param points where the accounts of the plan are locked */
    Merge write(PointMerge points) {
        Set<CustomerId> redirected = redirect();
        fields();
        new ConsentMerge(caller.actor(), now, stores, told).merge(survivor.id(), others(), moves);
        notes();
        onAccount();
        plan.mainMember().ifPresent(main -> {
            new MemberWriter(caller, plan, now, stores, told).write(main, redirected, moves);
            new AccountWriter(plan, command, stores, told).write(main, points, moves);
        });
        Merge merge = new Merge(id, command, survivor.id(), caller.actor(), now, moves, null);
        stores.merges().add(merge);
        redirected.forEach(merged -> told.happened(new CustomerMerged(id, merged, survivor.id()), now));
        return merge;
    }

    /** The others, and whoever was merged into them before, so that nothing ever leads to a redirect (I20). */
    private Set<CustomerId> redirect() {
        Set<CustomerId> redirected = new LinkedHashSet<>();
        for (Customer other : plan.facts().others()) {
            List<Customer> earlier = stores.merges().redirectsTo(other.id());
            redirect(other, other.id(), redirected);
            earlier.forEach(customer -> redirect(customer, other.id(), redirected));
        }
        return redirected;
    }

    private void redirect(Customer customer, CustomerId from, Set<CustomerId> redirected) {
        stores.merges().redirect(customer.changed().build(), survivor.id());
        moves.add(new MergeMove(
                Kind.CUSTOMER,
                customer.id().value(),
                from.value(),
                survivor.id().value()));
        redirected.add(customer.id());
    }

    /** The survivor's version always moves on, so that of two merges at once one sees the other. */
    private void fields() {
        for (FieldMerge.Taken taken : plan.fields().taken()) {
            moves.add(new MergeMove(
                    Kind.FIELD, taken.field().name(), taken.from().value(), Integer.toString(taken.had())));
        }
        Customer merged = plan.fields().merged();
        CustomerStanding before = merged.standing();
        boolean hasLogin = plan.mainMember().filter(member -> member.isActive()).isPresent();
        CustomerStanding after =
                hasLogin ? before.after(StandingStep.REGISTER, true).orElse(before) : before;
        if (!after.equals(before)) {
            moves.add(new MergeMove(
                    Kind.FIELD,
                    CustomerField.STANDING.name(),
                    before.status().name(),
                    after.status().name()));
            told.happened(new CustomerStandingChanged(survivor.id(), before, after), now);
        }
        stores.customers().update(merged.toBuilder().standing(after).build());
        told.happened(new CustomerChanged(survivor.id(), merged.version()), now);
    }

    private List<CustomerId> others() {
        return plan.facts().others().stream().map(Customer::id).toList();
    }

    private void notes() {
        plan.facts().notes().forEach((customer, notes) -> {
            if (!notes.isEmpty()) {
                stores.notes().repoint(notes, survivor.id());
            }
            for (NoteId note : notes) {
                moves.add(new MergeMove(
                        Kind.NOTE, note.value(), customer.value(), survivor.id().value()));
            }
        });
    }

    private void onAccount() {
        OnAccountMerge balances = new OnAccountMerge("merge", id, caller.actor(), now, stores);
        CustomerAccount target = plan.facts().onAccount().get(survivor.id());
        for (Customer other : plan.facts().others()) {
            CustomerAccount source = plan.facts().onAccount().get(other.id());
            if (source != null && !source.balance().isZero()) {
                Money none = Money.zero(source.balance().getCurrencyUnit());
                CustomerAccount owing = target == null ? new CustomerAccount(survivor.id(), none, 0) : target;
                String number = Integer.toString(moves.size());
                target = balances.move(number, source.balance(), source, owing);
                moves.add(new MergeMove(
                        Kind.ON_ACCOUNT,
                        number,
                        other.id().value(),
                        survivor.id().value()));
            }
        }
    }
}

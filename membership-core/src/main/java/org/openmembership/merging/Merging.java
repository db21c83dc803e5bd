package org.openmembership.merging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.command.Caller;
import org.openmembership.customer.CustomerId;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.member.MemberId;
import org.openmembership.merge.Agreement;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeEvent.MergeAgreed;
import org.openmembership.merge.MergeId;
import org.openmembership.merging.MergeResult.KeyReused;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.merging.MergeResult.OutcomeUnknown;
import org.openmembership.merging.MergeResult.Refused;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.step.Facts;
import org.openmembership.step.PointMerge;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.OutcomeUnknownException;
import org.openmembership.storage.Stores;

/**
 * The door to making customers one (C34, R16). Thread-safe.
 *
 * <p>The one being viewed survives, with its own values, and gets what it lacks. Purchases and point entries stay where
 * they are; notes, cards, accounts, open points and what is owed go over, each recorded. Ids of the others lead to the
 * survivor for ever. If two members are among them, one of them stays, and both are told (S31).
 */
public final class Merging {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Merging(Caller caller) {
        this.caller = caller;
    }

    /**
     * Tells what a merge would do, and what stands in its way.
     *
     * @throws InvalidRequestException if there are no others, too many, or the survivor is among them
     */
    public MergePreview preview(MergeRequest request) {
        requireValid(request);
        Instant now = caller.now();
        return caller.snapshot(Permission.MERGE, Subject.NOBODY, stores -> {
            MergeFacts facts = MergeFacts.gather(request, caller.server(), stores);
            if (facts.customers().isEmpty()) {
                return new MergePreview(
                        request.survivor(),
                        List.of(),
                        new Blockers(facts, List.of(), List.of(), null).all(),
                        List.of(),
                        0);
            }
            Map<AccountId, AccountLedger> ledgers = Workbooks.open(facts.allAccounts(), now, stores);
            return Previewing.of(MergePlan.of(facts.with(ledgers), request.keepUser(), now), ledgers);
        });
    }

    /**
     * Makes customers one.
     *
     * <p>A repeat with the same key and content answers with the first merge; with other content it is {@code KeyReused}.
     * Customers who are one already are left as they are, whatever the key.
     *
     * @throws InvalidRequestException if there are no others, too many, or the survivor is among them
     */
    public MergeResult merge(MergeRequest request) {
        requireValid(request);
        Instant now = caller.now();
        try {
            return caller.change(
                    Permission.MERGE, Subject.NOBODY, (stores, facts) -> merge(request, now, stores, facts));
        } catch (OutcomeUnknownException unknown) {
            return new OutcomeUnknown(request.key());
        }
    }

    private MergeResult merge(MergeRequest request, Instant now, Stores stores, Facts told) {
        Fingerprint fingerprint = fingerprint(request);
        Optional<Merge> first = stores.merges().withKey(request.key());
        if (first.isPresent()) {
            Merge kept = first.get();
            return kept.command().fingerprint().equals(fingerprint)
                    ? new Merged(kept, true)
                    : new KeyReused(request.key(), kept.at());
        }
        PointMerge points = new PointMerge(caller.clubs(), caller.actor(), now, stores);
        MergeFacts facts = MergeFacts.lock(request, caller.server(), points, stores);
        if (facts.unknown().isEmpty() && facts.others().isEmpty()) {
            return again(request, stores);
        }
        if (facts.customers().isEmpty()) {
            return new Refused(new Blockers(facts, List.of(), List.of(), null).all());
        }
        MergePlan plan = MergePlan.of(facts, request.keepUser(), now);
        if (!plan.blockers().isEmpty()) {
            return new Refused(plan.blockers());
        }

        Merge.Command command = new Merge.Command(request.key(), fingerprint);
        return new Merged(new MergeWriter(caller, plan, command, now, stores, told).write(points), false);
    }

    /** They are one already: by the merge that made one of them a redirect. */
    private static MergeResult again(MergeRequest request, Stores stores) {
        return Stream.concat(request.others().stream(), Stream.of(request.survivor()))
                .flatMap(customer -> stores.merges().of(customer).stream())
                .findFirst()
                .map(merge -> new Merged(merge, true))
                .orElseThrow();
    }

    /**
     * Makes merged customers several again, as they were, while nothing that happened later contradicts it (R16).
     *
     * <p>A repeat changes nothing.
     */
    public UnmergeResult unmerge(MergeId merge) {
        Instant now = caller.now();
        return caller.change(
                Permission.UNMERGE,
                Subject.NOBODY,
                (stores, facts) -> new Unmerging(caller, now, stores, facts).undo(merge));
    }

    /** A merge with all that it moved; empty if there is none of that name. */
    public Optional<Merge> find(MergeId id) {
        return caller.read(
                Permission.MERGE, Subject.NOBODY, stores -> stores.merges().find(id));
    }

    /** The merge by which a customer became part of another; empty for who is a customer still. */
    public Optional<Merge> of(CustomerId merged) {
        return caller.read(
                Permission.MERGE, Subject.NOBODY, stores -> stores.merges().of(merged));
    }

    /** The merges that hold by which customers lead to a survivor, the latest first: those that can be undone begin there. */
    public List<Merge> into(CustomerId survivor) {
        return caller.read(
                Permission.MERGE, Subject.NOBODY, stores -> stores.merges().into(survivor));
    }

    /**
     * Keeps that a member agrees to be one with another, which merging two proven members asks of both (S31).
     *
     * <p>Members agree for themselves. The system may for one who said so elsewhere, such as on paper. A repeat changes
     * nothing.
     *
     * @return false if one of them is not there
     */
    public boolean agree(MemberId member, MemberId other) {
        if (member.equals(other)) {
            throw new InvalidRequestException(List.of(new Violation("other", "must be another member")));
        }
        Instant now = caller.now();
        return caller.change(Permission.AGREE_TO_MERGE, new Subject(member.value()), (stores, facts) -> {
            if (stores.members().standing(member).isEmpty()
                    || stores.members().standing(other).isEmpty()) {
                return false;
            }
            boolean kept = stores.merges().agreements(Set.of(member)).stream()
                    .anyMatch(agreement -> agreement.other().equals(other));
            if (!kept) {
                stores.merges().agree(new Agreement(member, other, now));
                facts.happened(new MergeAgreed(member, other), now);
            }
            return true;
        });
    }

    private static Fingerprint fingerprint(MergeRequest request) {
        String others = new TreeSet<>(request.others()).toString();
        return Fingerprint.of("merge;" + request.survivor() + ";" + others + ";" + request.keepUser());
    }

    private static void requireValid(MergeRequest request) {
        List<Violation> broken = new ArrayList<>();
        int count = request.others().size();
        if (count < 1 || count > MergeRequest.MAX_OTHERS) {
            broken.add(new Violation("others", "must be 1 to " + MergeRequest.MAX_OTHERS));
        }
        if (request.others().contains(request.survivor())) {
            broken.add(new Violation("others", "must not hold the survivor"));
        }
        if (!broken.isEmpty()) {
            throw new InvalidRequestException(broken);
        }
    }
}

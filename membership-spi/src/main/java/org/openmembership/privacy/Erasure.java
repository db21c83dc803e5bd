package org.openmembership.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.Topic;

/**
 * That somebody is to be forgotten, and what came of it; once done it is the receipt, and holds nothing personal (R17).
 *
 * @param id ours
 * @param person whom it was asked for, by the id of a member or customer
 * @param request who asked, why, and how it was made sure that they may
 * @param state where it stands
 * @param done what was done; null before
 * @param holders what the host's holders have answered; empty before
 * @param version counts the changes of this record, from 1
 */
public record Erasure(
        ErasureId id,
        Topic person,
        Request request,
        State state,
        @Nullable Done done,
        List<HolderAnswer> holders,
        int version) {
    public static final int FIRST_VERSION = 1;

    /** Where an erasure stands. */
    public enum State {
        /** Nothing has been done, and it can be withdrawn. */
        REQUESTED,
        /** It was taken back in time; nothing was done, nothing will be. */
        WITHDRAWN,
        /** Everything in our tables is gone for good. */
        ERASED
    }

    /**
     * @param at when it was asked for
     * @param notBefore when the waiting time is over, in which it can be withdrawn
     */
    public record Request(Actor by, ReasonCode reason, IdentityProof proof, Instant at, Instant notBefore) {}

    /**
     * @param records whose records are gone
     * @param accounts what became of their accounts, by id
     */
    public record Done(Actor by, Instant at, Person records, List<ErasedAccount> accounts) {
        public Done {
            accounts = List.copyOf(accounts);
        }
    }

    public Erasure {
        holders = List.copyOf(holders);
        if ((state == State.ERASED) != (done != null) || version < FIRST_VERSION) {
            throw new IllegalArgumentException("Erasure: " + state + " does not fit " + done + ", version " + version);
        }
    }

    public static Erasure requested(ErasureId id, Topic person, Request request) {
        return new Erasure(id, person, request, State.REQUESTED, null, List.of(), FIRST_VERSION);
    }

    public Erasure withdrawn() {
        return new Erasure(id, person, request, State.WITHDRAWN, null, List.of(), version + 1);
    }

    /** @param holders codes of those who are to be asked */
    public Erasure erased(Done what, List<String> holders) {
        List<HolderAnswer> open = holders.stream().map(HolderAnswer::open).toList();
        return new Erasure(id, person, request, State.ERASED, what, open, version + 1);
    }

    /** With the answers of some holders in place of what they had answered before. */
    public Erasure answered(List<HolderAnswer> answers) {
        List<HolderAnswer> all = new ArrayList<>(holders);
        answers.forEach(answer -> all.replaceAll(before -> before.holder().equals(answer.holder()) ? answer : before));
        return new Erasure(id, person, request, state, done, all, version + 1);
    }

    /** Whether nothing remains to be done: everything is erased, by all holders too. */
    public boolean isComplete() {
        return state == State.ERASED && holders.stream().allMatch(HolderAnswer::isDone);
    }
}

package org.openmembership.journals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.journal.DocumentCode;
import org.openmembership.journal.Journal;
import org.openmembership.journal.JournalId;
import org.openmembership.journals.JournalResult.OutcomeUnknown;
import org.openmembership.journals.JournalResult.Posted;
import org.openmembership.journals.JournalResult.Refused;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.step.Allowance;
import org.openmembership.step.Facts;
import org.openmembership.storage.OutcomeUnknownException;
import org.openmembership.storage.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door to point journals and opening balances (B44-B46). Thread-safe. */
public final class Journals {
    /** How many lines a journal has at most, so that a unit of work stays short. */
    public static final int MAX_LINES = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);

    private final Caller caller;
    private final Function<Actor, Allowance> allowances;

    /**
     * Made by the facade alone, which is why its parameter is not exported.
     *
     * @param allowances what an actor may add and take without anybody else
     */
    @SuppressWarnings("exports")
    public Journals(Caller caller, Function<Actor, Allowance> allowances) {
        this.caller = caller;
        this.allowances = allowances;
    }

    /**
     * Posts all lines of a journal, or none.
     *
     * <p>Every line is looked at before anything is written, and all that is wrong is reported together. Lines take effect
     * in their order: what a line adds can be taken by a later one. Added points repay a debt first; nothing is taken that is
     * not available. A blocked account can be posted to (R54). Points whose last day is over are posted, and written off in
     * the same unit of work. Journals of a club are numbered without gaps; two that are posted at once wait for each other
     * only to be numbered, or where they share accounts.
     *
     * <p>What an actor may adjust alone holds here too: at once for each account, and in a day for all that is added and taken by
     * adjustments and journals together (S17). Transfers between accounts do not count.
     *
     * <p>A repeat with the same key and content gives the first answer again; with other content it is {@code KeyReused}. A
     * refused journal keeps its key.
     */
    public JournalResult post(JournalRequest request) {
        if (request.lines().isEmpty()) {
            return new Refused(List.of(LineViolation.ofWhole(JournalRefusal.NO_LINES)));
        }
        if (request.lines().size() > MAX_LINES) {
            return new Refused(List.of(LineViolation.ofWhole(JournalRefusal.TOO_MANY_LINES)));
        }
        Instant now = caller.now();
        Allowance allowance = allowances.apply(caller.actor());
        return change(
                request.key(), (stores, facts) -> new PostJournal(request, caller, allowance, now).run(stores, facts));
    }

    /**
     * Undoes a whole journal, once: the last line first, each by a {@code REVERSAL} that names its entry, all in one unit of
     * work and under a number of its own.
     *
     * <p>A line is undone as {@code Reversal} would: taken points go back to their lots, given ones are taken back, and what
     * is spent of them is owed, let go, or refuses the whole by the club's policy (R26). A line that was undone by itself is
     * left alone. Points that were transferred and have expired or would be let go where they arrived cannot go back. A
     * repeat gives the first answer again.
     */
    public JournalResult reverse(JournalReversal request) {
        Instant now = caller.now();
        return change(request.key(), (stores, facts) -> new ReverseJournal(request, caller, now).run(stores, facts));
    }

    private JournalResult change(ExternalKey key, BiFunction<Stores, Facts, JournalResult> work) {
        try {
            return caller.change(work);
        } catch (OutcomeUnknownException unknown) {
            LOG.warn("journal {}: outcome unknown", key, unknown);
            return new OutcomeUnknown(key);
        }
    }

    /** What was posted under a key; empty only if it surely was not done (I29). */
    public Optional<Posted> lookup(ClubId club, ExternalKey key) {
        caller.read(Permission.POST_JOURNAL, Subject.NOBODY, stores -> club);
        caller.settle(Operation.JOURNAL, key);
        return caller.read(
                Permission.POST_JOURNAL,
                Subject.NOBODY,
                stores -> stores.journals()
                        .postedBy(new CommandKey(Operation.JOURNAL, club, key))
                        .map(journal -> new Posted(journal, stores.journals().entries(journal.id()), true)));
    }

    public Optional<Journal> find(JournalId id) {
        return caller.read(
                Permission.READ_JOURNALS,
                Subject.NOBODY,
                stores -> stores.journals().find(id));
    }

    /** The journals of a club, the latest first. */
    public Page<Journal> of(ClubId club, Page.Request page) {
        return caller.read(
                Permission.READ_JOURNALS,
                Subject.NOBODY,
                stores -> stores.journals().of(club, page));
    }

    /**
     * The journals of a club with one number of yours, the latest first: a paper that was too long for one journal, or all opening
     * balances of a file. Those that undo them are not among them.
     */
    public Page<Journal> withDocument(ClubId club, DocumentCode document, Page.Request page) {
        return caller.read(
                Permission.READ_JOURNALS,
                Subject.NOBODY,
                stores -> stores.journals().withDocument(club, document, page));
    }

    /** What a journal posted, in the order of its lines; empty for an unknown one. */
    public List<PointEntry> entries(JournalId id) {
        return caller.read(
                Permission.READ_JOURNALS,
                Subject.NOBODY,
                stores -> stores.journals().entries(id));
    }
}

package org.openmembership.step;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.idempotency.RecordedCommand.Effect;
import org.openmembership.journal.Journal;
import org.openmembership.journal.JournalId;
import org.openmembership.journal.JournalType;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.storage.Stores;

/**
 * Numbers what was decided, and keeps it as a journal (B45).
 *
 * @param command under which the journal is found
 * @param type what its lines are
 * @param heading the rest of what is said of it
 */
public record JournalKeeping(CommandKey command, JournalType type, Journal.Heading heading) {
    private static final String POSTED = "POSTED";
    private static final String NUMBER = "number";

    /** The number of the journal that a command belongs to. */
    public static long number(RecordedCommand command) {
        return command.answer().figure(NUMBER);
    }

    /**
     * Keeps postings, which hold an entry each, with their commands. The number is asked for last: from then on, all other
     * journals of the club wait.
     *
     * @param commands with the answer that they are given, which leads to the journal
     */
    public Journal keep(
            List<Posting> postings,
            Function<Answer, List<RecordedCommand>> commands,
            Instant now,
            Stores stores,
            Facts facts) {
        long number = stores.journals().lockLastNumber(command.club()) + 1;
        Journal journal = new Journal(
                new JournalId(command.club(), number),
                type,
                command,
                heading,
                now,
                postings.stream().map(JournalKeeping::effect).toList());

        stores.commands().addAll(commands.apply(Answer.of(POSTED, Map.of(NUMBER, number))));
        stores.ledger().append(postings, List.of());
        stores.journals().add(journal);
        facts.posted(postings);
        return journal;
    }

    private static Effect effect(Posting posting) {
        List<PointEntry> entries = posting.entries();
        return new Effect(
                posting.account().id(),
                entries.get(0).id().seq(),
                entries.get(entries.size() - 1).id().seq());
    }
}

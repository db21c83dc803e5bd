package org.openmembership.journals;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.journal.DocumentCode;
import org.openmembership.journal.JournalType;
import org.openmembership.shared.ExternalKey;

/**
 * A journal to post.
 *
 * @param club of all its accounts
 * @param type what its lines are
 * @param lines 1 to {@link Journals#MAX_LINES}; they are numbered from 1 and take effect in this order
 * @param document the host's own number, null where it has none
 * @param key the caller's name for this attempt
 */
public record JournalRequest(
        ClubId club,
        JournalType type,
        List<JournalLine> lines,
        @Nullable DocumentCode document,
        ExternalKey key) {
    public JournalRequest {
        lines = List.copyOf(lines);
    }

    /** Points added and taken by hand. */
    public static JournalRequest normal(ClubId club, List<JournalLine> lines, ExternalKey key) {
        return new JournalRequest(club, JournalType.NORMAL, lines, null, key);
    }

    /** Balances brought along from another system. */
    public static JournalRequest opening(ClubId club, List<JournalLine> lines, ExternalKey key) {
        return new JournalRequest(club, JournalType.OPENING, lines, null, key);
    }

    /** Points moved between accounts of a club (B46). */
    public static JournalRequest transfer(ClubId club, List<JournalLine> lines, ExternalKey key) {
        return new JournalRequest(club, JournalType.TRANSFER, lines, null, key);
    }

    /** The same journal under a number of the host's. */
    public JournalRequest numbered(DocumentCode number) {
        return new JournalRequest(club, type, lines, number, key);
    }

    SortedSet<AccountId> accounts() {
        SortedSet<AccountId> accounts = new TreeSet<>();
        for (JournalLine line : lines) {
            accounts.add(line.account());
            if (line.to() != null) {
                accounts.add(line.to());
            }
        }
        return accounts;
    }

    Fingerprint fingerprint() {
        StringBuilder content = new StringBuilder("journal;" + type + ";" + document);
        lines.forEach(line -> content.append(';').append(line.content()));
        return Fingerprint.of(content.toString());
    }
}

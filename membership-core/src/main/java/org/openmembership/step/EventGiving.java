package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.RuleAccount;
import org.openmembership.club.SchemeId;
import org.openmembership.document.ExplanationDocuments;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.Explanation.Gift;
import org.openmembership.ledger.KeptExplanation;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointCount;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.rules.Earner;
import org.openmembership.rules.EventEarning;
import org.openmembership.shared.ReasonCode;
import org.openmembership.storage.Stores;

/**
 * Adds what events give to workbooks of one unit of work (D24, D25), and hands out what is to be kept beside. Writes nothing.
 * Not thread-safe.
 */
public final class EventGiving {
    private final Counts counts;
    private final List<KeptExplanation> explanations = new ArrayList<>();

    public EventGiving(Stores stores) {
        this.counts = new Counts(stores);
    }

    /**
     * Something that happened.
     *
     * @param day on which, in the club's zone: rules stand, and caps count, by it
     * @param key of the command that its entries belong to
     * @param member whose it is, null where it is the account's as a whole
     * @param held the scheme that the account must still hold then, null for whatever it holds
     */
    public record Event(
            ReasonCode code,
            LocalDate day,
            CommandKey key,
            @Nullable MemberId member,
            @Nullable SchemeId held) {
        /** An event that needs no scheme. */
        public Event(ReasonCode code, LocalDate day, CommandKey key, @Nullable MemberId member) {
            this(code, day, key, member, null);
        }
    }

    /**
     * What an event gave.
     *
     * @param entries one for each rule that gave points; they can be used at once
     */
    public record Given(List<PointEntry> entries, Explanation explanation) {
        public Given {
            entries = List.copyOf(entries);
        }
    }

    /** Reads in one question what giving to these accounts is going to ask. */
    void expect(Set<AccountId> accounts, ReasonCode event, LocalDate day, PublishedClub club) {
        counts.read(accounts, club.rules().spans(event, day));
    }

    /** Gives an account what the club has for an event, by our clock. */
    public Given give(AccountLedger ledger, Event event, PublishedClub club) {
        AccountId account = ledger.account().id();
        List<PointCount.Span> spans = club.rules().spans(event.code(), event.day());
        Earner earner = new Earner(RuleAccount.of(account.value()), scheme(ledger, club), counts.of(account, spans));
        EventEarning earning = club.rules().earning(event.code(), earner, event.day());
        Explanation why = club.rules().explanation(earning, earner.scheme());
        List<PointEntry> entries = new ArrayList<>();
        for (Gift gift : earning.given()) {
            entries.add(give(ledger, gift, cause(ledger, gift, event, entries.size() + 1, club), club));
        }
        counts.add(account, earning.used());
        if (!entries.isEmpty()) {
            explanations.add(new KeptExplanation(entries.get(0).id(), ExplanationDocuments.write(why)));
        }
        return new Given(entries, why);
    }

    private static SchemeId scheme(AccountLedger ledger, PublishedClub club) {
        return ledger.account().schemeIn(club.club(), ledger.at());
    }

    private static PointEntry give(AccountLedger ledger, Gift gift, PointEntry.Cause cause, PublishedClub club) {
        Instant at = ledger.at();
        return ledger.earn(
                cause, gift.points(), new Lot.Life(at, at, club.club().lapsesAt(at)));
    }

    private static PointEntry.Cause cause(AccountLedger ledger, Gift gift, Event event, int part, PublishedClub club) {
        return new PointEntry.Cause(
                EntryKind.POSITIVE_ADJUSTMENT,
                gift.kind(),
                new PointEntry.Times(ledger.at(), ledger.at()),
                new PointEntry.Basis(
                        scheme(ledger, club),
                        club.version(),
                        club.club().points().value().perPoint()),
                new PointEntry.Origin(
                        event.key(), part, null, event.code(), new PointEntry.Scene(event.member(), null, null, null)));
    }

    /** The counts of capped spans, as they are with all that was given. */
    public List<PointCount> counts() {
        return counts.grown();
    }

    public List<KeptExplanation> explanations() {
        return List.copyOf(explanations);
    }
}

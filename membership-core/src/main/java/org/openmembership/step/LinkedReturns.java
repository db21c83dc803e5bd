package org.openmembership.step;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.rules.ReturnShare;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * The lines of a sale that give back lines of earlier sales, with what those earned and what those sales were paid with in
 * points (R39).
 *
 * <p>Points are taken back from the account they went to, and given back to the account they came from, whoever brings the
 * goods back; from, and to, the one that has what that account had, since a merge (R16).
 *
 * @param unknown original lines that are not kept: the sale cannot be decided yet
 * @param waiting what comes back of sales that are not posted yet
 * @param parts what comes back of each line that earned
 * @param gifts what was given for first purchases of which lines come back
 * @param spent points that go back to whoever paid with them
 * @param paidBack what comes back in money
 * @param refund what of that becomes points, null where nothing does (B50)
 */
public record LinkedReturns(
        List<OriginalLine> unknown,
        List<Waiting> waiting,
        List<Part> parts,
        List<GivenFirst> gifts,
        List<Spent> spent,
        PaidBack paidBack,
        @Nullable Refund refund) {
    public static final LinkedReturns NONE =
            new LinkedReturns(List.of(), List.of(), List.of(), List.of(), List.of(), PaidBack.NOTHING, null);

    public LinkedReturns {
        unknown = List.copyOf(unknown);
        waiting = List.copyOf(waiting);
        parts = List.copyOf(parts);
        gifts = List.copyOf(gifts);
        spent = List.copyOf(spent);
    }

    /**
     * What is due of one original line, as one account and kind of points earned by it.
     *
     * @param account that it is taken from
     * @param entry by which the line earned
     * @param earned what the line earned
     * @param share of it that is due, given {@code value}; null where the sale was worked out anew
     * @param value what comes back now, in the measure of the share
     * @param anew what is due by what is left of the sale, zero where its share is
     */
    public record Part(
            AccountId account,
            PointEntry entry,
            EarnedLine earned,
            @Nullable ReturnShare share,
            BigDecimal value,
            Points anew) {
        Points due(Points precision) {
            return share == null ? anew : share.due(value, precision);
        }
    }

    /**
     * A sale that is not posted on an account yet and of which lines come back: it is posted first (A59).
     *
     * @param before what has come back of it before
     * @param now what comes back of it now
     */
    public record Waiting(AccountId account, Purchase sale, List<ReturnedLine> before, List<ReturnedLine> now) {
        public Waiting {
            before = List.copyOf(before);
            now = List.copyOf(now);
        }

        SaleTrial without() {
            return new SaleTrial(sale, before);
        }

        SaleTrial with() {
            return new SaleTrial(
                    sale, Stream.concat(before.stream(), now.stream()).toList());
        }
    }

    /**
     * Points that were given for a first purchase (D24).
     *
     * @param account that they are taken from
     * @param left what is left of what was earned with them, before this return
     */
    public record GivenFirst(AccountId account, FirstGift gift, Points left) {}

    /** Points of a redemption that go back. */
    public record Spent(AccountId account, SpentPoints points) {}

    public static boolean has(Purchase purchase) {
        return purchase.lines().stream().anyMatch(line -> line.returnOf() != null);
    }

    /**
     * Gathers what is known of the originals.
     *
     * @param undecided kept returns that have taken nothing back yet
     */
    public static LinkedReturns gather(
            Purchase purchase, Set<ExternalKey> undecided, PublishedClubs clubs, Stores stores) {
        return has(purchase) ? ReturnGathering.of(purchase, undecided, clubs, stores) : NONE;
    }

    public Set<AccountId> accounts() {
        Set<AccountId> accounts = new TreeSet<>();
        parts.forEach(part -> accounts.add(part.account()));
        waiting.forEach(sale -> accounts.add(sale.account()));
        spent.forEach(back -> accounts.add(back.account()));
        return accounts;
    }

    /** The same with a refund that was decided. */
    public LinkedReturns with(@Nullable Refund decided) {
        return new LinkedReturns(unknown, waiting, parts, gifts, spent, paidBack, decided);
    }

    /** A receipt as it earns on the account that {@link #of} was asked for. */
    Purchase counting(Purchase purchase, PublishedClub club) {
        return refund == null ? purchase : refund.asMoney(purchase, club.club());
    }

    /** What concerns one account. */
    LinkedReturns of(AccountId account) {
        return new LinkedReturns(
                List.of(),
                waiting.stream().filter(sale -> sale.account().equals(account)).toList(),
                parts.stream().filter(part -> part.account().equals(account)).toList(),
                gifts.stream().filter(gift -> gift.account().equals(account)).toList(),
                spent.stream().filter(back -> back.account().equals(account)).toList(),
                paidBack,
                refund != null && refund.account().equals(account) ? refund : null);
    }
}

package org.openmembership.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentResult;
import org.openmembership.extension.ExtensionResult;
import org.openmembership.holding.CaptureResult;
import org.openmembership.holding.HoldResult;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.reference.Outcome;
import org.openmembership.reversal.ReversalResult;
import org.openmembership.sale.ClubPoints;
import org.openmembership.sale.SaleResult;
import org.openmembership.testing.Shop;
import org.openmembership.transfer.TransferResult;

/** The library's answers in the words of the model. */
final class Told {
    private static final String REFUND = "REFUND_";

    /** Nothing is kept under the key of such an answer: another delivery may end otherwise. */
    private static final Set<String> PASSING = Set.of(
            "UNKNOWN_ACCOUNT",
            "UNKNOWN_ENTRY",
            "UNKNOWN_HOLD",
            "UNKNOWN_LOT",
            "UNKNOWN_ORIGINAL",
            "OTHER_ACCOUNT",
            "OUT_OF_TIME",
            "RATE_MISSING",
            "POINTS_SPENT");

    private Told() {}

    /** Whether an answer is kept under its key. */
    static boolean stands(Outcome outcome) {
        return !PASSING.contains(outcome.name()) && !outcome.name().startsWith(REFUND);
    }

    static Outcome of(RedemptionResult result) {
        if (result instanceof RedemptionResult.Redeemed done) {
            return done(List.of(done.entry()), done.available().hundredths(), done.repeated());
        }
        if (result instanceof RedemptionResult.Refused refused) {
            return refused(refused.why().reason(), refused.why().available().hundredths(), refused.repeated());
        }
        return reused(result);
    }

    static Outcome of(AdjustmentResult result) {
        if (result instanceof AdjustmentResult.Adjusted done) {
            return done(List.of(done.entry()), done.available().hundredths(), done.repeated());
        }
        if (result instanceof AdjustmentResult.Refused refused) {
            return refused(refused.reason(), refused.available().hundredths(), refused.repeated());
        }
        return reused(result);
    }

    static Outcome of(HoldResult result) {
        if (result instanceof HoldResult.Held done) {
            return done(List.of(), done.available().hundredths(), done.repeated());
        }
        if (result instanceof HoldResult.Released done) {
            return done(List.of(), done.available().hundredths(), done.repeated());
        }
        if (result instanceof HoldResult.Refused refused) {
            return refused(refused.reason(), refused.available().hundredths(), refused.repeated());
        }
        return reused(result);
    }

    static Outcome of(CaptureResult result) {
        if (result instanceof CaptureResult.Captured done) {
            return done(List.of(done.entry()), done.available().hundredths(), done.repeated());
        }
        if (result instanceof CaptureResult.Refused refused) {
            return refused(refused.reason(), refused.available().hundredths(), refused.repeated());
        }
        return reused(result);
    }

    static Outcome of(ExtensionResult result) {
        if (result instanceof ExtensionResult.Extended done) {
            return done(done.entries(), done.available().hundredths(), done.repeated());
        }
        if (result instanceof ExtensionResult.Refused refused) {
            return refused(refused.reason(), 0, refused.repeated());
        }
        return reused(result);
    }

    static Outcome of(ReversalResult result) {
        if (result instanceof ReversalResult.Reversed done) {
            return done(done.entries(), done.available().hundredths(), done.repeated());
        }
        if (result instanceof ReversalResult.Refused refused) {
            return refused(refused.reason(), 0, refused.repeated());
        }
        return reused(result);
    }

    static Outcome of(TransferResult result) {
        if (result instanceof TransferResult.Transferred done) {
            return done(List.of(done.from(), done.to()), 0, done.repeated());
        }
        if (result instanceof TransferResult.Refused refused) {
            return refused(refused.reason(), refused.available().hundredths(), refused.repeated());
        }
        return reused(result);
    }

    static Outcome of(SaleResult result) {
        if (result instanceof SaleResult.Recorded recorded) {
            List<PointEntry> entries = new ArrayList<>();
            long available = 0;
            for (ClubPoints club : recorded.clubs()) {
                entries.addAll(club.entries());
                available += club.available().hundredths();
            }
            String names =
                    recorded.clubs().stream().map(club -> club.outcome().name()).collect(Collectors.joining("+"));
            return new Outcome(names, ids(entries), available, recorded.repeated());
        }
        long available = result instanceof SaleResult.PointsSpent spent
                ? spent.available().hundredths()
                : 0;
        if (result instanceof SaleResult.RefundRefused refused) {
            return new Outcome(REFUND + refused.reason(), List.of(), 0, false);
        }
        String words = result.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return new Outcome(words.toUpperCase(Locale.ROOT), List.of(), available, false);
    }

    private static Outcome done(List<PointEntry> entries, long available, boolean repeated) {
        return new Outcome("DONE", ids(entries), available, repeated);
    }

    private static List<String> ids(List<PointEntry> entries) {
        return entries.stream().map(entry -> entry.id().toString()).toList();
    }

    private static Outcome refused(Enum<?> reason, long available, boolean repeated) {
        return new Outcome(reason.name(), List.of(), available, repeated);
    }

    private static Outcome reused(Object result) {
        if (!result.getClass().getSimpleName().equals("KeyReused")) {
            throw new AssertionError("a storage without faults answered " + result);
        }
        return new Outcome("KEY_REUSED", List.of(), 0, false);
    }

    /** All that can be seen of an account. */
    static List<String> view(Shop shop, AccountId account) {
        Balance balance = shop.balance(account);
        List<String> lines = new ArrayList<>();
        lines.add("balance " + balance.booked().hundredths() + " "
                + balance.available().hundredths() + " " + balance.debt().hundredths());
        shop.lots(account).forEach(lot -> lines.add(line(lot)));
        shop.membership()
                .holding()
                .inForce(account)
                .forEach(hold -> lines.add("hold " + hold.id().key() + " "
                        + hold.points().hundredths() + " " + hold.life().expiresAt()));
        shop.history(account).forEach(entry -> lines.add(line(entry)));
        return lines;
    }

    private static String line(Lot lot) {
        return String.join(
                " ",
                "lot",
                lot.id().toString(),
                lot.remaining().hundredths() + "/" + lot.granted().hundredths(),
                "" + lot.life().earnedAt(),
                "" + lot.life().availableFrom(),
                "" + lot.life().lapsesAt(),
                "" + lot.life().endsAt());
    }

    private static String line(PointEntry entry) {
        return String.join(
                " ",
                entry.id().toString(),
                entry.kind().name(),
                "" + entry.points().hundredths(),
                "" + entry.balanceAfter().hundredths(),
                "" + entry.occurredAt(),
                "" + entry.recordedAt(),
                entry.related().map(Object::toString).orElse("null"));
    }
}

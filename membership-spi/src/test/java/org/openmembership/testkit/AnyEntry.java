package org.openmembership.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Actor;

/** Commands, and causes and lives of points, that do not matter. */
public final class AnyEntry {
    private AnyEntry() {}

    public static CommandKey anyCommandKey(Operation operation, ClubId club) {
        return new CommandKey(operation, club, AnyPurchase.anyReceipt());
    }

    /** A command that wrote no entries, as a refused one. */
    public static RecordedCommand anyCommand(CommandKey key, AccountId account) {
        return anyCommand(key, RecordedCommand.Effect.none(account));
    }

    public static RecordedCommand anyCommand(CommandKey key, RecordedCommand.Effect effect) {
        return new RecordedCommand(
                key,
                Fingerprint.of(key.toString()),
                effect,
                Answer.of("DONE", Map.of("available", 1_250L, "below", -7L)),
                new RecordedCommand.Origin(Actor.till("till-7"), Any.minute(2)));
    }

    /** The cause of an award entry of a command that writes only this one. */
    public static PointEntry.Cause anyCause(EntryKind kind, MemberAccount account, CommandKey command, Instant at) {
        return anyCause(kind, account, at, new PointEntry.Origin(command, 1, null, null, PointEntry.Scene.UNKNOWN));
    }

    public static PointEntry.Cause anyCause(
            EntryKind kind, MemberAccount account, Instant at, PointEntry.Origin origin) {
        BigMoney valuePerPoint = BigMoney.of(CurrencyUnit.EUR, new BigDecimal("0.01"));
        return new PointEntry.Cause(
                kind,
                PointKind.AWARD,
                new PointEntry.Times(at, account.head().recordedAt(at)),
                new PointEntry.Basis(account.scheme(), 1, valuePerPoint),
                origin);
    }

    /** A life that began at {@code earnedAt} and never ends. */
    public static Lot.Life forEver(Instant earnedAt) {
        return new Lot.Life(earnedAt, earnedAt, ExpiryRule.FOREVER);
    }

    public static Lot.Life life(Instant earnedAt, Instant lapsesAt) {
        return new Lot.Life(earnedAt, earnedAt, lapsesAt);
    }
}

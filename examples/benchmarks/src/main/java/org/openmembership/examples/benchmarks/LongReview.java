package org.openmembership.examples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointValue;
import org.openmembership.club.Scheme;
import org.openmembership.importing.ImportKind;
import org.openmembership.jdbc.JdbcSchema;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.review.ReviewOptions;
import org.openmembership.review.ReviewResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.storage.Storage;

/**
 * Reviews a hundred thousand accounts of a club twice, and prints how fast and in how much memory: on the first day half of them
 * move, on the second none does.
 *
 * <p>{@code LongReview [jdbc:postgresql://... | jdbc:sqlite:...] [accounts]}; without an address a new SQLite file. Memory is what
 * is reachable.
 */
public final class LongReview {
    static final int MANY = 100_000;
    private static final int STEP = 20_000;
    private static final int BATCH = 500;

    /** A hundred award points in a year enter silver. */
    static final Club CLUB = Club.builder(ClubId.of("import"))
            .name("Review")
            .in(CurrencyUnit.EUR, ZoneId.of("UTC"))
            .pointValue(PointValue.of(CurrencyUnit.EUR, "0.01"))
            .schemes(
                    Scheme.byHand("standard", "Standard", 1),
                    Scheme.from("silver", "Silver", 2, "100", "60"),
                    Scheme.from("gold", "Gold", 3, "500", "300"))
            .build();

    private LongReview() {}

    public static void main(String[] arguments) throws Exception {
        int accounts = LongRun.many(arguments, MANY);
        try (HikariDataSource dataSource = LongRun.open(arguments, "review")) {
            fill(dataSource, accounts);
            for (int day = 1; day <= 2; day++) {
                System.out.printf("%12s %12s %12s%n", "day " + day, "accounts/s", "MB reachable");
                System.out.println(review(dataSource, day, new LongRun(STEP)::done));
            }
        }
    }

    /** Members with an account each, every other one of which has earned enough for the next scheme. */
    static void fill(DataSource dataSource, int accounts) throws IOException {
        JdbcSchema.of(dataSource).apply();
        Membership membership = membership(dataSource, 0);
        membership.clubs().publish(CLUB);
        LongImport.take(membership, ImportKind.MEMBERS, accounts, report -> {});
        Storage storage = JdbcStorage.over(dataSource);
        @Nullable AccountId last = null;
        List<AccountId> page;
        int number = 0;
        do {
            @Nullable AccountId after = last;
            page = storage.read(stores -> stores.accounts().ofClub(CLUB.id(), after, BATCH).stream()
                    .map(MemberAccount::id)
                    .toList());
            for (AccountId account : page) {
                last = account;
                if (number++ % 2 == 0) {
                    award(membership, account, number);
                }
            }
        } while (!page.isEmpty());
    }

    private static void award(Membership membership, AccountId account, int number) {
        ExternalKey key = ExternalKey.of("old-pos", "a" + number);
        membership
                .adjustment()
                .adjust(new AdjustmentRequest(account, Points.of(120), PointKind.AWARD, ReasonCode.of("opening"), key));
    }

    static ReviewResult review(DataSource dataSource, int day, LongConsumer progress) {
        return membership(dataSource, day).review().run(CLUB.id(), ReviewOptions.ALL, progress::accept);
    }

    private static Membership membership(DataSource dataSource, int day) {
        Instant now = Fixed.NOW.plus(Duration.ofDays(day));
        return Membership.on(JdbcStorage.over(dataSource)).clock(() -> now).open();
    }
}

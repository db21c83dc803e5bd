package org.openmembership.examples.joined;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.Scheme;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.jdbc.JdbcSchema;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ExternalKey;

/** Sells twice in the host's own transaction: once it is committed, once it is rolled back. */
public final class JoinedTransaction {
    private static final ClubId CLUB = ClubId.of("coffee");

    private final TillDatabase till;
    private final JdbcStorage storage;
    private final Membership membership;

    private JoinedTransaction(DataSource dataSource) {
        this.till = new TillDatabase(dataSource);
        this.storage = JdbcStorage.over(dataSource);
        this.membership = Membership.on(storage)
                .registration(RegistrationPolicy.DEFAULT.with(RegistrationPolicy.Verification.LINK_UNVERIFIED))
                .open();
    }

    public static void main(String[] arguments) throws Exception {
        Path file = Files.createTempDirectory("joined-transaction").resolve("shop.db");
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl("jdbc:sqlite:" + file + "?journal_mode=WAL");
            System.out.println(run(dataSource));
        }
    }

    /**
     * What both outcomes left behind.
     *
     * @param receipts the host's own rows
     * @param points of the member
     */
    record Told(long receipts, String points, boolean secondTryWasTheFirst) {}

    static Told run(DataSource dataSource) throws SQLException {
        JdbcSchema.of(dataSource).apply();
        return new JoinedTransaction(dataSource).sellTwice();
    }

    private Told sellTwice() throws SQLException {

        till.createTables();
        MemberId member = member();
        AccountId account = account(member);

        till.inTransaction(connection -> {
            TillDatabase.insertReceipt(connection, "4411", 1_290);
            membership.within(storage.joining(connection)).sales().record(purchase("4411", "12.90", member));
        });
        try {
            till.inTransaction(connection -> {
                TillDatabase.insertReceipt(connection, "4412", 500);
                membership.within(storage.joining(connection)).sales().record(purchase("4412", "5.00", member));
                throw new SQLException("the printer is out of paper: roll back");
            });
        } catch (SQLException rolledBack) {
            System.out.println("rolled back: " + rolledBack.getMessage());
        }

        // the key of the sale that was rolled back is free: selling it now is the first time
        SaleResult again = membership.sales().record(purchase("4412", "5.00", member));
        boolean first = again instanceof SaleResult.Recorded recorded && !recorded.repeated();
        String points =
                membership.statements().balance(account).orElseThrow().booked().toString();
        return new Told(till.receipts(), points, first);
    }

    private MemberId member() {
        membership
                .clubs()
                .publish(Club.builder(CLUB)
                        .name("Coffee Club")
                        .in(CurrencyUnit.EUR, ZoneId.of("Europe/Berlin"))
                        .schemes(Scheme.byHand("standard", "Standard", 1))
                        .rules(PointRule.everything("base", PointRate.amount("10", "1")))
                        .build());
        RegistrationResult registered = membership
                .registration()
                .register(Registrant.builder()
                        .name("Ada", "Byron")
                        .email("ada@example.org")
                        .acceptTerms("terms-2026-03")
                        .build());
        return ((RegistrationResult.Registered) registered).member();
    }

    private AccountId account(MemberId member) {
        EnrolmentResult enrolled = membership.enrolment().enrol(member, CLUB);
        return ((EnrolmentResult.Enrolled) enrolled).account().id();
    }

    private static Purchase purchase(String receipt, String amount, MemberId member) {
        PurchaseLine line = new PurchaseLine(
                1,
                Article.of("espresso-beans"),
                BigDecimal.ONE,
                PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount))),
                null);
        return new Purchase(
                ExternalKey.of("till-7", receipt),
                Instant.now(),
                Purchase.Place.of("berlin-mitte", "POS"),
                Buyer.member(member),
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
    }
}

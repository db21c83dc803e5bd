package org.openmembership.examples.quickstart;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.PointValue;
import org.openmembership.club.Scheme;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.jdbc.JdbcSchema;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.registration.VerificationResult;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.user.Message;

/** From an empty database to the first redemption. */
public final class Quickstart {
    private Quickstart() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Files.createTempDirectory("quickstart").resolve("shop.db");
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl("jdbc:sqlite:" + file + "?journal_mode=WAL");
            System.out.println(run(dataSource));
        }
    }

    static String run(DataSource dataSource) {
        // readme: open
        JdbcSchema.of(dataSource).apply();
        LinkedBlockingQueue<Message> outbox = new LinkedBlockingQueue<>(); // stands for your mail server
        Membership membership = Membership.on(JdbcStorage.over(dataSource))
                .notifier(outbox::add)
                .open();

        Club coffee = Club.builder(ClubId.of("coffee"))
                .name("Coffee Club")
                .in(CurrencyUnit.EUR, ZoneId.of("Europe/Berlin"))
                .pointValue(PointValue.of(CurrencyUnit.EUR, "0.01"))
                .expiry(ExpiryRule.after(Period.ofYears(1)))
                .schemes(Scheme.byHand("standard", "Standard", 1), Scheme.from("gold", "Gold", 2, "1000", "800"))
                .rules(PointRule.everything("base", PointRate.amount("10", "1"))) // ten points for each euro
                .build();
        membership.clubs().publish(coffee);
        // readme: end

        // readme: register
        Membership till = membership.as(Actor.till("till-7"));
        RegistrationResult registration = till.registration()
                .register(Registrant.builder()
                        .name("Ada", "Byron")
                        .email("ada@example.org")
                        .acceptTerms("terms-2026-03")
                        .build());
        Message message = outbox.remove(); // a code and a token went to ada@example.org; she types the code
        VerificationResult verified = till.registration()
                .verify(
                        message.registration(),
                        Objects.requireNonNull(message.proof()).code().value());
        MemberId ada = ((VerificationResult.Verified) verified).member();
        EnrolmentResult enrolled = till.enrolment().enrol(ada, ClubId.of("coffee"));
        AccountId account = ((EnrolmentResult.Enrolled) enrolled).account().id();
        // readme: end

        // readme: sell
        Purchase purchase = new Purchase(
                ExternalKey.of("till-7", "receipt-4411"),
                Instant.now(),
                Purchase.Place.of("berlin-mitte", "POS"),
                Buyer.member(ada),
                new Purchase.Content(
                        CurrencyUnit.EUR,
                        List.of(new PurchaseLine(
                                1,
                                Article.of("espresso-beans"),
                                BigDecimal.ONE,
                                PurchaseLine.Price.of(BigMoney.parse("EUR 12.90")),
                                null)),
                        List.of()));
        SaleResult sold = till.sales().record(purchase); // 129 points; safe to repeat
        RedemptionResult paid =
                till.redemption().redeem(account, Points.of(100), ExternalKey.of("till-7", "receipt-4412"));
        // readme: end

        return String.join(
                System.lineSeparator(),
                "registered: " + registration,
                "sold:       " + sold,
                "sold again: " + till.sales().record(purchase),
                "paid:       " + paid,
                "balance:    " + till.statements().balance(account).orElseThrow(),
                "audit:      " + membership.audit().run().violations().size() + " violations");
    }
}

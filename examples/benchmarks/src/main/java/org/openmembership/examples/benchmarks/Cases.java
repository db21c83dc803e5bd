package org.openmembership.examples.benchmarks;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** The cases, each with its demand. */
final class Cases {
    private static final int LINES = 20;

    /**
     * What is asked of the library, in per cent of the baseline.
     *
     * @param sale recording a sale of 20 lines against 100 rules
     * @param duplicates all groups of customers who may be one
     */
    record Floors(long sale, long redeem, long register, long balance, long duplicates) {
        static final Floors POSTGRESQL = new Floors(45, 60, 60, 70, 50);
        static final Floors SQLITE = new Floors(40, 60, 60, 50, 50);
    }

    private final Ground ground;
    private final Baseline baseline;
    private final Floors floors;
    private final Contest.Extent extent;
    private final Sizes sizes;
    private final AtomicInteger next = new AtomicInteger();

    Cases(Ground ground, Baseline baseline, Floors floors, Contest.Extent extent, Sizes sizes) {
        this.ground = ground;
        this.baseline = baseline;
        this.floors = floors;
        this.extent = extent;
        this.sizes = sizes;
    }

    /** One of them, with the data it needs. */
    private interface Case {
        Contest.Result run(String name) throws Exception;
    }

    /** Runs those whose name contains {@code wanted}. */
    List<Contest.Result> run(String wanted) throws Exception {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("sale of 20 lines, 100 rules", this::sale);
        cases.put("redeem from 1 of 5 lots", name -> redeem(name, 5, 1));
        cases.put("redeem from 5 of 20 lots", name -> redeem(name, 20, 5));
        cases.put(named("redeem from 1 of %,d lots", sizes.lots()), name -> redeem(name, sizes.lots(), 1));
        cases.put(
                named("register, 3 matches among %,d", sizes.registered()), name -> register(name, sizes.registered()));
        for (int entries : List.of(10, sizes.entries() / 100, sizes.entries())) {
            cases.put(named("balance at %,d entries", entries), name -> balance(name, entries));
        }
        DuplicateCases duplicates = new DuplicateCases(ground, extent, sizes.customers());
        cases.put(named("duplicates among %,d", sizes.customers()), name -> duplicates.all(name, floors.duplicates()));
        cases.put(named("duplicates of 1 among %,d", sizes.customers()), duplicates::ofOne);
        List<Contest.Result> results = new ArrayList<>();
        for (Map.Entry<String, Case> each : cases.entrySet()) {
            if (each.getKey().contains(wanted)) {
                results.add(each.getValue().run(each.getKey()));
            }
        }
        return results;
    }

    private static String named(String pattern, int size) {
        return String.format(Locale.ROOT, pattern, size);
    }

    private Contest.Result sale(String name) throws Exception {
        ground.accounts("ours-", sizes.accounts());
        ground.accounts("theirs-", sizes.accounts());
        Membership membership = ground.membership();
        return Contest.run(
                name,
                extent,
                floors.sale(),
                () -> {
                    int n = next.incrementAndGet();
                    require(membership.sales().record(purchase("o" + n, "ours-" + n % sizes.accounts())));
                },
                () -> {
                    int n = next.incrementAndGet();
                    baseline.sell(sale("t" + n, "theirs-" + n % sizes.accounts()));
                });
    }

    private static void require(SaleResult result) {
        if (!(result instanceof SaleResult.Recorded)) {
            throw new IllegalStateException("not recorded: " + result);
        }
    }

    static Purchase purchase(String receipt, String member) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 1; i <= LINES; i++) {
            BigMoney amount = BigMoney.of(CurrencyUnit.EUR, BigDecimal.valueOf(i));
            lines.add(new PurchaseLine(
                    i, Article.of("sku-" + i * 7), BigDecimal.ONE, PurchaseLine.Price.of(amount), null));
        }
        return new Purchase(
                ExternalKey.of("bench", receipt),
                Fixed.NOW,
                Purchase.Place.of("store", "POS"),
                Buyer.member(MemberId.of(member)),
                new Purchase.Content(CurrencyUnit.EUR, lines, List.of()));
    }

    static Baseline.Sale sale(String receipt, String account) {
        List<Baseline.Line> lines = new ArrayList<>();
        long points = 0;
        for (int i = 1; i <= LINES; i++) {
            lines.add(new Baseline.Line(i, "sku-" + i * 7, i * 10_000L, i * 100L));
            points += i * 100L;
        }
        return new Baseline.Sale(receipt, "p-" + receipt, account, account, lines, points);
    }

    /** Each redemption takes the whole of {@code touched} lots from an account that nobody has touched before. */
    private Contest.Result redeem(String name, int lots, int touched) throws Exception {
        String prefix = "r" + lots + "-";
        int calls = extent.allCalls();
        boolean sharedAccount = lots == sizes.lots();
        int accounts = sharedAccount ? 1 : calls;
        long points = sharedAccount ? 100_000_000 : 100;
        for (String side : List.of("o-", "t-")) {
            ground.accounts(prefix + side, accounts);
            ground.history(prefix + side, accounts, lots, lots, points);
        }
        long asked = sharedAccount ? 100 : 100L * touched;
        AtomicInteger ours = new AtomicInteger();
        AtomicInteger theirs = new AtomicInteger();
        Membership membership = ground.membership();
        return Contest.run(
                name,
                extent,
                floors.redeem(),
                () -> {
                    int n = ours.getAndIncrement();
                    require(membership
                            .redemption()
                            .redeem(
                                    AccountId.of(prefix + "o-" + n % accounts),
                                    Points.ofHundredths(asked),
                                    ExternalKey.of("bench", prefix + "o" + n)));
                },
                () -> {
                    int n = theirs.getAndIncrement();
                    baseline.redeem(prefix + "t" + n, prefix + "t-" + n % accounts, asked);
                });
    }

    private static void require(RedemptionResult result) {
        if (!(result instanceof RedemptionResult.Redeemed)) {
            throw new IllegalStateException("not redeemed: " + result);
        }
    }

    private Contest.Result register(String name, int customers) throws Exception {
        int calls = extent.allCalls();
        ground.customers("co-", Math.max(customers / 2, calls * 3));
        ground.customers("ct-", Math.max(customers / 2, calls * 3));
        AtomicInteger ours = new AtomicInteger();
        AtomicInteger theirs = new AtomicInteger();
        Membership membership = ground.membership();
        return Contest.run(
                name,
                extent,
                floors.register(),
                () -> {
                    RegistrationResult result = membership
                            .registration()
                            .register(Registrant.builder()
                                    .name("Ada", "Byron")
                                    .email(Ground.mail("co-", ours.getAndIncrement()))
                                    .acceptTerms("terms")
                                    .build());
                    if (!(result instanceof RegistrationResult.Registered)) {
                        throw new IllegalStateException("not registered: " + result);
                    }
                },
                () -> registerByHand(theirs.getAndIncrement()));
    }

    private void registerByHand(int n) throws SQLException {
        baseline.register("bm-" + n, "bu-" + n, Ground.mail("ct-", n));
    }

    private Contest.Result balance(String name, int entries) throws Exception {
        String prefix = "b" + entries + "-";
        ground.accounts(prefix, 1);
        ground.history(prefix, 1, entries, Math.min(entries, 1_000), 100);
        AccountId account = AccountId.of(prefix + 0);
        Membership membership = ground.membership();
        return Contest.run(
                name,
                new Contest.Extent(extent.warmUp() * 10, extent.rounds(), extent.calls() * 10),
                floors.balance(),
                () -> {
                    if (membership.statements().balance(account).isEmpty()) {
                        throw new IllegalStateException("no account " + account);
                    }
                },
                () -> baseline.balance(account.value()));
    }
}

package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailAddress;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.JdbcStorageFixture;
import org.openmembership.jdbc.testkit.ObservedDataSource;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.KeptExplanation;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.OpenedSales;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SaleRequest;
import org.openmembership.member.Member;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.Document;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.storage.Storage;
import org.openmembership.testkit.Any;
import org.openmembership.testkit.AnyCustomer;
import org.openmembership.testkit.AnyEntry;
import org.openmembership.testkit.AnyMember;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Story;
import org.openmembership.user.User;

/** How often the database is asked in one call: what decides the speed of all of them, and no clock is needed to see it. */
final class RoundTripTest {
    private static final Instant NOW = Any.minute(60);

    /**
     * The checked-in table. Where a figure rises, a call became slower for everybody.
     */
    private static final Map<DatabaseEngine, Map<String, Integer>> TRIPS = new EnumMap<>(Map.of(
            DatabaseEngine.POSTGRESQL,
            Map.of("redeem", 2, "repeat", 2, "sale", 2, "transfer", 2, "register", 2, "balance", 1, "page", 1),
            DatabaseEngine.MARIADB,
            Map.of("redeem", 13, "repeat", 6, "sale", 16, "transfer", 11, "register", 13, "balance", 1, "page", 1),
            DatabaseEngine.SQLITE,
            Map.of("redeem", 13, "repeat", 6, "sale", 16, "transfer", 11, "register", 13, "balance", 1, "page", 1)));

    @ParameterizedTest
    @EnumSource
    void every_call_needs_as_many_round_trips_as_the_table_says(DatabaseEngine engine) {
        World world = new World(engine);
        Map<String, Integer> trips = new TreeMap<>();

        trips.put("redeem", world.count(() -> world.redeem("1", world.newKey(Operation.REDEMPTION))));
        trips.put("repeat", world.count(() -> world.redeem("1", world.lastKey)));
        trips.put("sale", world.count(() -> world.sell(1)));
        trips.put("transfer", world.count(world::transfer));
        trips.put("register", world.count(world::register));
        trips.put(
                "balance",
                world.count(() -> world.storage.read(stores -> stores.accounts().find(world.account))));
        trips.put(
                "page",
                world.count(() ->
                        world.storage.read(stores -> stores.ledger().history(world.account, Page.Request.first(10)))));

        assertThat(trips).isEqualTo(new TreeMap<>(TRIPS.get(engine)));
    }

    @ParameterizedTest
    @EnumSource
    void neither_lines_nor_lots_change_how_many(DatabaseEngine engine) {
        World world = new World(engine);

        assertThat(world.count(() -> world.sell(20))).isEqualTo(world.count(() -> world.sell(1)));
        assertThat(world.count(() -> world.redeem("7", world.newKey(Operation.REDEMPTION))))
                .isEqualTo(world.count(() -> world.redeem("1", world.newKey(Operation.REDEMPTION))));
    }

    /** Two accounts of a club, the first with ten lots of two points. */
    private static final class World {
        private final List<String> sent = new ArrayList<>();
        private final Storage storage;
        private final Story story;
        private final Member member;
        private final AccountId account;
        private final AccountId other;
        private CommandKey lastKey;

        @SuppressWarnings("NullAway") // the key is there once something was redeemed
        World(DatabaseEngine engine) {
            TestDatabase database = JdbcStorageFixture.shared(engine);
            String tenant = UUID.randomUUID().toString();
            story = new Story(JdbcStorage.over(database.dataSource(), tenant));
            Club club = story.club();
            member = story.member();
            account = story.account(club, member).id();
            other = story.account(club, story.member()).id();
            IntStream.range(0, 10).forEach(minute -> story.earn(account, "2", Any.minute(minute)));
            storage = JdbcStorage.over(
                    ObservedDataSource.of(database.dataSource(), new ObservedDataSource.Observer() {
                        @Override
                        public void before(String sql) throws SQLException {
                            sent.add(sql);
                        }
                    }),
                    tenant);
            storage.read(stores -> tenant);
        }

        int count(Runnable call) {
            sent.clear();
            call.run();
            return sent.size();
        }

        CommandKey newKey(Operation operation) {
            lastKey = AnyEntry.anyCommandKey(operation, story.current(account).club());
            return lastKey;
        }

        void redeem(String points, CommandKey key) {
            new Redeeming(account, key, Points.of(Long.parseLong(points)), NOW).on(storage);
        }

        void sell(int lines) {
            Buyer buyer = Buyer.member(member.id());
            PurchaseLine[] sold = IntStream.rangeClosed(1, lines)
                    .mapToObj(number -> AnyPurchase.anyLine(number, "1.00"))
                    .toArray(PurchaseLine[]::new);
            Purchase purchase = AnyPurchase.anyPurchase(buyer, NOW, sold);
            storage.inUnitOfWork(stores -> {
                OpenedSales opened = stores.ledger().openSales(new SaleRequest(Set.of(purchase.key()), Set.of(buyer)));
                MemberAccount locked = opened.accounts().get(0);
                CommandKey key = new CommandKey(Operation.SALE, locked.club(), purchase.key());
                AccountLedger ledger = AccountLedger.of(locked, NOW, null);
                PointEntry entry = ledger.earn(
                        AnyEntry.anyCause(EntryKind.SALE, locked, key, NOW), Points.of(lines), AnyEntry.forEver(NOW));
                stores.purchases()
                        .addAll(List.of(AnyPurchase.kept(purchase, new KeptPurchase.Owner(member.id(), false))));
                Story.append(stores, ledger, key, shares(entry, purchase));
                Document why = new Document("explanation", 1, "{}");
                stores.earning().explain(List.of(new KeptExplanation(entry.id(), why)));
                Recorded.by(stores, NOW);
                return entry;
            });
        }

        private static List<EarnedLine> shares(PointEntry entry, Purchase purchase) {
            return purchase.lines().stream()
                    .map(line -> new EarnedLine(
                            entry.id(), new OriginalLine(purchase.key(), line.number()), PointKind.AWARD, Points.of(1)))
                    .toList();
        }

        void transfer() {
            CommandKey key = newKey(Operation.TRANSFER);
            storage.inUnitOfWork(stores -> {
                var opened = stores.ledger()
                        .open(new LedgerRequest(List.of(key), new TreeSet<>(List.of(account, other)), null));
                AccountLedger source = AccountLedger.of(opened.accounts().get(0), NOW, null);
                AccountLedger target = AccountLedger.of(opened.accounts().get(1), NOW, null);
                for (AccountLedger ledger : List.of(source, target)) {
                    ledger.earn(
                            AnyEntry.anyCause(EntryKind.TRANSFER_TO, ledger.account(), key, NOW),
                            Points.of(1),
                            AnyEntry.forEver(NOW));
                }
                stores.commands().addAll(List.of(AnyEntry.anyCommand(key, account)));
                stores.ledger().append(List.of(source.posting(), target.posting()), List.of());
                Recorded.by(stores, NOW);
                return key;
            });
        }

        void register() {
            User user = AnyMember.anyUser();
            EmailAddress email = Objects.requireNonNull(user.email());
            Customer customer = AnyCustomer.anyCustomer(email);
            storage.inUnitOfWork(stores -> {
                stores.members().holders(email.key());
                stores.customers().add(customer);
                stores.users().add(user);
                stores.members().add(AnyMember.anyActiveMember(user, customer.id()));
                Recorded.by(stores, NOW);
                return user;
            });
        }
    }
}

package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.club.ClubId;
import org.openmembership.customer.CustomerId;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.jdbc.Gathering.Answers;
import org.openmembership.ledger.OpenedSales;
import org.openmembership.ledger.OpenedSales.Shopper;
import org.openmembership.ledger.SaleRequest;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.purchase.Buyer;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.UserId;

/**
 * The gathering step of sales: who bought, which accounts they share, and which of the sales are kept already.
 *
 * <p>Where questions can be sent together, the accounts are found a second time by the statement that locks them.
 */
final class SaleOpenings {
    private static final String LOCK_FOUND = "select " + AccountRow.COLUMNS + """
             from om_account a
            where a.tenant = :tenant and a.id in (select shared.account from (%s) shared)
            order by a.id{lock}""";
    private static final String KEPT = """
            select p.key_source, p.key_value, p.fingerprint
              from {rows:kept}
              join om_purchase p
                on p.tenant = :tenant and p.key_source = kept.source and p.key_value = kept.value""";

    private final JdbcUnit unit;

    SaleOpenings(JdbcUnit unit) {
        this.unit = unit;
    }

    OpenedSales open(SaleRequest request) {
        Map<BuyerQuestion, List<Buyer>> buyers = request.buyers().stream()
                .filter(buyer -> !buyer.isGuest())
                .collect(Collectors.groupingBy(BuyerQuestion::of, LinkedHashMap::new, Collectors.toList()));
        Gathering gathering = unit.gather();
        Map<BuyerQuestion, Answers<Found>> found = new LinkedHashMap<>();
        buyers.forEach((question, asked) -> {
            gathering.rows(question.rowsName(), question.columns(), question.rows(asked));
            found.put(question, gathering.ask(question.text(), Found::read));
        });
        boolean together = unit.dialect().sendsTogether();
        Gathering locking = together ? gathering : afterwards(gathering);
        Answers<MemberAccount> accounts = together ? lockFound(gathering, buyers) : lockAll(locking, found);
        Answers<Kept> kept = kept(locking, request);
        Answers<Map.Entry<ClubId, Integer>> versions = Openings.clubVersions(locking);
        locking.run();
        requireLocked(found, accounts.all());
        requireStillNobodys(buyers, found, accounts.all());
        Map<Buyer, Shopper> shoppers = new HashMap<>();
        buyers.forEach((question, asked) -> shoppers.putAll(shoppers(question, asked, found)));
        Map<ExternalKey, Fingerprint> keys = new HashMap<>();
        kept.all().forEach(one -> keys.put(one.key(), one.fingerprint()));
        return new OpenedSales(keys, shoppers, accounts.all(), Openings.versionsOf(accounts.all(), versions));
    }

    /**
     * Where accounts are found a second time by the statement that locks them, they may be others by then: somebody joined,
     * left, was merged, or took a card over in between.
     *
     * @throws LostRaceException if that happened
     */
    private static void requireLocked(Map<BuyerQuestion, Answers<Found>> found, List<MemberAccount> locked) {
        Set<String> ids = locked.stream().map(account -> account.id().value()).collect(Collectors.toSet());
        boolean all = found.values().stream()
                .flatMap(answers -> answers.all().stream())
                .flatMap(Found::accounts)
                .allMatch(ids::contains);
        if (!all) {
            throw new LostRaceException("a buyer has another account since");
        }
    }

    /**
     * A card that nobody represented may have been taken over while we waited for its account; then the sale is another's, and
     * perhaps another account's (R55). Asked again only where the account looks like it.
     *
     * @throws LostRaceException if that happened
     */
    private void requireStillNobodys(
            Map<BuyerQuestion, List<Buyer>> buyers,
            Map<BuyerQuestion, Answers<Found>> found,
            List<MemberAccount> locked) {
        List<Buyer> cards = buyers.getOrDefault(BuyerQuestion.CARD, List.of());
        List<Found> before =
                found.getOrDefault(BuyerQuestion.CARD, Answers.none()).all();
        Set<String> gone = locked.stream()
                .filter(account -> !account.isUnassigned())
                .map(account -> account.id().value())
                .collect(Collectors.toSet());
        if (before.stream().noneMatch(one -> one.member() == null && gone.contains(one.account()))) {
            return;
        }
        BuyerQuestion card = BuyerQuestion.CARD;
        List<Found> after = unit.gather()
                .rows(card.rowsName(), card.columns(), card.rows(cards))
                .all(card.text(), Found::read);
        if (!Set.copyOf(after).equals(Set.copyOf(before))) {
            throw new LostRaceException("a card without a person was taken over meanwhile");
        }
    }

    private Gathering afterwards(Gathering first) {
        first.run();
        return unit.gather();
    }

    private static Answers<MemberAccount> lockFound(Gathering gathering, Map<BuyerQuestion, List<Buyer>> buyers) {
        if (buyers.isEmpty()) {
            return Answers.none();
        }
        String accounts =
                buyers.keySet().stream().map(BuyerQuestion::accounts).collect(Collectors.joining("\nunion all\n"));
        return gathering.ask(LOCK_FOUND.formatted(accounts), AccountRow::read);
    }

    private static Answers<MemberAccount> lockAll(Gathering gathering, Map<BuyerQuestion, Answers<Found>> found) {
        TreeSet<String> ids = found.values().stream()
                .flatMap(answers -> answers.all().stream())
                .flatMap(Found::accounts)
                .collect(Collectors.toCollection(TreeSet::new));
        if (ids.isEmpty()) {
            return Answers.none();
        }
        gathering.list("ids", ids);
        return gathering.ask(JdbcAccountStore.LOCK, AccountRow::read);
    }

    private static Answers<Kept> kept(Gathering gathering, SaleRequest request) {
        if (request.purchases().isEmpty()) {
            return Answers.none();
        }
        gathering.rows("kept", Keys.COLUMNS, Keys.rows(request.purchases()));
        return gathering.ask(KEPT, Kept::read);
    }

    private static Map<Buyer, Shopper> shoppers(
            BuyerQuestion question, List<Buyer> asked, Map<BuyerQuestion, Answers<Found>> answers) {
        Map<BuyerQuestion.Wanted, List<Found>> byBuyer = new HashMap<>();
        Answers<Found> found = answers.getOrDefault(question, Answers.none());
        found.all()
                .forEach(one -> byBuyer.computeIfAbsent(one.wanted(), any -> new ArrayList<>())
                        .add(one));
        Map<Buyer, Shopper> shoppers = new HashMap<>();
        for (Buyer buyer : asked) {
            List<Found> rows = byBuyer.get(question.wanted(buyer));
            if (rows != null) {
                shoppers.put(buyer, shopper(rows));
            }
        }
        return shoppers;
    }

    private static Shopper shopper(List<Found> rows) {
        Found first = rows.get(0);
        List<AccountId> accounts = new ArrayList<>();
        for (Found row : rows) {
            if (row.account() != null) {
                accounts.add(AccountId.of(row.account()));
            }
        }
        return new Shopper(
                first.customer() == null ? null : CustomerId.of(first.customer()),
                first.member(),
                accounts.stream().distinct().sorted().toList(),
                first.neverUsed() == null ? null : CardNumber.of(first.neverUsed()),
                first.recruited());
    }

    private record Kept(ExternalKey key, Fingerprint fingerprint) {
        static Kept read(ResultSet row) throws SQLException {
            return new Kept(
                    ExternalKey.of(row.getString("key_source"), row.getString("key_value")),
                    new Fingerprint(row.getString("fingerprint")));
        }
    }

    /** One account of one buyer who was found, or the buyer alone. */
    private record Found(
            BuyerQuestion.Wanted wanted,
            @Nullable String customer,
            @Nullable MemberStanding member,
            @Nullable String account,
            @Nullable String neverUsed,
            boolean recruited,
            @Nullable String envoyAccount) {
        /** The buyer's and, of a recruit, the envoy's. */
        Stream<String> accounts() {
            return Stream.of(Optional.ofNullable(account), Optional.ofNullable(envoyAccount))
                    .flatMap(Optional::stream);
        }

        static Found read(ResultSet row) throws SQLException {
            return new Found(
                    BuyerQuestion.wanted(row),
                    row.getString("customer"),
                    standing(row),
                    row.getString("account"),
                    row.getString("never_used"),
                    row.getString("envoy") != null,
                    row.getString("envoy_account"));
        }

        private static @Nullable MemberStanding standing(ResultSet row) throws SQLException {
            String member = row.getString("member");
            if (member == null) {
                return null;
            }
            String user = row.getString("user_id");
            return new MemberStanding(
                    MemberId.of(member),
                    MemberStatus.valueOf(row.getString("status")),
                    user == null ? null : UserId.of(user),
                    Values.instantOrNull(row, "block_since") != null);
        }
    }
}

package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.card.CardNumber;
import org.openmembership.customer.CustomerId;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.ExchangeRate;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.AttributeCode;
import org.openmembership.shared.Channel;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.PriceGroup;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TillCode;

/**
 * A kept purchase without its lines and tenders, as a row of {@code om_purchase}.
 *
 * @param at when it took place
 */
record PurchaseRow(PurchaseId id, Instant at, Head head) {
    /** The columns that {@link #read} wants, of a table called {@code p}. */
    static final String COLUMNS = """
            p.id, p.key_source, p.key_value, p.fingerprint, p.purchased_at, p.store, p.till, p.channel, p.order_type,
            p.buyer_card, p.buyer_member, p.buyer_customer, p.buyer_reference_source, p.buyer_reference_value, p.member,
            p.is_awaiting, p.missing, p.currency, p.price_group, p.attributes, p.rate_currency, p.rate, p.recorded_at""";

    private static final Change OWNER = Change.of(Table.PURCHASE, "member, is_awaiting, missing", "id");

    /** What a purchase becomes once its lines and tenders are there. */
    @FunctionalInterface
    interface Head {
        KeptPurchase with(List<PurchaseLine> lines, List<Tender> tenders);
    }

    static void add(JdbcUnit unit, KeptPurchase kept) {
        Purchase purchase = kept.purchase();
        Purchase.Place place = purchase.place();
        TillCode till = place.till();
        Buyer buyer = purchase.buyer();
        CardNumber card = buyer.card();
        MemberId named = buyer.member();
        CustomerId customer = buyer.customer();
        ExternalKey reference = buyer.customerReference();
        MemberId member = kept.member().member();
        Purchase.Grounds grounds = purchase.content().grounds();
        PriceGroup prices = grounds.priceGroup();
        ExchangeRate rate = grounds.rate();
        unit.add(
                Table.PURCHASE,
                kept.id().value(),
                purchase.key().source(),
                purchase.key().value(),
                kept.fingerprint().sha256(),
                purchase.purchasedAt(),
                place.store().value(),
                till == null ? null : till.value(),
                place.channel().value(),
                place.orderType(),
                card == null ? null : card.value(),
                named == null ? null : named.value(),
                customer == null ? null : customer.value(),
                reference == null ? null : reference.source(),
                reference == null ? null : reference.value(),
                member == null ? null : member.value(),
                kept.member().awaiting(),
                kept.member().missing(),
                purchase.currency().getCode(),
                prices == null ? null : prices.value(),
                PurchaseLineRow.text(
                        grounds.attributes().stream().map(AttributeCode::value).sorted()),
                rate == null ? null : rate.currency().getCode(),
                rate == null ? null : Values.scaled(rate.rate(), ExchangeRate.SCALE),
                Values.scaled(purchase.total().getAmount(), Values.MONEY_SCALE),
                kept.recordedAt());
        PurchaseLineRow.add(unit, kept);
    }

    static void assign(JdbcUnit unit, PurchaseId id, KeptPurchase.Owner owner) {
        MemberId member = owner.member();
        unit.change(OWNER, member == null ? null : member.value(), owner.awaiting(), owner.missing(), id.value());
    }

    static PurchaseRow read(ResultSet row) throws SQLException {
        PurchaseId id = PurchaseId.of(row.getString("id"));
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        ExternalKey key = ExternalKey.of(row.getString("key_source"), row.getString("key_value"));
        Fingerprint fingerprint = new Fingerprint(row.getString("fingerprint"));
        Instant purchasedAt = Values.instant(row, "purchased_at");
        Instant recordedAt = Values.instant(row, "recorded_at");
        Purchase.Place place = place(row);
        Buyer buyer = buyer(row);
        KeptPurchase.Owner owner = new KeptPurchase.Owner(
                member(row, "member"),
                Values.flag(row, "is_awaiting"),
                Values.codeOrNull(row, "missing", KeptPurchase.Missing::valueOf));
        Purchase.Grounds grounds = grounds(row);
        return new PurchaseRow(id, purchasedAt, (lines, tenders) -> {
            Purchase.Content content = new Purchase.Content(currency, lines, tenders, grounds);
            Purchase purchase = new Purchase(key, purchasedAt, place, buyer, content);
            return new KeptPurchase(id, purchase, fingerprint, owner, recordedAt);
        });
    }

    private static Purchase.Grounds grounds(ResultSet row) throws SQLException {
        String prices = row.getString("price_group");
        String attributes = row.getString("attributes");
        String other = row.getString("rate_currency");
        return new Purchase.Grounds(
                prices == null ? null : PriceGroup.of(prices),
                PurchaseLineRow.texts(attributes).map(AttributeCode::of).collect(Collectors.toUnmodifiableSet()),
                other == null
                        ? null
                        : new ExchangeRate(
                                CurrencyUnit.of(other), Values.unscaled(row.getLong("rate"), ExchangeRate.SCALE)));
    }

    private static Purchase.Place place(ResultSet row) throws SQLException {
        String till = row.getString("till");
        return new Purchase.Place(
                StoreCode.of(row.getString("store")),
                till == null ? null : TillCode.of(till),
                Channel.of(row.getString("channel")),
                row.getString("order_type"));
    }

    private static Buyer buyer(ResultSet row) throws SQLException {
        String card = row.getString("buyer_card");
        String customer = row.getString("buyer_customer");
        String source = row.getString("buyer_reference_source");
        return new Buyer(
                card == null ? null : CardNumber.of(card),
                member(row, "buyer_member"),
                customer == null ? null : CustomerId.of(customer),
                source == null ? null : ExternalKey.of(source, row.getString("buyer_reference_value")),
                null);
    }

    private static @Nullable MemberId member(ResultSet row, String column) throws SQLException {
        String member = row.getString(column);
        return member == null ? null : MemberId.of(member);
    }
}

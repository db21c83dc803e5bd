package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.Sku;
import org.openmembership.shared.TenderType;

/** Lines and tenders of a purchase as rows of {@code om_purchase_line} and {@code om_purchase_tender}. */
final class PurchaseLineRow {
    /** The columns that {@link #line} wants, of a table called {@code l}. */
    static final String LINE_COLUMNS = """
            l.purchase, l.number, l.sku, l.categories, l.special_groups, l.promotion, l.quantity, l.amount, l.tax, l.discount,
            l.original_source, l.original_value, l.original_line""";

    /** The columns that {@link #tender} wants, of a table called {@code t}. */
    static final String TENDER_COLUMNS = "t.purchase, t.number, t.type, t.amount";

    private static final int QUANTITY_SCALE = 4;

    /** Codes hold no control characters, so one stands between them. */
    private static final String BETWEEN_GROUPS = "\n";

    private PurchaseLineRow() {}

    static void add(JdbcUnit unit, KeptPurchase kept) {
        kept.purchase().lines().forEach(line -> add(unit, kept.id(), line));
        int number = 0;
        for (Tender tender : kept.purchase().content().tenders()) {
            number++;
            unit.add(
                    Table.PURCHASE_TENDER,
                    kept.id().value(),
                    number,
                    tender.type().value(),
                    Values.scaled(tender.amount().getAmount(), Values.MONEY_SCALE));
        }
    }

    private static void add(JdbcUnit unit, PurchaseId purchase, PurchaseLine line) {
        PromotionCode promotion = line.article().promotion();
        OriginalLine original = line.returnOf();
        unit.add(
                Table.PURCHASE_LINE,
                purchase.value(),
                line.number(),
                line.article().sku().value(),
                text(line.article().categories().stream().map(GroupCode::value)),
                text(line.article().specialGroups().stream().sorted().map(GroupCode::value)),
                promotion == null ? null : promotion.value(),
                Values.scaled(line.quantity(), QUANTITY_SCALE),
                Values.scaled(line.price().amount().getAmount(), Values.MONEY_SCALE),
                Values.scaled(line.price().tax().getAmount(), Values.MONEY_SCALE),
                Values.scaled(line.price().discount().getAmount(), Values.MONEY_SCALE),
                original == null ? null : original.purchase().source(),
                original == null ? null : original.purchase().value(),
                original == null ? null : original.line());
    }

    static PurchaseLine line(ResultSet row, CurrencyUnit currency) throws SQLException {
        String promotion = row.getString("promotion");
        Article article = new Article(
                Sku.of(row.getString("sku")),
                groups(row.getString("categories")),
                new LinkedHashSet<>(groups(row.getString("special_groups"))),
                promotion == null ? null : PromotionCode.of(promotion));
        PurchaseLine.Price price = new PurchaseLine.Price(
                money(row, "amount", currency), money(row, "tax", currency), money(row, "discount", currency));
        return new PurchaseLine(
                row.getInt("number"),
                article,
                Values.unscaled(row.getLong("quantity"), QUANTITY_SCALE),
                price,
                original(row));
    }

    /** A line that gives another back, with the key and currency of the purchase it is on. */
    static ReturnedLine returned(ResultSet row) throws SQLException {
        PurchaseLine line = line(row, CurrencyUnit.of(row.getString("currency")));
        ExternalKey purchase = ExternalKey.of(row.getString("key_source"), row.getString("key_value"));
        return new ReturnedLine(Objects.requireNonNull(line.returnOf()), purchase, line.quantity(), line.amount());
    }

    static Tender tender(ResultSet row, CurrencyUnit currency) throws SQLException {
        Money amount = Money.of(currency, Values.unscaled(row.getLong("amount"), Values.MONEY_SCALE));
        return new Tender(TenderType.of(row.getString("type")), amount);
    }

    private static @Nullable OriginalLine original(ResultSet row) throws SQLException {
        String source = row.getString("original_source");
        return source == null
                ? null
                : new OriginalLine(
                        ExternalKey.of(source, row.getString("original_value")), row.getInt("original_line"));
    }

    private static BigMoney money(ResultSet row, String column, CurrencyUnit currency) throws SQLException {
        return BigMoney.of(currency, Values.unscaled(row.getLong(column), Values.MONEY_SCALE));
    }

    /** Codes in one column. */
    static String text(Stream<String> codes) {
        return codes.collect(Collectors.joining(BETWEEN_GROUPS));
    }

    static Stream<String> texts(String text) {
        return text.isEmpty() ? Stream.empty() : Stream.of(text.split(BETWEEN_GROUPS));
    }

    private static List<GroupCode> groups(String text) {
        return texts(text).map(GroupCode::of).toList();
    }
}

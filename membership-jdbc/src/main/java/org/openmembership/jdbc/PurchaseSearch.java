package org.openmembership.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.shared.Page;

/** A page of purchases that match a filter, the latest first; each condition that is set is one more line of the question. */
final class PurchaseSearch {
    private static final String ORDER = " order by p.purchased_at desc, p.id desc limit :limit";
    private static final String BEFORE =
            "(p.purchased_at < :before_at or (p.purchased_at = :before_at and p.id < :before))";
    private static final String SKU =
            "exists (select 1 from om_purchase_line l where l.tenant = p.tenant and l.purchase = p.id and l.sku = :sku)";

    private final List<String> conditions = new ArrayList<>(List.of("p.tenant = :tenant"));
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    private PurchaseSearch() {}

    static PurchaseSearch of(PurchaseFilter filter, Page.Request page, JdbcUnit unit) {
        PurchaseFilter.What what = filter.what();
        PurchaseSearch search = new PurchaseSearch();
        search.boughtBy(filter.who(), unit);
        search.when(
                "p.store = :store",
                "store",
                what.store() == null ? null : what.store().value());
        search.when(
                "p.channel = :channel",
                "channel",
                what.channel() == null ? null : what.channel().value());
        search.when("p.order_type = :order_type", "order_type", what.orderType());
        search.when(SKU, "sku", what.sku() == null ? null : what.sku().value());
        search.when("p.purchased_at >= :since", "since", filter.from());
        search.when("p.purchased_at < :until", "until", filter.to());
        search.from(page);
        return search;
    }

    /** @param select what to read of each, from a table called {@code p} */
    List<PurchaseRow> all(JdbcUnit unit, String select) {
        Gathering gathering = unit.gather();
        values.forEach(gathering::bind);
        lists.forEach(gathering::list);
        String question = select + " from om_purchase p where " + String.join(" and ", conditions) + ORDER;
        return gathering.all(question, PurchaseRow::read);
    }

    /** The name of the list. */
    static final String LIST = "purchases";

    /** Where a page ends: what {@link #from} understands. */
    static String place(PurchaseRow last) {
        return Values.micros(last.at()) + ":" + last.id().value();
    }

    private void from(Page.Request page) {
        values.put("limit", page.limit() + 1);
        Page.Cursor after = page.after(LIST);
        if (after != null) {
            Page.Numbered place = after.numbered();
            conditions.add(BEFORE);
            values.put("before_at", place.number());
            values.put("before", place.id());
        }
    }

    /** By ids rather than by where they lead, so that an index gives the purchases in their order. */
    private void boughtBy(PurchaseFilter.Who who, JdbcUnit unit) {
        MemberId member = who.member();
        if (member != null) {
            conditions.add("p.member {in:members}");
            lists.put("members", Identities.of(member, unit));
        }
        CustomerId customer = who.customer();
        if (customer != null) {
            conditions.add("p.buyer_customer {in:customers}");
            lists.put("customers", Identities.of(customer, unit));
        }
    }

    private void when(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}

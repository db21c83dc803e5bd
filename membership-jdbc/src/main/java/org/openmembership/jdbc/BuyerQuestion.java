package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openmembership.purchase.Buyer;
import org.openmembership.shared.ExternalKey;

/** The ways in which a buyer is looked up; the first that a buyer names is used (A58). */
enum BuyerQuestion {
    CARD("""
            select wanted.name as name, '' as source, null as customer, c.account as card_account,
                   coalesce(c.member, (select s.member from om_account_member s
                                        where s.tenant = c.tenant and s.account = c.account and s.is_main = 1)) as member,
                   case when c.first_used_at is null then c.number end as never_used
              from {rows:wanted}
              join om_card_scan x on x.tenant = :tenant and x.scan = wanted.name
              join om_card c on c.tenant = x.tenant and c.number = x.card"""),
    MEMBER("""
            select wanted.name as name, '' as source, null as customer, null as card_account,
                   coalesce(m.merged_into, m.id) as member, null as never_used
              from {rows:wanted} join om_member m on m.tenant = :tenant and m.id = wanted.name"""),
    CUSTOMER("""
            select wanted.name as name, '' as source, k.id as customer, null as card_account, l.member as member, null as never_used
              from {rows:wanted}
              join om_customer k on k.tenant = :tenant and k.id = wanted.name
              left join om_member_customer l on l.tenant = k.tenant and l.customer = k.id"""),
    REFERENCE("""
            select wanted.name as name, wanted.source as source, k.id as customer, null as card_account, l.member as member, null as never_used
              from {rows:wanted}
              join om_customer k
                on k.tenant = :tenant and k.reference_source = wanted.source and k.reference_value = wanted.name
              left join om_member_customer l on l.tenant = k.tenant and l.customer = k.id"""),
    /** The member with that address, the active one first; only without one the oldest customer. */
    EMAIL("""
            select mailbox.name as name, '' as source, case when mailbox.member is null then k.id end as customer,
                   null as card_account, coalesce(mailbox.member, l.member) as member, null as never_used
              from (select wanted.name,
                           (select coalesce(m.merged_into, m.id) from om_member m
                             where m.tenant = :tenant and m.email_key = wanted.name
                             order by case when m.status = 'ACTIVE' then 0 else 1 end, m.id limit 1) as member,
                           (select k.id from om_customer k
                             where k.tenant = :tenant and k.email_key = wanted.name
                             order by k.created_at, k.id limit 1) as customer
                      from {rows:wanted}) mailbox
              left join om_customer k on k.tenant = :tenant and k.id = mailbox.customer
              left join om_member_customer l on l.tenant = :tenant and l.customer = k.id
             where mailbox.member is not null or mailbox.customer is not null""");

    private static final String WHO = """
            select found.name, found.source, found.customer, m.id as member, m.status, m.user_id, m.block_since,
                   found.never_used, coalesce(found.card_account, s.account) as account, r.envoy, e.account as envoy_account
              from (%s) found
              left join om_member m on m.tenant = :tenant and m.id = found.member
              left join om_account_member s
                on s.tenant = :tenant and s.member = m.id and found.card_account is null
              left join om_recruit r on r.tenant = :tenant and r.member = m.id and r.refused is null
              left join om_member o on o.tenant = :tenant and o.id = r.envoy
              left join om_account_member e on e.tenant = :tenant and e.member = coalesce(o.merged_into, o.id)""";
    private static final String ACCOUNTS = """
            select coalesce(found.card_account, s.account) as account
              from (%s) found
              left join om_account_member s
                on s.tenant = :tenant and s.member = found.member and found.card_account is null
            union all
            select e.account
              from (%s) found
              join om_recruit r on r.tenant = :tenant and r.member = found.member and r.refused is null
              join om_member o on o.tenant = :tenant and o.id = r.envoy
              join om_account_member e on e.tenant = :tenant and e.member = coalesce(o.merged_into, o.id)""";

    private final String found;

    BuyerQuestion(String found) {
        this.found = found.replace("{rows:wanted}", "{rows:" + rowsName() + "}").replace("wanted.", rowsName() + ".");
    }

    static BuyerQuestion of(Buyer buyer) {
        if (buyer.card() != null) {
            return CARD;
        }
        if (buyer.member() != null) {
            return MEMBER;
        }
        if (buyer.customer() != null) {
            return CUSTOMER;
        }
        return buyer.customerReference() != null ? REFERENCE : EMAIL;
    }

    /** What the rows sent along are called, so that several ways can be asked together. */
    String rowsName() {
        return "by_" + name().toLowerCase(Locale.ROOT);
    }

    String columns() {
        return this == REFERENCE ? "name, source" : "name";
    }

    List<Object[]> rows(List<Buyer> buyers) {
        return buyers.stream()
                .map(this::wanted)
                .distinct()
                .map(key -> this == REFERENCE ? new Object[] {key.value(), key.source()} : new Object[] {key.value()})
                .toList();
    }

    /** Finds buyers, their member and the accounts that member shares, and of a recruit those of the envoy; a row for each account, or
     * one without. */
    String text() {
        return WHO.formatted(found);
    }

    /** Finds nothing but the accounts, and those of the envoys who have recruited the buyers. */
    String accounts() {
        return ACCOUNTS.formatted(found, found);
    }

    /** What a buyer is looked up by. */
    Wanted wanted(Buyer buyer) {
        return switch (this) {
            case CARD -> new Wanted("", Objects.requireNonNull(buyer.card()).value());
            case MEMBER -> new Wanted("", Objects.requireNonNull(buyer.member()).value());
            case CUSTOMER ->
                new Wanted("", Objects.requireNonNull(buyer.customer()).value());
            case REFERENCE -> wanted(Objects.requireNonNull(buyer.customerReference()));
            case EMAIL -> new Wanted("", Objects.requireNonNull(buyer.email()).value());
        };
    }

    static Wanted wanted(ResultSet row) throws SQLException {
        return new Wanted(row.getString("source"), row.getString("name"));
    }

    private static Wanted wanted(ExternalKey reference) {
        return new Wanted(reference.source(), reference.value());
    }

    /** A name, and whose it is where names are somebody's. */
    record Wanted(String source, String value) {}
}

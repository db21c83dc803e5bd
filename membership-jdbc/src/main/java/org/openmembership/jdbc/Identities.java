package org.openmembership.jdbc;

import java.util.List;
import java.util.TreeSet;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;

/**
 * Under which ids the sales and entries of somebody are kept: the own ones, and those of everybody merged into them (R16).
 * Sales and entries are never rewritten; whoever asks what a member or an account has had asks by one of these.
 */
final class Identities {
    /**
     * Begins a question: {@code held} has each of {@code {in:accounts}} as {@code account}, and as {@code part} itself and all
     * accounts whose points it has, in any number of steps.
     */
    static final String HELD = """
            with recursive held as (
              select a.id as account, a.id as part
                from om_account a
               where a.tenant = :tenant and a.id {in:accounts}
              union all
              select held.account, s.account as part
                from held
                join om_account_successor s on s.tenant = :tenant and s.successor = held.part)
            """;

    private static final String SHARING = """
            (select s.account, s.member
               from om_account_member s
              where s.tenant = :tenant and {condition}
             union all
             select s.account, m.id as member
               from om_account_member s
               join om_member m on m.tenant = s.tenant and m.merged_into = s.member
              where s.tenant = :tenant and {condition})""";
    private static final String LEADING = """
            select k.id from {table} k where k.tenant = :tenant and k.id = :id
            union
            select k.merged_into as id from {table} k where k.tenant = :tenant and k.id = :id and k.merged_into is not null
            union
            select o.id
              from {table} k
              join {table} o on o.tenant = k.tenant and o.merged_into = coalesce(k.merged_into, k.id)
             where k.tenant = :tenant and k.id = :id""";
    private static final String OF_MEMBER = LEADING.replace("{table}", "om_member");
    private static final String OF_CUSTOMER = LEADING.replace("{table}", "om_customer");

    private Identities() {}

    /**
     * A table of {@code account} and {@code member}: who shares accounts, under each id.
     *
     * @param condition of the rows of {@code om_account_member} that are meant, called {@code s}
     */
    static String sharing(String condition) {
        return SHARING.replace("{condition}", condition);
    }

    /** All ids of the member that one of them leads to, that one included, in order. */
    static List<String> of(MemberId member, JdbcUnit unit) {
        return all(OF_MEMBER, member.value(), unit);
    }

    /** All ids of the customer that one of them leads to, that one included, in order. */
    static List<String> of(CustomerId customer, JdbcUnit unit) {
        return all(OF_CUSTOMER, customer.value(), unit);
    }

    private static List<String> all(String question, String id, JdbcUnit unit) {
        TreeSet<String> ids = new TreeSet<>(unit.gather().bind("id", id).all(question, row -> row.getString("id")));
        ids.add(id);
        return List.copyOf(ids);
    }
}

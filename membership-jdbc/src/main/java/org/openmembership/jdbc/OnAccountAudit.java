package org.openmembership.jdbc;

/** The question that finds customers whose balance is not the sum of their charges and payments. */
final class OnAccountAudit {
    static final String ON_ACCOUNT_AGREES = """
            select b.customer as subject_id, b.balance, b.seq as last_seq, count(e.seq) as entries,
                   coalesce(sum(case when e.kind = 'CHARGE' then e.amount else -e.amount end), 0) as sum_of_entries
              from om_on_account b
              left join om_on_account_entry e on e.tenant = b.tenant and e.customer = b.customer
             where b.tenant = :tenant
             group by b.customer, b.balance, b.seq
            having b.balance <> coalesce(sum(case when e.kind = 'CHARGE' then e.amount else -e.amount end), 0)
                or b.seq <> count(e.seq) or b.seq <> coalesce(max(e.seq), 0)
             order by b.customer
             limit :limit""";

    private OnAccountAudit() {}
}

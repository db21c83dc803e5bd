package org.openmembership.jdbc;

/** The questions that find accounts which got more than a cap allows, or counts that their entries do not bear out. */
final class CapAudit {
    static final String WITHIN_CAP = """
            select c.account as subject_id, c.span, c.points as counted, c.most as at_most
              from om_point_count c
             where c.tenant = :tenant and c.points > c.most
             order by c.account, c.start_on, c.span, c.rule
             limit :limit""";
    static final String BORNE_OUT = """
            select c.account as subject_id, c.span, c.points as counted, coalesce(sum(e.points), 0) as earned
              from om_point_count c
              left join om_entry e
                on e.tenant = c.tenant and e.account = c.account and e.kind = 'SALE' and e.points > 0
             where c.tenant = :tenant and c.rule = ''
             group by c.account, c.start_on, c.span, c.rule, c.points
            having c.points > coalesce(sum(e.points), 0)
             order by c.account, c.start_on, c.span
             limit :limit""";

    private CapAudit() {}
}

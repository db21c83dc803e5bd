package org.openmembership.jdbc;

import java.util.List;

/** The questions that find redirects which do not lead where they should (I20). */
final class MergeAudit {
    static final String CUSTOMER_LEADS = """
            select k.id as subject_id, k.merged_into as leads_to, s.merged_into as and_from_there_to
              from om_customer k
              left join om_customer s on s.tenant = k.tenant and s.id = k.merged_into
             where k.tenant = :tenant and k.merged_into is not null and (s.id is null or s.merged_into is not null)
             order by k.id
             limit :limit""";
    static final String MEMBER_LEADS = """
            select m.id as subject_id, m.merged_into as leads_to, s.merged_into as and_from_there_to
              from om_member m
              left join om_member s on s.tenant = m.tenant and s.id = m.merged_into
             where m.tenant = :tenant and m.merged_into is not null and (s.id is null or s.merged_into is not null)
             order by m.id
             limit :limit""";
    static final String SAME_MEMBER = """
            select k.id as subject_id, l.member, s.member as member_of_survivor
              from om_customer k
              left join om_member_customer l on l.tenant = k.tenant and l.customer = k.id
              left join om_member_customer s on s.tenant = k.tenant and s.customer = k.merged_into
             where k.tenant = :tenant and k.merged_into is not null
               and coalesce(l.member, '') <> coalesce(s.member, '')
             order by k.id
             limit :limit""";
    static final String SOURCE_CLOSED = """
            select m.id as subject_id, a.id as account, a.status
              from om_member m
              join om_account_member s on s.tenant = m.tenant and s.member = m.id
              join om_account a on a.tenant = s.tenant and a.id = s.account
             where m.tenant = :tenant and m.merged_into is not null and a.status <> 'CLOSED'
             order by m.id, a.id
             limit :limit""";

    /** What is asked of where merged ones lead. */
    static final List<String> OF_REDIRECTS = List.of(CUSTOMER_LEADS, MEMBER_LEADS, SAME_MEMBER, SOURCE_CLOSED);

    private MergeAudit() {}
}

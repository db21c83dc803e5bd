package org.openmembership.jdbc;

/** The questions that find members and shared accounts which are not what they should be. */
final class PeopleAudit {
    static final String MEMBER_COMPLETE = """
            select m.id as subject_id, count(l.customer) as customers,
                   case when max(u.id) is null then 0 else 1 end as users,
                   sum(case when l.customer = m.primary_customer then 1 else 0 end) as primaries
              from om_member m
              left join om_app_user u on u.tenant = m.tenant and u.id = m.user_id
              left join om_member_customer l on l.tenant = m.tenant and l.member = m.id
             where m.tenant = :tenant and m.status = 'ACTIVE'
             group by m.id
            having max(u.id) is null or sum(case when l.customer = m.primary_customer then 1 else 0 end) <> 1
             order by m.id
             limit :limit""";
    static final String TERMS_ACCEPTED = """
            select m.id as subject_id, m.status
              from om_member m
             where m.tenant = :tenant and m.status = 'ACTIVE' and m.terms_version is null
             order by m.id
             limit :limit""";
    static final String LINK_AFTER_PROOF = """
            select m.id as subject_id, l.linked_at, u.verified_at
              from om_member m
              join om_app_user u on u.tenant = m.tenant and u.id = m.user_id
              join om_member_customer l on l.tenant = m.tenant and l.member = m.id
             where m.tenant = :tenant and m.status = 'ACTIVE' and l.linked_at < u.verified_at
             order by m.id, l.linked_at, l.customer
             limit :limit""";
    static final String ONE_MAIN_MEMBER = """
            select a.id as subject_id, coalesce(sum(s.is_main), 0) as main_members
              from om_account a
              left join om_account_member s on s.tenant = a.tenant and s.account = a.id
             where a.tenant = :tenant
             group by a.id, a.main_member
            having coalesce(sum(s.is_main), 0) <> case when a.main_member is null then 0 else 1 end
             order by a.id
             limit :limit""";
    static final String ONE_ACCOUNT_IN_A_CLUB = """
            select s.member as subject_id, a.club, count(*) as accounts
              from om_account_member s
              join om_account a on a.tenant = s.tenant and a.id = s.account
             where s.tenant = :tenant
             group by s.member, a.club
            having count(*) > 1
             order by s.member, a.club
             limit :limit""";
    static final String SCHEME_MATCHES_MOVES = """
            select a.id as subject_id, coalesce(a.coming_scheme, a.scheme) as scheme, coalesce(m.moves, 0) as moves, coalesce(m.number, 0) as number_of_last,
                   l.to_scheme as led_to
              from om_account a
              left join (select account, count(*) as moves, max(number) as number
                           from om_scheme_move
                          where tenant = :tenant
                          group by account) m on m.account = a.id
              left join om_scheme_move l on l.tenant = a.tenant and l.account = a.id and l.number = m.number
             where a.tenant = :tenant and (m.moves is null or m.moves <> m.number or l.to_scheme <> coalesce(a.coming_scheme, a.scheme))
             order by a.id
             limit :limit""";

    /** What an account holds, or will, it has earned, bought, or been given by a pin. */
    static final String SCHEME_EXPLAINED = """
            select a.id as subject_id, coalesce(a.coming_scheme, a.scheme) as scheme, s.earned_scheme as earned,
                   s.paid_scheme as paid
              from om_account a
              join om_scheme_standing s on s.tenant = a.tenant and s.account = a.id
             where a.tenant = :tenant
               and coalesce(a.coming_scheme, a.scheme) <> s.earned_scheme
               and coalesce(a.coming_scheme, a.scheme) <> coalesce(s.paid_scheme, '')
               and coalesce(a.coming_scheme, a.scheme) <> coalesce(a.pin_floor, '')
             order by a.id
             limit :limit""";

    private PeopleAudit() {}
}

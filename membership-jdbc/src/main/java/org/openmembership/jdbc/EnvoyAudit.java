package org.openmembership.jdbc;

import java.util.List;

/**
 * The questions that find what is wrong with envoys' shares (R56). Points and steps are in hundredths and so is the percentage: a
 * share is compared with ten thousand times what was rounded, within the step and the direction of its rounding.
 */
final class EnvoyAudit {
    static final String SHARE_BY_TERMS = """
            select w.envoy_account as subject_id, w.envoy_seq as subject_seq, w.sale_value as sale, w.earned, w.percent, w.given
              from om_envoy_reward w
             where w.tenant = :tenant
               and not (w.given % w.rounding_step = 0
                    and (w.direction = 'DOWN' and w.given * 10000 <= w.earned * w.percent
                         and w.earned * w.percent < (w.given + w.rounding_step) * 10000
                      or w.direction = 'UP' and (w.given - w.rounding_step) * 10000 < w.earned * w.percent
                         and w.earned * w.percent <= w.given * 10000
                      or w.direction = 'NEAREST' and (2 * w.given - w.rounding_step) * 10000 <= 2 * w.earned * w.percent
                         and 2 * w.earned * w.percent < (2 * w.given + w.rounding_step) * 10000))
             order by w.envoy_account, w.envoy_seq
             limit :limit""";
    static final String ENTRY_OF_SHARE = """
            select w.envoy_account as subject_id, w.envoy_seq as subject_seq, w.sale_value as sale, w.given, e.points
              from om_envoy_reward w
              left join om_entry e on e.tenant = w.tenant and e.account = w.envoy_account and e.seq = w.envoy_seq
             where w.tenant = :tenant
               and (e.seq is null or e.operation <> 'EVENT' or e.kind <> 'POSITIVE_ADJUSTMENT' or e.club <> w.club
                 or e.points < w.given
                 or not exists (
                    select 1
                      from om_earned_line l
                     where l.tenant = w.tenant and l.key_source = w.sale_source and l.key_value = w.sale_value
                       and l.account = w.account and l.point_kind = 'AWARD'
                       and e.key_value = concat('envoy:', l.account, ':', l.entry_seq)))
             order by w.envoy_account, w.envoy_seq
             limit :limit""";
    static final String SHARE_OF_ENTRY = """
            select e.account as subject_id, e.seq as subject_seq, e.points
              from om_entry e
              left join om_envoy_reward w on w.tenant = e.tenant and w.envoy_account = e.account and w.envoy_seq = e.seq
             where e.tenant = :tenant and e.operation = 'EVENT' and e.kind = 'POSITIVE_ADJUSTMENT'
               and e.key_source = 'occasion' and e.key_value like 'envoy:%' and w.envoy_seq is null
             order by e.account, e.seq
             limit :limit""";
    static final String LEFT_OF_SALE = """
            select w.sale_value as subject_id, w.club, w.earned as counted,
                   coalesce(sum(case when a.club = w.club then l.points else 0 end), 0) as left_of_sale
              from (select r.sale_source, r.sale_value, r.club, sum(r.earned) as earned
                      from om_envoy_reward r
                     where r.tenant = :tenant
                     group by r.sale_source, r.sale_value, r.club) w
              left join om_earned_line l
                on l.tenant = :tenant and l.key_source = w.sale_source and l.key_value = w.sale_value and l.point_kind = 'AWARD'
              left join om_account a on a.tenant = l.tenant and a.id = l.account
             group by w.sale_source, w.sale_value, w.club, w.earned
            having w.earned > 0
               and w.earned > coalesce(sum(case when a.club = w.club then l.points else 0 end), 0)
             order by w.sale_value, w.club
             limit :limit""";

    /** All of them. */
    static final List<String> OF_SHARES = List.of(SHARE_BY_TERMS, ENTRY_OF_SHARE, SHARE_OF_ENTRY, LEFT_OF_SALE);

    private EnvoyAudit() {}
}

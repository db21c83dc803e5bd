package org.openmembership.jdbc;

/** The question that finds spendings which passed a lot over that came first (I5). */
final class OrderAudit {
    /**
     * A taking, and a lot that came before and was neither gone, nor held, nor lapsed, nor yet to come. For each taking it looks
     * at the lots its account had; whether one was empty by then is known from the last that touched it.
     */
    static final String TAKEN_IN_ORDER = """
            select x.account as subject_id, x.entry_seq as subject_seq, x.lot_seq as took_points_of, m.seq as before_those_of
              from om_allocation x
              join om_entry e on e.tenant = x.tenant and e.account = x.account and e.seq = x.entry_seq
              join om_club_version v on v.tenant = e.tenant and v.club = e.club and v.number = e.club_version
              join om_lot l on l.tenant = x.tenant and l.account = x.account and l.seq = x.lot_seq and l.number = x.lot_number
              join om_lot m on m.tenant = x.tenant and m.account = x.account and m.seq < x.entry_seq
             where x.tenant = :tenant
               and (x.purpose = 'SPENT'
                    or (x.purpose = 'MOVED' and e.kind = 'TRANSFER_FROM' and m.lapses_at >= l.lapses_at))
               and m.available_from <= e.recorded_at and m.lapses_at > e.recorded_at
               and ((v.consumption = 'OLDEST_FIRST'
                     and (m.earned_at < l.earned_at
                          or (m.earned_at = l.earned_at
                              and (m.seq < l.seq or (m.seq = l.seq and m.number < l.number)))))
                    or (v.consumption = 'NEAREST_EXPIRY'
                        and (coalesce(m.ends_at, m.lapses_at) < coalesce(l.ends_at, l.lapses_at)
                             or (coalesce(m.ends_at, m.lapses_at) = coalesce(l.ends_at, l.lapses_at)
                                 and (m.seq < l.seq or (m.seq = l.seq and m.number < l.number))))
                        and not exists (select 1
                                          from om_club_version w
                                         where w.tenant = v.tenant and w.club = v.club and w.number <= v.number
                                           and w.until_idle = 1)))
               and (m.is_open = 1
                    or exists (select 1
                                 from om_allocation t
                                where t.tenant = m.tenant and t.account = m.account and t.lot_seq = m.seq
                                  and t.lot_number = m.number and t.entry_seq > x.entry_seq))
               and not exists (select 1
                                 from om_hold c
                                where c.tenant = x.tenant and c.captured_account = x.account
                                  and c.captured_seq = x.entry_seq and c.ended_at < c.expires_at)
               and m.granted + coalesce((select sum(case when t.purpose = 'RESTORED' then t.points else -t.points end)
                                           from om_allocation t
                                          where t.tenant = m.tenant and t.account = m.account and t.lot_seq = m.seq
                                            and t.lot_number = m.number and t.entry_seq <= x.entry_seq), 0)
                   > coalesce((select sum(p.points)
                                 from om_hold_part p
                                 join om_hold h
                                   on h.tenant = p.tenant and h.account = p.account and h.key_source = p.key_source
                                  and h.key_value = p.key_value
                                where p.tenant = m.tenant and p.lot_account = m.account and p.lot_seq = m.seq
                                  and p.lot_number = m.number and p.since_at <= e.recorded_at
                                  and p.until_at >= e.recorded_at
                                  and (h.ended_at is null or h.ended_at >= e.recorded_at)), 0)
             order by x.account, x.entry_seq, x.lot_seq, m.seq
             limit :limit""";

    private OrderAudit() {}
}

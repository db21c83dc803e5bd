package org.openmembership.jdbc;

/** The questions that find balances and lots which are not what they should be. */
final class BalanceAudit {
    static final String CONSERVATION = """
            select a.club as subject_id, sum(a.booked) as held, sum(coalesce(e.points, 0)) as moved
              from om_account a
              left join (select account, sum(points) as points
                           from om_entry
                          where tenant = :tenant
                          group by account) e on e.account = a.id
             where a.tenant = :tenant
             group by a.club
            having sum(a.booked) <> sum(coalesce(e.points, 0))
             order by a.club
             limit :limit""";
    static final String BALANCE_AGREES = """
            select a.id as subject_id, a.booked, a.debt, coalesce(e.points, 0) as entries, coalesce(l.remaining, 0) as lots,
                   coalesce(d.owed, 0) as owed
              from om_account a
              left join (select account, sum(points) as points
                           from om_entry
                          where tenant = :tenant
                          group by account) e on e.account = a.id
              left join (select account, sum(remaining) as remaining
                           from om_lot
                          where tenant = :tenant and is_open = 1
                          group by account) l on l.account = a.id
              left join (select account, sum(case when purpose = 'OWED' then points else -points end) as owed
                           from om_allocation
                          where tenant = :tenant and lot_seq is null
                          group by account) d on d.account = a.id
             where a.tenant = :tenant
               and (a.booked <> coalesce(e.points, 0)
                    or a.booked <> coalesce(l.remaining, 0) - a.debt
                    or a.debt <> coalesce(d.owed, 0))
             order by a.id
             limit :limit""";
    static final String NO_DEBT_BESIDE_POINTS = """
            select a.id as subject_id, a.debt
              from om_account a
             where a.tenant = :tenant and a.debt > 0
               and exists (select 1
                             from om_lot l
                            where l.tenant = :tenant and l.account = a.id and l.is_open = 1
                              and l.available_from <= a.last_recorded_at and l.lapses_at > a.last_recorded_at
                              and l.remaining > coalesce((select sum(x.points)
                                                            from om_hold_part x
                                                           where x.tenant = l.tenant and x.lot_account = l.account
                                                             and x.lot_seq = l.seq and x.lot_number = l.number), 0))
             order by a.id
             limit :limit""";
    static final String LOT_ACCOUNTED = """
            select l.account as subject_id, l.seq as subject_seq, l.number as subject_number, l.granted, l.remaining,
                   l.granted + coalesce(x.effect, 0) as by_allocations
              from om_lot l
              left join (select account, lot_seq, lot_number,
                                sum(case when purpose = 'RESTORED' then points else -points end) as effect
                           from om_allocation
                          where tenant = :tenant and lot_seq is not null
                          group by account, lot_seq, lot_number) x
                on x.account = l.account and x.lot_seq = l.seq and x.lot_number = l.number
             where l.tenant = :tenant
               and (l.remaining <> l.granted + coalesce(x.effect, 0) or l.remaining < 0 or l.remaining > l.granted)
             order by l.account, l.seq, l.number
             limit :limit""";
    static final String ENTRY_EXPLAINED = """
            select e.account as subject_id, e.seq as subject_seq, e.points, coalesce(l.granted, 0) as opened,
                   coalesce(x.effect, 0) as allocated
              from om_entry e
              left join (select account, seq, sum(granted) as granted
                           from om_lot
                          where tenant = :tenant
                          group by account, seq) l on l.account = e.account and l.seq = e.seq
              left join (select account, entry_seq,
                                sum(case when purpose in ('RESTORED', 'REPAID') then points else -points end) as effect
                           from om_allocation
                          where tenant = :tenant
                          group by account, entry_seq) x on x.account = e.account and x.entry_seq = e.seq
             where e.tenant = :tenant and e.points <> coalesce(l.granted, 0) + coalesce(x.effect, 0)
             order by e.account, e.seq
             limit :limit""";
    static final String EXPIRED_NEVER_SPENT = """
            select x.account as subject_id, x.lot_seq as subject_seq, x.lot_number as subject_number,
                   x.entry_seq as taken_by_entry
              from om_allocation x
              left join om_lot l on l.tenant = x.tenant and l.account = x.account and l.seq = x.lot_seq
                                and l.number = x.lot_number
              left join om_entry e on e.tenant = x.tenant and e.account = x.account and e.seq = x.entry_seq
             where x.tenant = :tenant and x.purpose in ('SPENT', 'MOVED')
               and (l.lapses_at is null or e.recorded_at is null or e.recorded_at >= l.lapses_at)
               and not exists (select 1
                                 from om_hold h
                                where h.tenant = x.tenant and h.captured_account = x.account and h.captured_seq = x.entry_seq
                                  and h.placed_at < l.lapses_at and h.ended_at < h.expires_at)
               and not exists (select 1
                                 from om_hold_part p
                                 join om_hold h
                                   on h.tenant = p.tenant and h.account = p.account and h.key_source = p.key_source
                                  and h.key_value = p.key_value
                                where p.tenant = x.tenant and p.lot_account = x.account and p.lot_seq = x.lot_seq
                                  and p.lot_number = x.lot_number and x.purpose = 'MOVED'
                                  and p.until_at = e.recorded_at and h.placed_at < l.lapses_at
                                  and p.until_at < h.expires_at)
             order by x.account, x.lot_seq, x.lot_number, x.entry_seq
             limit :limit""";
    static final String EXPIRED_ONCE = """
            select x.account as subject_id, x.lot_seq as subject_seq, x.lot_number as subject_number, count(*) as times,
                   min(x.entry_seq) as first_by_entry
              from om_allocation x
              left join om_lot l on l.tenant = x.tenant and l.account = x.account and l.seq = x.lot_seq
                                and l.number = x.lot_number
              left join om_entry e on e.tenant = x.tenant and e.account = x.account and e.seq = x.entry_seq
             where x.tenant = :tenant and x.purpose = 'EXPIRED'
             group by x.account, x.lot_seq, x.lot_number
            having count(*) > 1 or sum(case when e.recorded_at >= l.lapses_at then 0 else 1 end) > 0
             order by x.account, x.lot_seq, x.lot_number
             limit :limit""";

    private BalanceAudit() {}
}

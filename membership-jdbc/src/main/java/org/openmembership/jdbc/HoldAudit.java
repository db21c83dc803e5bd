package org.openmembership.jdbc;

/** The questions that find holds which are not what they should be. */
final class HoldAudit {
    /** As of the last that was recorded on the account: whatever was in force then nobody took. */
    static final String HOLD_COVERED = """
            select l.account as subject_id, l.seq as subject_seq, l.number as subject_number, l.remaining, x.held
              from (select p.lot_account, p.lot_seq, p.lot_number, sum(p.points) as held
                      from om_hold h
                      join om_hold_part p
                        on p.tenant = h.tenant and p.account = h.account and p.key_source = h.key_source
                       and p.key_value = h.key_value
                      join om_account a on a.tenant = p.tenant and a.id = p.lot_account
                     where h.tenant = :tenant and h.ended_at is null and p.until_at > a.last_recorded_at
                     group by p.lot_account, p.lot_seq, p.lot_number) x
              join om_lot l
                on l.tenant = :tenant and l.account = x.lot_account and l.seq = x.lot_seq and l.number = x.lot_number
             where x.held > l.remaining
             order by l.account, l.seq, l.number
             limit :limit""";

    static final String HOLD_ADDS_UP = """
            select h.account as subject_id, h.key_source, h.key_value, h.points, coalesce(x.held, 0) as parts
              from om_hold h
              left join (select account, key_source, key_value, until_at, sum(points) as held
                           from om_hold_part
                          where tenant = :tenant
                          group by account, key_source, key_value, until_at) x
                on x.account = h.account and x.key_source = h.key_source and x.key_value = h.key_value
               and x.until_at = h.expires_at
             where h.tenant = :tenant and h.points <> coalesce(x.held, 0)
             order by h.account, h.key_source, h.key_value
             limit :limit""";
    static final String CAPTURE_WITHIN_HOLD = """
            select h.captured_account as subject_id, h.captured_seq as subject_seq, h.points as held, e.points as spent
              from om_hold h
              left join om_entry e
                on e.tenant = h.tenant and e.account = h.captured_account and e.seq = h.captured_seq
             where h.tenant = :tenant and h.captured_seq is not null
               and (e.seq is null or e.kind <> 'REDEMPTION' or e.points >= 0 or -e.points > h.points
                    or (h.ended_at < h.expires_at
                        and exists (select 1
                                      from om_allocation t
                                      left join om_hold_part x
                                        on x.tenant = t.tenant and x.account = h.account and x.key_source = h.key_source
                                       and x.key_value = h.key_value and x.lot_account = t.account
                                       and x.lot_seq = t.lot_seq and x.lot_number = t.lot_number
                                     where t.tenant = h.tenant and t.account = h.captured_account
                                       and t.entry_seq = h.captured_seq
                                       and t.points > coalesce(x.points, 0))))
             order by h.captured_account, h.captured_seq
             limit :limit""";
    static final String HOLD_KNOWN = """
            select distinct h.account as subject_id, h.key_source, h.key_value, h.expires_at, a.held_until, a.next_change_at
              from om_hold h
              join om_hold_part p
                on p.tenant = h.tenant and p.account = h.account and p.key_source = h.key_source
               and p.key_value = h.key_value and p.until_at = h.expires_at
              join om_account a on a.tenant = p.tenant and a.id = p.lot_account
             where h.tenant = :tenant and h.ended_at is null and h.expires_at > a.last_recorded_at
               and (a.held_until < h.expires_at or a.next_change_at > h.expires_at)
             order by h.account, h.key_source, h.key_value
             limit :limit""";

    private HoldAudit() {}
}

package org.openmembership.jdbc;

import java.util.List;

/** The questions that find entries which do not fit each other, or what asked for them. */
final class EntryAudit {
    /** The second half of a transfer is named by its first, what left in a merge by what arrived. */
    static final String ENTRY_OF_COMMAND = """
            select e.account as subject_id, e.seq as subject_seq, e.operation as named_by_no_command
              from om_entry e
              left join om_command c
                on c.tenant = e.tenant and c.operation = e.operation and c.key_source = e.key_source
               and c.key_value = e.key_value and c.club = e.club
               and c.account = case when e.kind in ('TRANSFER_TO', 'MERGE_OUT') then coalesce(e.related_account, e.account)
                                    else e.account end
               and case when e.kind in ('TRANSFER_TO', 'MERGE_OUT') then coalesce(e.related_seq, e.seq)
                        else e.seq end between c.first_seq and c.last_seq
             where e.tenant = :tenant and c.account is null
               and not exists (select 1
                                 from om_journal_effect f
                                 join om_journal j on j.tenant = f.tenant and j.club = f.club and j.number = f.number
                                where f.tenant = e.tenant and f.account = e.account
                                  and e.seq between f.first_seq and f.last_seq and e.operation = 'JOURNAL'
                                  and j.operation = e.operation and j.key_source = e.key_source and j.key_value = e.key_value and j.club = e.club)
             order by e.account, e.seq
             limit :limit""";

    static final String COMMAND_OF_ENTRIES = """
            select c.account as subject_id, c.operation, c.first_seq as from_entry, c.last_seq as to_entry,
                   count(e.seq) as entries
              from om_command c
              left join om_entry e
                on e.tenant = c.tenant and e.account = c.account and e.seq between c.first_seq and c.last_seq
               and e.operation = c.operation and e.key_source = c.key_source and e.key_value = c.key_value
               and e.club = c.club
             where c.tenant = :tenant and c.first_seq > 0
             group by c.account, c.operation, c.key_source, c.key_value, c.club, c.first_seq, c.last_seq
            having count(e.seq) <> c.last_seq - c.first_seq + 1
             order by c.account, c.first_seq, c.operation
             limit :limit""";
    /** Each line of a journal from a file is a command of its own. */
    static final String JOURNAL_OF_ENTRIES = """
            select f.account as subject_id, f.first_seq as from_entry, f.last_seq as to_entry, count(e.seq) as entries,
                   f.number as of_journal
              from om_journal_effect f
              join om_journal j on j.tenant = f.tenant and j.club = f.club and j.number = f.number
              left join om_entry e
                on e.tenant = f.tenant and e.account = f.account and e.seq between f.first_seq and f.last_seq
               and e.operation = j.operation and e.club = f.club
               and (j.operation = 'OPENING' or e.key_source = j.key_source and e.key_value = j.key_value)
             where f.tenant = :tenant
             group by f.account, f.first_seq, f.last_seq, f.number
            having count(e.seq) <> f.last_seq - f.first_seq + 1
             order by f.account, f.first_seq
             limit :limit""";
    /** Every journal is kept under a command, and numbers have no gaps. */
    static final String JOURNAL_NUMBERED = """
            select n.club as subject_id, n.last_number, count(c.club) as journals
              from om_journal_number n
              left join om_journal j on j.tenant = n.tenant and j.club = n.club
              left join om_command c
                on c.tenant = j.tenant and c.operation = j.operation and c.key_source = j.key_source
               and c.key_value = j.key_value and c.club = j.club
             where n.tenant = :tenant
             group by n.club, n.last_number
            having count(c.club) <> n.last_number or coalesce(max(j.number), 0) <> n.last_number
             order by n.club
             limit :limit""";

    static final String TRANSFER_PAIRED = """
            select e.account as subject_id, e.seq as subject_seq, e.points
              from om_entry e
             where e.tenant = :tenant and e.kind in ('TRANSFER_FROM', 'TRANSFER_TO')
               and not exists (select 1
                                 from om_entry o
                                 join om_account a on a.tenant = e.tenant and a.id = e.account
                                 join om_account b on b.tenant = o.tenant and b.id = o.account
                                where o.tenant = e.tenant and o.account = e.related_account and o.seq = e.related_seq
                                  and o.kind = case when e.kind = 'TRANSFER_FROM' then 'TRANSFER_TO'
                                                    else 'TRANSFER_FROM' end
                                  and o.related_account = e.account and o.related_seq = e.seq
                                  and o.account <> e.account and a.club = b.club and o.points + e.points <= 0)
             order by e.account, e.seq
             limit :limit""";
    static final String MERGE_PAIRED = """
            select e.account as subject_id, e.seq as subject_seq, e.points
              from om_entry e
             where e.tenant = :tenant and e.kind in ('MERGE_OUT', 'MERGE_IN')
               and not exists (select 1
                                 from om_entry o
                                 join om_account a on a.tenant = e.tenant and a.id = e.account
                                 join om_account b on b.tenant = o.tenant and b.id = o.account
                                where o.tenant = e.tenant and o.account = e.related_account and o.seq = e.related_seq
                                  and o.kind = case when e.kind = 'MERGE_OUT' then 'MERGE_IN' else 'MERGE_OUT' end
                                  and o.related_account = e.account and o.related_seq = e.seq
                                  and o.account <> e.account and a.club = b.club and o.points + e.points = 0)
             order by e.account, e.seq
             limit :limit""";
    /**
     * By the account that earned: after a merge it may be another one that it is taken back from. A line below zero in any
     * other entry is a return that names no sale.
     */
    static final String RETURN_WITHIN_EARNED = """
            select x.account as subject_id, x.line_number as line, sum(x.points) as remain
              from (select case when e.kind = 'REVERSAL' then coalesce(e.related_account, l.account) else l.account end
                             as account,
                           l.key_source, l.key_value, l.line_number, l.point_kind, l.points
                      from om_earned_line l
                      join om_entry e on e.tenant = :tenant and e.account = l.account and e.seq = l.entry_seq
                     where l.tenant = :tenant and (l.points > 0 or e.kind = 'REVERSAL')) x
             group by x.account, x.key_source, x.key_value, x.line_number, x.point_kind
            having sum(x.points) < 0
             order by x.account, x.key_source, x.key_value, x.line_number, x.point_kind
             limit :limit""";

    static final String REVERSAL_WITHIN_ENTRY = """
            select r.related_account as subject_id, r.related_seq as subject_seq, coalesce(e.points, 0) as moved, r.reversed
              from (select related_account, related_seq, sum(points) as reversed
                      from om_entry
                     where tenant = :tenant and kind = 'REVERSAL' and related_account is not null
                     group by related_account, related_seq) r
              left join om_entry e on e.tenant = :tenant and e.account = r.related_account and e.seq = r.related_seq
             where (coalesce(e.points, 0) >= 0 and (r.reversed > 0 or -r.reversed > coalesce(e.points, 0)))
                or (e.points < 0 and (r.reversed < 0 or r.reversed > -e.points))
             order by r.related_account, r.related_seq
             limit :limit""";
    static final String CHAIN_UNBROKEN = """
            select e.account as subject_id, e.seq as subject_seq, e.points, e.balance_after, b.balance_after as balance_before
              from om_entry e
              left join om_entry b on b.tenant = e.tenant and b.account = e.account and b.seq = e.seq - 1
             where e.tenant = :tenant
               and ((e.seq > 1 and b.seq is null) or e.balance_after <> coalesce(b.balance_after, 0) + e.points)
             order by e.account, e.seq
             limit :limit""";
    static final String HEAD_OF_CHAIN = """
            select a.id as subject_id, a.seq as head, coalesce(e.seq, 0) as last_entry
              from om_account a
              left join (select account, max(seq) as seq
                           from om_entry
                          where tenant = :tenant
                          group by account) e on e.account = a.id
             where a.tenant = :tenant and a.seq <> coalesce(e.seq, 0)
             order by a.id
             limit :limit""";
    static final String WITHIN_RANGE = """
            select account as subject_id, seq as subject_seq, points, balance_after
              from om_entry
             where tenant = :tenant
               and (points not between -100000000000000 and 100000000000000
                    or balance_after not between -100000000000000 and 100000000000000)
             order by account, seq
             limit :limit""";
    static final String TIME_ORDERED = """
            select e.account as subject_id, e.seq as subject_seq, e.recorded_at, b.recorded_at as recorded_before
              from om_entry e
              join om_entry b on b.tenant = e.tenant and b.account = e.account and b.seq = e.seq - 1
             where e.tenant = :tenant and e.recorded_at < b.recorded_at
             order by e.account, e.seq
             limit :limit""";

    /** What is asked of commands, journals and their entries. */
    static final List<String> OF_COMMANDS =
            List.of(ENTRY_OF_COMMAND, COMMAND_OF_ENTRIES, JOURNAL_OF_ENTRIES, JOURNAL_NUMBERED);

    private EntryAudit() {}
}

package org.openmembership.jdbc;

import java.util.List;

/** The questions that find what is wrong with gift cards (I21). */
final class GiftCardAudit {
    static final String AGREES = """
            select g.id as subject_id, g.balance, g.seq as last_seq, count(e.seq) as entries,
                   coalesce(sum(e.amount), 0) as sum_of_entries
              from om_gift_card g
              left join om_gift_card_entry e on e.tenant = g.tenant and e.card = g.id
             where g.tenant = :tenant
             group by g.id, g.balance, g.seq, g.currency
            having g.balance <> coalesce(sum(e.amount), 0) or g.balance < 0 or g.seq <> count(e.seq)
                or g.seq <> coalesce(max(e.seq), 0) or sum(case when e.currency <> g.currency then 1 else 0 end) > 0
             order by g.id
             limit :limit""";
    static final String MONEY_FOR_NOTHING = """
            select c.card as subject_id, c.seq as subject_seq, c.amount, p.operation
              from om_gift_card_entry c
              left join om_entry p on p.tenant = c.tenant and p.account = c.point_account and p.seq = c.point_seq
              left join om_entry o on o.tenant = p.tenant and o.account = p.related_account and o.seq = p.related_seq
             where c.tenant = :tenant and c.point_account is not null
               and not (c.kind = 'POINTS' and coalesce(p.operation, '') = 'GIFT_CARD')
               and not (c.kind = 'POINTS_BACK' and coalesce(p.kind, '') = 'REVERSAL' and coalesce(o.operation, '') = 'GIFT_CARD')
             order by c.card, c.seq
             limit :limit""";
    static final String POINTS_FOR_NOTHING = """
            select p.account as subject_id, p.seq as subject_seq, p.points
              from om_entry p
              left join om_gift_card_entry c on c.tenant = p.tenant and c.point_account = p.account and c.point_seq = p.seq
             where p.tenant = :tenant and p.operation = 'GIFT_CARD' and c.card is null
             order by p.account, p.seq
             limit :limit""";
    static final String UNDONE_FOR_NOTHING = """
            select p.account as subject_id, p.seq as subject_seq, p.points
              from om_entry o
              join om_entry p on p.tenant = o.tenant and p.related_account = o.account and p.related_seq = o.seq
                             and p.kind = 'REVERSAL'
              left join om_gift_card_entry c on c.tenant = p.tenant and c.point_account = p.account and c.point_seq = p.seq
             where o.tenant = :tenant and o.operation = 'GIFT_CARD' and c.card is null
             order by p.account, p.seq
             limit :limit""";

    /**
     * In ten-thousandths of the currency; hundredths of a point times millionths a point would be hundred-millionths. Multiplied in
     * two parts, so that what can be kept can be counted.
     */
    static final String WORTH_LESS = """
            select c.card as subject_id, c.seq as subject_seq, c.amount, p.points, p.point_value
              from om_gift_card_entry c
              join om_entry p on p.tenant = c.tenant and p.account = c.point_account and p.seq = c.point_seq
             where c.tenant = :tenant and c.kind = 'POINTS'
               and (c.currency <> p.currency
                    or c.amount > -p.points * ((p.point_value - p.point_value % 10000) / 10000)
                                  + -p.points * (p.point_value % 10000) / 10000)
             order by c.card, c.seq
             limit :limit""";

    static final String UNDONE_OTHERWISE = """
            select c.card as subject_id, c.seq as subject_seq, c.amount, b.card as brought_to, b.amount as brought
              from om_gift_card_entry c
              join om_entry p on p.tenant = c.tenant and p.account = c.point_account and p.seq = c.point_seq
              left join om_gift_card_entry b
                on b.tenant = p.tenant and b.point_account = p.related_account and b.point_seq = p.related_seq
             where c.tenant = :tenant and c.kind = 'POINTS_BACK'
               and (b.card is null or b.card <> c.card or b.amount <> -c.amount)
             order by c.card, c.seq
             limit :limit""";

    /** What is asked of money and the points it came from. */
    static final List<String> OF_PAIRS = List.of(MONEY_FOR_NOTHING, POINTS_FOR_NOTHING, UNDONE_FOR_NOTHING);

    private GiftCardAudit() {}
}

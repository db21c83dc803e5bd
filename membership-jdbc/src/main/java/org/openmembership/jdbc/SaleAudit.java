package org.openmembership.jdbc;

/** The questions that find sales which were to be posted later and were not posted once. */
final class SaleAudit {
    static final String POSTED_WITHOUT_COMMAND = """
            select w.purchase as subject_id, w.account, w.state
              from om_waiting_sale w
              left join om_command c
                on c.tenant = w.tenant and c.operation = 'SALE' and c.key_source = w.key_source
               and c.key_value = w.key_value and c.club = w.club
             where w.tenant = :tenant and w.state = 'POSTED' and c.key_source is null
             order by w.purchase, w.account
             limit :limit""";
    static final String COMMAND_BEFORE_POSTED = """
            select w.purchase as subject_id, w.account, w.state
              from om_waiting_sale w
              join om_command c
                on c.tenant = w.tenant and c.operation = 'SALE' and c.key_source = w.key_source
               and c.key_value = w.key_value and c.club = w.club
             where w.tenant = :tenant and w.state <> 'POSTED'
             order by w.purchase, w.account
             limit :limit""";

    private SaleAudit() {}
}

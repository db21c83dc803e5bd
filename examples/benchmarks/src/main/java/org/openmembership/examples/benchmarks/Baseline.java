package org.openmembership.examples.benchmarks;

import java.sql.SQLException;
import java.util.List;

/** The same rows, written by hand for one engine: no rules, no checks beyond the database's own, nothing looked up twice. */
interface Baseline {
    /** A sale whose points somebody else has worked out. */
    record Sale(String receipt, String purchase, String account, String member, List<Line> lines, long points) {}

    /** One line of it; amounts in 1/10,000, points in hundredths. */
    record Line(int number, String sku, long amount, long points) {}

    void sell(Sale sale) throws SQLException;

    /** Spends points, the lots that lapse first going first. */
    void redeem(String key, String account, long points) throws SQLException;

    /** A new active member with a user, and every customer with the email who is free. */
    void register(String member, String user, String email) throws SQLException;

    /** The points that can be spent, from the account's row. */
    long balance(String account) throws SQLException;
}

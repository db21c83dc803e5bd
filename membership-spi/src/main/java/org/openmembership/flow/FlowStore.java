package org.openmembership.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.shared.Points;

/**
 * Sums over what other stores keep; each question is one pass over the accounts in scope, and writes nothing.
 *
 * <p>What is asked for an instant goes by what had been recorded before it, so that an answer for the past never changes.
 */
public interface FlowStore {
    /**
     * Sums of the entries recorded from {@code from} until before {@code to}, by scheme, kind, then flow; those of one account with
     * those of accounts whose points it has since a merge or a takeover (R16).
     */
    List<PointFlow> flows(Scope scope, Instant from, Instant to);

    /** The points that were open at {@code at} by the instant at which they lapse, in that order. */
    List<Outstanding> openAt(Scope scope, Instant at);

    /** What was owed at {@code at}, as a number of zero or more. */
    Points debtAt(Scope scope, Instant at);

    /**
     * What accounts hold now, by the scheme they hold now; schemes that nobody holds are left out.
     *
     * @param at which lots are pending or lapsed
     * @param expiringBefore the end of the window for what lapses next
     */
    Map<SchemeId, Holdings> holdings(Scope scope, Instant at, Instant expiringBefore);

    /**
     * What the members who share accounts bought, by the scheme these accounts hold now; schemes that nobody holds are left
     * out.
     *
     * @param from the first instant by the till's clock whose purchases are summed; the last purchase may be older
     * @param to the first that no longer counts
     */
    Map<SchemeId, Spend> spend(Scope scope, CurrencyUnit currency, Instant from, Instant to);
}

package org.openmembership.ledger;

import java.util.List;
import java.util.Map;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.idempotency.RecordedCommand;

/**
 * What was found for a {@link LedgerRequest}.
 *
 * @param commands those of the keys that are recorded
 * @param accounts those that exist, locked, by id
 * @param lots for each of the accounts, as far as asked for
 * @param clubVersions the number of the last published version of each of their clubs
 */
public record OpenedLedgers(
        List<RecordedCommand> commands,
        List<MemberAccount> accounts,
        Map<AccountId, OpenLots> lots,
        Map<ClubId, Integer> clubVersions) {
    public OpenedLedgers {
        commands = List.copyOf(commands);
        accounts = List.copyOf(accounts);
        lots = Map.copyOf(lots);
        clubVersions = Map.copyOf(clubVersions);
    }
}

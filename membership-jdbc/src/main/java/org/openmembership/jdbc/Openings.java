package org.openmembership.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.jdbc.Gathering.Answers;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.OpenLots;
import org.openmembership.ledger.OpenedLedgers;

/**
 * The gathering step of keyed commands: one gathering, which locks first and then reads, so that everything read is what
 * the holder of the lock before has left.
 */
final class Openings {
    private static final String COMMANDS = """
            select c.operation, c.key_source, c.key_value, c.club, c.account, c.fingerprint, c.first_seq, c.last_seq,
                   c.outcome, c.figures, c.actor_kind, c.actor_reference, c.recorded_at
              from {rows:wanted}
              join om_command c
                on c.tenant = :tenant and c.operation = wanted.operation and c.key_source = wanted.source
               and c.key_value = wanted.value and c.club = wanted.club""";
    private static final String CLUB_VERSIONS = """
            select c.id, (select max(v.number) from om_club_version v where v.tenant = c.tenant and v.club = c.id) as number
              from om_club c
             where c.tenant = :tenant""";

    private final JdbcUnit unit;

    Openings(JdbcUnit unit) {
        this.unit = unit;
    }

    OpenedLedgers open(LedgerRequest request) {
        Gathering gathering = unit.gather();
        Answers<MemberAccount> accounts = lock(gathering, request);
        Answers<RecordedCommand> commands = commands(gathering, request.keys());
        Map<AccountId, Answers<Lot>> lots = lots(gathering, request);
        Answers<Map.Entry<ClubId, Integer>> versions = clubVersions(gathering);
        gathering.run();
        Map<AccountId, OpenLots> opened = new HashMap<>();
        for (MemberAccount account : accounts.all()) {
            opened.put(account.id(), opened(lots.get(account.id()), request.cover()));
        }
        return new OpenedLedgers(commands.all(), accounts.all(), opened, versionsOf(accounts.all(), versions));
    }

    /** The number of the last version of every club; there are few. */
    static Answers<Map.Entry<ClubId, Integer>> clubVersions(Gathering gathering) {
        return gathering.ask(CLUB_VERSIONS, row -> Map.entry(ClubId.of(row.getString("id")), row.getInt("number")));
    }

    static Map<ClubId, Integer> versionsOf(List<MemberAccount> accounts, Answers<Map.Entry<ClubId, Integer>> versions) {
        Map<ClubId, Integer> wanted = new HashMap<>();
        for (Map.Entry<ClubId, Integer> version : versions.all()) {
            if (accounts.stream().anyMatch(account -> account.club().equals(version.getKey()))) {
                wanted.put(version.getKey(), version.getValue());
            }
        }
        return wanted;
    }

    private static Answers<MemberAccount> lock(Gathering gathering, LedgerRequest request) {
        if (request.accounts().isEmpty()) {
            return Answers.none();
        }
        gathering.list("ids", JdbcAccountStore.texts(request.accounts()));
        return gathering.ask(JdbcAccountStore.LOCK, AccountRow::read);
    }

    private static Answers<RecordedCommand> commands(Gathering gathering, List<CommandKey> keys) {
        if (keys.isEmpty()) {
            return Answers.none();
        }
        List<Object[]> rows = new ArrayList<>();
        for (CommandKey key : new LinkedHashSet<>(keys)) {
            rows.add(new Object[] {
                key.operation(),
                key.key().source(),
                key.key().value(),
                key.club().value()
            });
        }
        gathering.rows("wanted", "operation, source, value, club", rows);
        return gathering.ask(COMMANDS, CommandRow::read);
    }

    private Map<AccountId, Answers<Lot>> lots(Gathering gathering, LedgerRequest request) {
        Map<AccountId, Answers<Lot>> lots = new HashMap<>();
        Cover cover = request.cover();
        if (cover != null) {
            gathering.bind("at", cover.at()).bind("limit", unit.dialect().firstLots() + 1);
            for (AccountId account : request.accounts()) {
                String name = "account_" + lots.size();
                gathering.bind(name, account.value());
                String question = LotQuestions.openLots(cover.order()).replace(":account", ":" + name);
                lots.put(account, gathering.ask(question, LotRow::read));
            }
        }
        return lots;
    }

    private OpenLots opened(@Nullable Answers<Lot> lots, @Nullable Cover cover) {
        return lots == null || cover == null
                ? OpenLots.NONE_READ
                : LotQuestions.openLots(lots.all(), cover, unit.dialect().firstLots());
    }
}

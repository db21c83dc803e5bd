package org.openmembership.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.Inactivity;
import org.openmembership.club.Inactivity.Activity;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.storage.Stores;

/** Tells workbooks what ends points of who is inactive (R25); costs nothing in clubs where nothing does. */
public final class Idleness {
    private Idleness() {}

    /** With all open lots of accounts of clubs that have such terms, in one question. */
    public static void heed(Map<AccountId, AccountLedger> ledgers, PublishedClubs clubs, Instant now, Stores stores) {
        Map<AccountId, Club> ending = new TreeMap<>();
        ledgers.forEach((account, ledger) -> {
            Club club = clubs.require(ledger.account().club(), now, stores).club();
            if (club.points().inactivity() != null) {
                ending.put(account, club);
            }
        });
        if (ending.isEmpty()) {
            return;
        }
        Map<AccountId, List<Lot>> lots = new HashMap<>();
        for (Lot lot : stores.ledger().openLots(ending.keySet())) {
            lots.computeIfAbsent(lot.id().entry().account(), any -> new ArrayList<>())
                    .add(lot);
        }
        ledgers.forEach((account, ledger) -> {
            Club club = ending.get(account);
            if (club != null) {
                heed(ledger.with(lots.getOrDefault(account, List.of())), club);
            }
        });
    }

    private static void heed(AccountLedger ledger, Club club) {
        Inactivity terms = club.points().inactivity();
        if (terms != null) {
            Instant idle =
                    terms.lapsesAt(club.businessDate(ledger.at()), club.place().zone());
            ledger.endWhenIdle(idle, entry -> counts(entry, terms));
        }
    }

    private static boolean counts(PointEntry entry, Inactivity terms) {
        return switch (entry.kind()) {
            case SALE -> entry.points().isPositive() && terms.counts().contains(Activity.EARN);
            case REDEMPTION -> terms.counts().contains(Activity.SPEND);
            default -> false;
        };
    }
}

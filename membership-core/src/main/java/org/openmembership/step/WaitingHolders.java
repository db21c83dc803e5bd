package org.openmembership.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmembership.account.AccountId;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.storage.Stores;

/** Lets sales that wait for an account follow its points when those come to another account, or go back (R16, A59). */
public final class WaitingHolders {
    private WaitingHolders() {}

    /** Gives what waits for {@code holder} to whoever has now what the accounts had for which it was recorded. */
    public static void settle(AccountId holder, Stores stores) {
        List<WaitingSale> waiting = stores.waitingSales().heldBy(Set.of(holder));
        Set<AccountId> recordedFor =
                waiting.stream().map(sale -> sale.name().account()).collect(Collectors.toSet());
        Map<AccountId, List<AccountId>> lines =
                waiting.isEmpty() ? Map.of() : stores.accounts().successors(recordedFor);
        List<WaitingSale> moved = new ArrayList<>();
        for (WaitingSale sale : waiting) {
            AccountId account = sale.name().account();
            List<AccountId> line = lines.getOrDefault(account, List.of());
            AccountId has = line.isEmpty() ? account : line.get(line.size() - 1);
            if (!has.equals(holder)) {
                moved.add(sale.heldBy(has));
            }
        }
        stores.waitingSales().update(moved);
    }
}

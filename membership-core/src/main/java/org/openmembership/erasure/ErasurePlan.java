package org.openmembership.erasure;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openmembership.privacy.ErasedAccount;
import org.openmembership.privacy.Person;

/**
 * What erasing a person would do now.
 *
 * @param records whose records would go
 * @param accounts what would become of the accounts, by id
 * @param blockers why it cannot be done now; empty if it can
 * @param holders how many records each of the host's holders would erase, by its code
 */
public record ErasurePlan(
        Person records, List<ErasedAccount> accounts, List<Blocker> blockers, SortedMap<String, Long> holders) {
    public ErasurePlan {
        accounts = List.copyOf(accounts);
        blockers = List.copyOf(blockers);
        holders = Collections.unmodifiableSortedMap(new TreeMap<>(holders));
    }
}

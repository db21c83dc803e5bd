package org.openmembership.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.storage.BusyException;
import org.openmembership.storage.Stores;

/**
 * A reading of accounts with several questions, each of which may see a later state: repeated until the accounts have the
 * same version at its end as at its beginning. It holds no lock, so tills never wait for it.
 */
record SteadyRead<R>(Function<Stores, Set<AccountId>> which, BiFunction<List<MemberAccount>, Stores, R> question) {
    private static final int TRIES = 10;

    R run(Caller caller) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Read<R>> read = caller.read(this::once);
            if (read.isPresent()) {
                return read.get().answer();
            }
        }
        throw new BusyException("accounts changed during each of " + TRIES + " reads");
    }

    private Optional<Read<R>> once(Stores stores) {
        Set<AccountId> ids = which.apply(stores);
        List<MemberAccount> before = stores.accounts().findAll(ids);
        R answer = question.apply(before, stores);
        boolean still = versions(before).equals(versions(stores.accounts().findAll(ids)));
        return still ? Optional.of(new Read<>(answer)) : Optional.empty();
    }

    private static List<Long> versions(List<MemberAccount> accounts) {
        return accounts.stream().map(MemberAccount::version).toList();
    }

    private record Read<R>(R answer) {}
}

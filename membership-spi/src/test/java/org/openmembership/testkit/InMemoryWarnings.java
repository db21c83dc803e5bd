package org.openmembership.testkit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountStatus;
import org.openmembership.account.MemberAccount;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.shared.ReasonCode;
import org.openmembership.warning.ExpiryWarning;
import org.openmembership.warning.WarningStore;

final class InMemoryWarnings implements WarningStore {
    private final State state;

    InMemoryWarnings(State state) {
        this.state = state;
    }

    @Override
    public List<ExpiryWarning> due(Question question, @Nullable LotId after, int limit) {
        return new InMemoryAccounts(state)
                .ofClub(question.club(), null)
                .filter(account -> account.standing().status() == AccountStatus.ACTIVE)
                .flatMap(account -> new InMemoryLots(state)
                        .open(account.id())
                        .filter(lot -> isDue(lot, question, after))
                        .map(lot -> warning(lot, account, question)))
                .limit(limit)
                .toList();
    }

    private boolean isDue(Lot lot, Question question, @Nullable LotId after) {
        return lot.life().lapsesAt().isAfter(question.from())
                && !lot.life().lapsesAt().isAfter(question.to())
                && (after == null || lot.id().compareTo(after) > 0)
                && !state.warnings.contains(place(lot.id(), question.window()));
    }

    private static ExpiryWarning warning(Lot lot, MemberAccount account, Question question) {
        return new ExpiryWarning(
                lot.id(),
                question.window(),
                requireNonNull(account.owner().mainMember()),
                new ExpiryWarning.Notice(lot.remaining(), lot.life().lapsesAt()),
                question.now());
    }

    @Override
    public void addAll(List<ExpiryWarning> warnings) {
        warnings.forEach(warning -> state.warnings.add(place(warning.lot(), warning.window()), warning));
    }

    @Override
    public List<ExpiryWarning> of(AccountId account) {
        Key prefix = Key.of(account);
        return state.warnings.between(prefix, prefix.end()).toList();
    }

    private static Key place(LotId lot, ReasonCode window) {
        return Key.of(lot.entry().account(), lot, window);
    }
}

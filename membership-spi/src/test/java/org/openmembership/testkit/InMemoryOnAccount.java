package org.openmembership.testkit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.onaccount.CommentedEntry;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.onaccount.OnAccountEntry;
import org.openmembership.onaccount.OnAccountKind;
import org.openmembership.onaccount.OnAccountStore;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;

final class InMemoryOnAccount implements OnAccountStore {
    private final State state;

    InMemoryOnAccount(State state) {
        this.state = state;
    }

    @Override
    public Optional<CustomerAccount> find(CustomerId customer) {
        return state.onAccounts.find(customer);
    }

    @Override
    public Optional<OnAccountEntry> find(OnAccountKind kind, ExternalKey key) {
        return state.onAccountEntriesByKey
                .find(Key.of(kind, key))
                .flatMap(state.onAccountEntries::find)
                .map(CommentedEntry::entry);
    }

    @Override
    public void post(OnAccountEntry entry, @Nullable String comment) {
        Key place = Key.of(entry.customer(), entry.seq());
        long last = find(entry.customer()).map(CustomerAccount::seq).orElse(0L);
        if (last != entry.seq() - 1) {
            throw new RaceLostException(entry.customer() + " has other entries");
        }
        state.onAccounts.put(
                entry.customer(), new CustomerAccount(entry.customer(), entry.balanceAfter(), entry.seq()));
        state.onAccountEntries.add(place, new CommentedEntry(entry, comment));
        state.onAccountEntriesByKey.add(Key.of(entry.kind(), entry.origin().key()), place);
    }

    @Override
    public Page<CommentedEntry> history(CustomerId customer, Page.Request page) {
        Key first = Key.of(customer);
        Key end = page.after() == null
                ? first.end()
                : Key.of(customer, page.after().number());
        List<CommentedEntry> found = state.onAccountEntries
                .betweenDown(first, end)
                .limit(page.limit() + 1L)
                .toList();
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<CommentedEntry> items = found.subList(0, page.limit());
        long last = items.get(items.size() - 1).entry().seq();
        return new Page<>(items, new Page.Cursor(Long.toString(last)));
    }
}

package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.member.MemberId;

/** What every store must keep of accounts that their members have brought to others and do not share any more. */
@Requirement("R55")
public abstract class AccountBroughtContract extends StoreContract {
    @Test
    void an_account_that_nobody_shares_any_more_is_found_by_who_brought_it() {
        MemberAccount first = story().account();
        MemberAccount second = story().account();
        AccountId family = story().account().id();
        AccountId merged = story().account().id();
        MemberId ada = main(first);

        write(stores -> {
            stores.accounts().share(first.abandoned(), new TreeSet<>());
            stores.accounts().succeed(first.id(), family, ada);
            stores.accounts().share(second.abandoned(), new TreeSet<>());
            stores.accounts().succeed(second.id(), family, ada);
            stores.accounts().succeed(merged, family, null);
        });

        assertThat(brought(ada))
                .extracting(MemberAccount::id)
                .containsExactlyElementsOf(new TreeSet<>(Set.of(first.id(), second.id())));
        assertThat(brought(ada)).allMatch(MemberAccount::isClosed);
        assertThat(bringer(second.id())).contains(ada);
        assertThat(bringer(merged)).isEmpty();
        assertThat(bringer(family)).isEmpty();
    }

    @Test
    void who_has_brought_nothing_or_got_it_back_has_left_no_account() {
        MemberAccount account = story().account();
        AccountId family = story().account().id();
        write(stores -> stores.accounts().succeed(account.id(), family, main(account)));

        write(stores -> stores.accounts().separate(account.id()));

        assertThat(brought(main(account))).isEmpty();
        assertThat(bringer(account.id())).isEmpty();
    }

    private List<MemberAccount> brought(MemberId member) {
        return read(stores -> stores.accounts().broughtBy(member));
    }

    private Optional<MemberId> bringer(AccountId account) {
        return read(stores -> stores.accounts().bringer(account));
    }

    private static MemberId main(MemberAccount account) {
        return Objects.requireNonNull(account.owner().mainMember());
    }
}

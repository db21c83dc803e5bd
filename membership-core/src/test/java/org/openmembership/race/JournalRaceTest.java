package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.journals.JournalLine;
import org.openmembership.journals.JournalRequest;
import org.openmembership.journals.JournalResult;
import org.openmembership.journals.JournalResult.Posted;
import org.openmembership.journals.JournalReversal;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Journals that are posted at once, and beside tills, on every storage. */
@Requirement({"R32", "B45"})
final class JournalRaceTest extends ShopTest {
    @Test
    void journals_over_the_same_accounts_in_any_order_are_all_posted_and_numbered_without_gaps() throws Exception {
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        List<Callable<JournalResult>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<AccountId> accounts = i % 2 == 0 ? List.of(ada, eve) : List.of(eve, ada);
            JournalRequest request = JournalRequest.normal(
                    Shop.CLUB, accounts.stream().map(JournalRaceTest::one).toList(), shop.key());
            calls.add(() -> shop.membership().journals().post(request));
        }

        List<JournalResult> results = Tills.atOnce(calls);

        assertThat(results.stream()
                        .map(result -> ((Posted) result).journal().id().number())
                        .sorted())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 6).boxed().toList());
        assertThat(shop.available(ada)).isEqualTo(Points.of(6));
        assertThat(shop.available(eve)).isEqualTo(Points.of(6));
    }

    @Test
    @Requirement("I8")
    void one_journal_that_is_sent_many_times_at_once_is_posted_once() throws Exception {
        AccountId ada = shop.account();
        JournalRequest request = JournalRequest.normal(Shop.CLUB, List.of(one(ada)), shop.key());
        List<Callable<JournalResult>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(() -> shop.membership().journals().post(request));
        }

        List<JournalResult> results = Tills.atOnce(calls);

        assertThat(results.stream().filter(result -> !((Posted) result).repeated()))
                .hasSize(1);
        assertThat(shop.available(ada)).isEqualTo(Points.of(1));
    }

    @Test
    @Requirement("I3")
    void what_a_journal_takes_no_till_spends_too() throws Exception {
        AccountId ada = shop.account();
        shop.give(ada, 10);
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ExternalKey key = shop.key();
            JournalRequest request = JournalRequest.normal(
                    Shop.CLUB, List.of(JournalLine.of(ada, Points.of(-4), "correction")), shop.key());
            calls.add(() -> shop.membership().redemption().redeem(ada, Points.of(4), key));
            calls.add(() -> shop.membership().journals().post(request));
        }

        List<Object> results = Tills.atOnce(calls);

        assertThat(results.stream()
                        .filter(result -> result instanceof Posted || result instanceof RedemptionResult.Redeemed))
                .hasSize(2);
        assertThat(shop.available(ada)).isEqualTo(Points.of(2));
    }

    @Test
    @Requirement("I11")
    void a_journal_that_is_undone_by_many_at_once_is_undone_once() throws Exception {
        AccountId ada = shop.account();
        Posted posted = (Posted) shop.membership()
                .journals()
                .post(JournalRequest.normal(Shop.CLUB, List.of(one(ada), one(ada)), shop.key()));
        List<Callable<JournalResult>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            JournalReversal request = JournalReversal.of(posted.journal().id(), "mistake", shop.key());
            calls.add(() -> shop.membership().journals().reverse(request));
        }

        List<JournalResult> results = Tills.atOnce(calls);

        assertThat(results.stream().filter(Posted.class::isInstance)).hasSize(1);
        assertThat(shop.available(ada)).isEqualTo(Points.ZERO);
    }

    private static JournalLine one(AccountId account) {
        return JournalLine.of(account, Points.of(1), "gift");
    }
}

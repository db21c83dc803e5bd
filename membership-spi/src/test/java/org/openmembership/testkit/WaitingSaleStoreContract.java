package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.ledger.LedgerStore.Stretch;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Provisional;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.purchase.WaitingSale.Due;
import org.openmembership.purchase.WaitingSale.Effect;
import org.openmembership.purchase.WaitingSale.Name;
import org.openmembership.purchase.WaitingSale.State;
import org.openmembership.purchase.WaitingSaleStore;
import org.openmembership.shared.Points;

/** What every {@link WaitingSaleStore} does. */
@Requirement({"A59", "B40"})
public abstract class WaitingSaleStoreContract extends StoreContract {
    @Test
    void what_waits_is_read_back_by_sale_and_by_holder_until_it_is_posted() {
        AccountId account = account();
        WaitingSale waiting = waiting(account, 10, Any.minute(5));
        WaitingSale unasked = waiting(account, -3, null);
        add(waiting, unasked);

        assertThat(of(waiting, unasked)).containsExactlyInAnyOrder(waiting, unasked);
        assertThat(heldBy(account)).containsExactlyInAnyOrder(waiting, unasked);
        assertThat(provisional(account)).isEqualTo(Map.of(account, new Provisional(2, Points.of(7))));

        WaitingSale posted = waiting.ended(State.POSTED);
        write(stores -> stores.waitingSales().update(List.of(posted)));
        assertThat(of(waiting)).containsExactly(posted);
        assertThat(heldBy(account)).containsExactly(unasked);
        assertThat(provisional(account)).isEqualTo(Map.of(account, new Provisional(1, Points.of(-3))));
        assertThat(provisional(account())).isEmpty();
    }

    @Test
    void due_are_those_of_the_club_whose_time_has_come_page_by_page_in_its_order() {
        AccountId account = account();
        WaitingSale late = waiting(account, 1, Any.minute(7));
        WaitingSale early = waiting(account, 1, Any.minute(5));
        WaitingSale future = waiting(account, 1, Any.minute(9));
        WaitingSale released = waiting(account, 1, null).released(Any.minute(6));
        WaitingSale withdrawn = waiting(account, 1, Any.minute(5)).ended(State.WITHDRAWN);
        add(late, early, future, waiting(account, 1, null), released, withdrawn, waiting(account(), 1, Any.minute(5)));

        assertThat(due(early, Any.minute(8), null, 10)).containsExactly(early, released, late);
        assertThat(due(early, Any.minute(8), null, 1)).containsExactly(early);
        assertThat(due(early, Any.minute(8), early, 10)).containsExactly(released, late);
        assertThat(due(early, Any.minute(4), null, 10)).isEmpty();
    }

    @Test
    @Requirement("R16")
    void it_waits_for_whoever_has_what_its_account_had() {
        AccountId account = account();
        AccountId survivor = account();
        WaitingSale waiting = waiting(account, 4, Any.minute(5));
        add(waiting);

        write(stores -> stores.waitingSales().update(List.of(waiting.heldBy(survivor))));

        assertThat(heldBy(account)).isEmpty();
        assertThat(provisional(account, survivor)).isEqualTo(Map.of(survivor, new Provisional(1, Points.of(4))));
    }

    @Test
    @Requirement("R32")
    void of_two_who_say_something_at_once_one_is_run_again() {
        WaitingSale waiting = waiting(account(), 4, null);
        add(waiting);
        write(stores -> stores.waitingSales().update(List.of(waiting.released(Any.minute(3)))));

        assertAlwaysLost(stores -> stores.waitingSales().update(List.of(waiting.ended(State.WITHDRAWN))));
        assertAlwaysLost(stores -> stores.waitingSales().addAll(List.of(waiting)));
    }

    @Test
    @Requirement({"B55", "R41"})
    void no_scheme_counts_a_purchase_that_is_not_posted() {
        Member ada = story().member();
        MemberId member = ada.id();
        AccountId account = story().account(story().club(), ada).id();
        KeptPurchase kept =
                AnyPurchase.kept(AnyPurchase.anyPurchase(Buyer.member(member), Any.minute(1), "100"), member);
        write(stores -> stores.purchases().addAll(List.of(kept)));
        assertThat(spent(account)).isEqualByComparingTo("100");

        WaitingSale waiting = WaitingSale.of(name(kept, account), effect(account, 5), new Due(Any.minute(2), null));
        add(waiting);
        assertThat(spent(account)).isZero();
        assertThat(lastPurchases(account)).isEmpty();
        assertThat(shared(account)).isZero();

        write(stores -> stores.waitingSales().update(List.of(waiting.ended(State.POSTED))));
        assertThat(spent(account)).isEqualByComparingTo("100");
        assertThat(lastPurchases(account)).containsOnlyKeys(account);
        assertThat(shared(account)).isEqualTo(1);
    }

    @Test
    @Requirement("I8")
    void a_sale_that_is_said_to_be_posted_and_has_no_command_is_found() {
        WaitingSale posted = waiting(account(), 4, Any.minute(5)).ended(State.POSTED);
        add(posted);

        List<Violation> found = read(stores -> stores.audit().violations(Invariant.SALE_POSTED_ONCE, 10));

        assertThat(found)
                .extracting(Violation::subject)
                .containsExactly(posted.name().purchase().value());
    }

    private AccountId account() {
        return story().account().id();
    }

    private WaitingSale waiting(AccountId account, int points, @Nullable Instant due) {
        KeptPurchase kept = AnyPurchase.kept(AnyPurchase.anyPurchase());
        write(stores -> stores.purchases().addAll(List.of(kept)));
        return WaitingSale.of(name(kept, account), effect(account, points), new Due(Any.minute(2), due));
    }

    private static Name name(KeptPurchase kept, AccountId account) {
        return new Name(kept.id(), kept.purchase().key(), account);
    }

    private Effect effect(AccountId account, int points) {
        MemberAccount row = read(stores -> stores.accounts().find(account)).orElseThrow();
        return new Effect(row.club(), true, Points.of(points));
    }

    private void add(WaitingSale... sales) {
        write(stores -> stores.waitingSales().addAll(List.of(sales)));
    }

    private List<WaitingSale> of(WaitingSale... sales) {
        return read(stores -> stores.waitingSales()
                .of(List.of(sales).stream().map(sale -> sale.name().sale()).toList()));
    }

    private List<WaitingSale> heldBy(AccountId holder) {
        return read(stores -> stores.waitingSales().heldBy(Set.of(holder)));
    }

    private Map<AccountId, Provisional> provisional(AccountId... holders) {
        return read(stores -> stores.waitingSales().provisional(Set.of(holders)));
    }

    private List<WaitingSale> due(WaitingSale like, Instant at, @Nullable WaitingSale after, int limit) {
        return read(stores -> stores.waitingSales().due(like.club(), at, after, limit));
    }

    private BigDecimal spent(AccountId account) {
        Stretch always = new Stretch(Any.minute(0), Any.minute(60));
        Map<AccountId, BigDecimal> spent =
                read(stores -> stores.ledger().measures(Measure.SPEND, CurrencyUnit.EUR, Map.of(account, always)));
        return spent.getOrDefault(account, BigDecimal.ZERO);
    }

    private Map<AccountId, Instant> lastPurchases(AccountId account) {
        return read(stores -> stores.ledger().lastPurchases(Set.of(account)));
    }

    private int shared(AccountId account) {
        return read(stores -> stores.purchases().shared(Set.of(account), Any.minute(0), Any.minute(60), null, 10))
                .size();
    }
}

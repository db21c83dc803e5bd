package org.openmembership.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.cards.CardResult;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeTerms;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.sharing.PoolingResult.Pooled;
import org.openmembership.sharing.PoolingResult.Refused;
import org.openmembership.subscription.SubscriptionRequest;
import org.openmembership.subscription.SubscriptionResult;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** What stands in the way of pooling for a while, or for good; nothing moves then, and the answer under the key stands. */
@Requirement({"B30", "R27", "R55"})
final class PoolingRefusalsTest extends ShopTest {
    private MemberId grace;
    private AccountId family;
    private AccountId own;

    @BeforeEach
    void a_family_and_somebody_with_points() {
        grace = shop.member();
        family = shop.account();
        own = shop.account(grace, Shop.CLUB);
        shop.give(own, 20);
        sharing().become(family, AccountType.FAMILY);
    }

    @Test
    void nobody_has_shown_up_for_one_of_the_accounts() {
        CardResult made = shop.membership().cards().register(CardNumber.of("4000-0001"), Shop.CLUB);
        AccountId nobodys = ((CardResult.Assigned) made).card().account().orElseThrow();

        refusedAndStays(nobodys, family, PoolingRefusal.UNASSIGNED);
        refusedAndStays(own, nobodys, PoolingRefusal.UNASSIGNED);
    }

    @Test
    void a_family_of_five_hundred_takes_nobody_else() {
        MemberAccount row = shop.row(family);
        List<MemberId> others = IntStream.range(1, MemberAccount.MAX_MEMBERS)
                .mapToObj(any -> shop.member())
                .toList();
        SortedSet<MemberId> all = new TreeSet<>(others);
        all.addAll(sharing().members(family));
        shop.storage().inUnitOfWork(stores -> {
            stores.accounts().share(row, all);
            return all;
        });

        ExternalKey key = refusedAndStays(own, family, PoolingRefusal.FULL);

        sharing().leave(family, others.get(0));
        assertThat(sharing().pool(new PoolingRequest(own, family, key)))
                .isEqualTo(new Refused(PoolingRefusal.FULL, true));
        assertThat(pool(own, family)).isInstanceOf(Pooled.class);
        assertThat(sharing().members(family)).hasSize(MemberAccount.MAX_MEMBERS);
    }

    @Test
    @Requirement("R43")
    void a_scheme_that_was_paid_for_is_not_lost_but_stands_in_the_way_while_it_lasts() {
        shop.publish(shop.coffee(List.of(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.from("silver", "Silver", 2, "100", "60")
                                .with(SchemeTerms.DEFAULT.soldFor(new SchemeTerms.PaidTerm(
                                        Period.ofMonths(1), BigMoney.of(CurrencyUnit.EUR, 25))))))
                .build());
        SubscriptionRequest bought = new SubscriptionRequest(own, Shop.SILVER, shop.key());
        assertThat(shop.membership().subscription().subscribe(bought))
                .isInstanceOf(SubscriptionResult.Subscribed.class);

        refusedAndStays(own, family, PoolingRefusal.PAID_SCHEME);

        shop.time().set("2026-03-31T21:59:59Z");
        refusedAndStays(own, family, PoolingRefusal.PAID_SCHEME);
        shop.time().set("2026-03-31T22:00:00Z");
        assertThat(pool(own, family)).isInstanceOf(Pooled.class);
        assertThat(shop.available(family)).isEqualTo(Points.of(20));
    }

    /** The key under which it is refused, twice with the same answer. */
    private ExternalKey refusedAndStays(AccountId from, AccountId into, PoolingRefusal reason) {
        PoolingRequest request = new PoolingRequest(from, into, shop.key());
        assertThat(sharing().pool(request)).isEqualTo(new Refused(reason, false));
        assertThat(sharing().pool(request)).isEqualTo(new Refused(reason, true));
        assertThat(shop.available(own)).isEqualTo(Points.of(20));
        assertThat(sharing().members(family)).doesNotContain(grace);
        return request.key();
    }

    private PoolingResult pool(AccountId from, AccountId into) {
        return sharing().pool(new PoolingRequest(from, into, shop.key()));
    }

    private Sharing sharing() {
        return shop.membership().sharing();
    }
}

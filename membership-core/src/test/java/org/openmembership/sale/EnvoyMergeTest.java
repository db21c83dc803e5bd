package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.envoy.Envoy;
import org.openmembership.envoy.Recruit;
import org.openmembership.envoys.EnvoyForm;
import org.openmembership.envoys.Envoys;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.purchase.Buyer;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.testing.Merges;
import org.openmembership.testing.Recruits;
import org.openmembership.testkit.Requirement;

/** An envoy who turns out to be another member, on every storage. */
@Requirement({"A52", "R16"})
final class EnvoyMergeTest extends SaleStage {
    private static final Page.Request ALL = Page.Request.first(10);

    private MemberId ada;
    private MemberId eve;
    private MemberId bob;
    private AccountId adas;
    private AccountId eves;

    @BeforeEach
    void eve_has_recruited_bob_and_is_really_ada() {
        Club club = club("beans").build();
        ada = shop.member();
        adas = account(ada, club);
        eve = shop.member();
        eves = shop.account(eve, club.id());
        envoys().designate(eve, EnvoyForm.percent("50"));
        bob = new Recruits(shop).of(eve, "bob");
        shop.account(bob, club.id());
        shop.membership().merging().agree(ada, eve);
        shop.membership().merging().agree(eve, ada);
    }

    @Test
    void the_survivor_gets_what_recruits_bring_and_owes_what_came_before_the_merge() {
        recorded(sale("before", Buyer.member(bob), line(1, "1", "100")));
        merge();

        recorded(sale("after", Buyer.member(bob), line(1, "1", "100")));
        assertThat(shop.available(adas)).isEqualTo(Points.of(10));
        recorded(sale("back", Buyer.member(bob), returned(1, "-1", "-100", "before", 1)));
        assertThat(shop.available(adas)).isEqualTo(Points.of(5));
    }

    @Test
    void the_survivor_is_managed_as_the_envoy_and_sees_the_recruits() {
        merge();

        assertThat(envoys().find(ada)).map(Envoy::member).contains(eve);
        assertThat(envoys().recruits(ada, ALL).items())
                .extracting(Recruit::member)
                .containsExactly(bob);
        envoys().suspend(ada);
        recorded(sale("after", Buyer.member(bob), line(1, "1", "100")));
        assertThat(shop.available(adas)).isEqualTo(Points.ZERO);
    }

    @Test
    void of_two_envoys_who_are_one_the_standing_of_the_survivor_counts() {
        envoys().designate(ada, EnvoyForm.percent("10"));
        merge();

        recorded(sale("one", Buyer.member(bob), line(1, "1", "100")));
        assertThat(shop.available(adas)).isEqualTo(Points.of(5));
        envoys().suspend(ada);
        recorded(sale("two", Buyer.member(bob), line(1, "1", "100")));
        assertThat(shop.available(adas)).isEqualTo(Points.of(5));
    }

    @Test
    void undoing_it_gives_the_recruits_back() {
        Merged merged = merge();
        shop.membership().merging().unmerge(merged.merge().id());

        recorded(sale("after", Buyer.member(bob), line(1, "1", "100")));

        assertThat(shop.available(eves)).isEqualTo(Points.of(5));
        assertThat(shop.available(adas)).isEqualTo(Points.ZERO);
        assertThat(envoys().find(ada)).isEmpty();
        assertThat(envoys().recruits(eve, ALL).items()).hasSize(1);
    }

    private Merged merge() {
        MergeRequest request = new Merges(shop).of(ada, eve);
        return (Merged) shop.membership().merging().merge(request);
    }

    private Envoys envoys() {
        return shop.membership().envoys();
    }
}

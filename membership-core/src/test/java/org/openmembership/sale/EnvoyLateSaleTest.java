package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.access.Feature;
import org.openmembership.account.AccountId;
import org.openmembership.club.AccountTerms;
import org.openmembership.club.ClubId;
import org.openmembership.club.Deferral;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.Eligibility;
import org.openmembership.deferral.Deferrals;
import org.openmembership.deferral.PostedSales;
import org.openmembership.envoy.EnvoyReward;
import org.openmembership.envoys.EnvoyForm;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.registration.RegistrationPolicy.Registrars;
import org.openmembership.registration.RegistrationResult.Registered;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.testing.Recruits;
import org.openmembership.testkit.Requirement;

/** What envoys get of sales that are posted later than they are made, and where not everybody earns; on every storage. */
@Requirement({"A52", "R56"})
class EnvoyLateSaleTest extends SaleStage {
    private static final ClubId BEANS = ClubId.of("beans");
    private MemberId ada;
    private AccountId adas;

    @BeforeEach
    void ada_is_an_envoy_and_gets_a_quarter() {
        ada = shop.member();
        adas = account(ada, club("beans").build());
        shop.membership().envoys().designate(ada, EnvoyForm.percent("25").forDays(30));
    }

    @Test
    @Requirement("A59")
    void a_sale_that_waits_brings_the_envoy_nothing_until_it_is_posted_and_then_its_share_once() {
        Purchase sale = sale("r-1", Buyer.member(recruitWhereSalesWait()), line(1, "1", "100"));

        recorded(sale);
        assertThat(shop.history(adas)).isEmpty();
        shop.time().advance(Duration.ofDays(1));

        assertThat(postDue(shop.membership().deferral())).isEqualTo(new PostedSales(1, Points.of(10)));
        assertThat(postDue(shop.membership().deferral()).sales()).isZero();
        assertThat(recorded(sale).repeated()).isTrue();

        assertThat(shop.history(adas))
                .singleElement()
                .satisfies(entry -> assertThat(entry.points()).isEqualTo(Points.of(2)));
    }

    @Test
    @Requirement({"A59", "R39"})
    void a_return_that_waits_with_its_sale_leaves_the_envoy_nothing() {
        MemberId bob = recruitWhereSalesWait();
        recorded(sale("r-1", Buyer.member(bob), line(1, "1", "100")));
        recorded(sale("r-2", Buyer.member(bob), returned(1, "-1", "-100", "r-1", 1)));
        shop.time().advance(Duration.ofDays(2));

        postDue(shop.membership().deferral());

        assertThat(shop.history(adas)).hasSize(2);
        assertThat(shop.balance(adas).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"A59", "R16"})
    void a_sale_of_a_recruit_who_was_merged_away_meanwhile_goes_by_the_tie_of_who_they_are_now() {
        MemberId bob = recruitWhereSalesWait();
        MemberId one = new Recruits(shop).of(ada, "eve");
        shop.account(one, BEANS);
        MemberId other = shop.member();
        recorded(sale("r-1", Buyer.member(bob), line(1, "1", "100")));
        recorded(sale("r-2", Buyer.member(one), line(1, "1", "100")));
        merge(other, bob);
        merge(one, shop.member());
        shop.time().advance(Duration.ofDays(1));

        assertThat(postDue(shop.membership().deferral()).sales()).isEqualTo(2);

        assertThat(shop.history(adas)).hasSize(1);
        assertThat(rewards("r-1")).isEmpty();
        assertThat(rewards("r-2")).hasSize(1);
        assertThat(shop.available(shop.account(other, BEANS))).isEqualTo(Points.of(10));
    }

    @Test
    @Requirement({"A59", "A25"})
    void a_run_while_the_part_is_off_gives_nothing() {
        MemberId bob = recruitWhereSalesWait();
        recorded(sale("r-1", Buyer.member(bob), line(1, "1", "100")));
        shop.time().advance(Duration.ofDays(1));
        Set<Feature> others = EnumSet.complementOf(EnumSet.of(Feature.ENVOYS));

        assertThat(postDue(shop.over(shop.storage(), "off-")
                                .features(others)
                                .open()
                                .deferral())
                        .sales())
                .isOne();

        assertThat(shop.history(adas)).isEmpty();
    }

    @Test
    @Requirement("D23")
    void an_envoy_who_may_not_earn_in_the_club_gets_nothing() {
        MemberId eve = ((Registered) shop.over(shop.storage(), "staff-")
                        .registration(RegistrationPolicy.DEFAULT.with(Registrars.SELF_AND_STAFF))
                        .open()
                        .as(Actor.staff("clerk-1"))
                        .registration()
                        .register(Registrant.builder()
                                .name("Eve", "Byron")
                                .phones(RequestedPhone.of("+44 20 7946 0018", null))
                                .acceptTerms("terms-1")
                                .build()))
                .member();
        AccountId eves = shop.account(eve, BEANS);
        shop.membership().envoys().designate(eve, EnvoyForm.percent("25"));
        MemberId bob = new Recruits(shop).of(eve, "bob");
        AccountId bobs = shop.account(bob, BEANS);
        recorded(sale("r-1", Buyer.member(bob), line(1, "1", "100")));
        assertThat(shop.available(eves)).isEqualTo(Points.of(2));
        shop.time().advance(Duration.ofDays(1));
        shop.publish(club("beans")
                .accounts(AccountTerms.DEFAULT.open(Eligibility.REGISTERED_WITH_EMAIL))
                .build());
        shop.time().advance(Duration.ofDays(1));

        recorded(sale("r-2", Buyer.member(bob), line(1, "1", "100")));

        assertThat(shop.available(bobs)).isEqualTo(Points.of(20));
        assertThat(shop.history(eves)).hasSize(1);
    }

    private List<EnvoyReward> rewards(String sale) {
        return shop.storage().read(stores -> stores.envoys().rewards(Set.of(key(sale))));
    }

    private void merge(MemberId survivor, MemberId other) {
        shop.membership().merging().agree(survivor, other);
        shop.membership().merging().agree(other, survivor);
        Member main = member(survivor);
        MergeRequest request = MergeRequest.of(
                        Objects.requireNonNull(main.primary()),
                        List.of(Objects.requireNonNull(member(other).primary())),
                        shop.key())
                .keeping(Objects.requireNonNull(main.user()));
        assertThat(shop.membership().merging().merge(request)).isInstanceOf(MergeResult.Merged.class);
    }

    private Member member(MemberId id) {
        return shop.storage().read(stores -> stores.members().find(id)).orElseThrow();
    }

    private MemberId recruitWhereSalesWait() {
        MemberId bob = new Recruits(shop).of(ada, "bob");
        shop.account(bob, BEANS);
        Deferral dayLater = new Deferral(Duration.ofDays(1), Deferral.Awaits.NOTHING);
        shop.publish(club("beans")
                .earningPolicies(EarningTerms.Policies.DEFAULT.deferring(dayLater))
                .build());
        return bob;
    }

    private static PostedSales postDue(Deferrals deferral) {
        return deferral.postDue(BEANS, Progress.NONE);
    }
}

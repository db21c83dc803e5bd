package org.openmembership.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.Feature;
import org.openmembership.access.FeatureOffException;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.cards.CardResult;
import org.openmembership.customer.CustomerId;
import org.openmembership.identification.IdentificationResult.Identified;
import org.openmembership.member.MemberId;
import org.openmembership.payonaccount.OnAccountRequest;
import org.openmembership.shared.Page;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Parts that a host has switched off, on every storage. */
@Requirement("A25")
final class OptionalPartsTest extends ShopTest {
    private final CustomerId customer = CustomerId.of("c-1");
    private Membership bare;

    @BeforeEach
    void a_shop_without_any_optional_part() {
        bare = shop.over(shop.storage(), "bare-").features(Set.of()).open();
    }

    @Test
    void a_host_asks_which_parts_are_on_and_all_are_unless_it_says_otherwise() {
        Set<Feature> some = EnumSet.of(Feature.NOTES, Feature.CARDS);

        assertThat(shop.membership().features()).containsExactlyInAnyOrder(Feature.values());
        assertThat(bare.features()).isEmpty();
        assertThat(shop.over(shop.storage(), "some-").features(some).open().features())
                .isEqualTo(some);
    }

    @Test
    void the_doors_of_a_part_that_is_off_refuse_by_type_reading_or_writing() {
        OnAccountRequest debt = OnAccountRequest.of(customer, Money.parse("EUR 5.00"), shop.key());

        assertOff(Feature.PAY_ON_ACCOUNT, () -> bare.payOnAccount().charge(debt));
        assertOff(Feature.PAY_ON_ACCOUNT, () -> bare.payOnAccount().balance(customer));
        assertOff(Feature.NOTES, () -> bare.notes().of(customer, Page.Request.first(1)));
        assertOff(Feature.MARKETING, () -> bare.consents().of(customer));
        assertOff(Feature.CARDS, () -> bare.cards().find(CardNumber.of("0001")));
        assertOff(Feature.INVITATIONS, () -> bare.inviting().invite(customer));
        assertThat(shop.membership().payOnAccount().balance(customer)).isEmpty();
    }

    @Test
    void all_else_goes_on_and_what_was_kept_before_is_there() {
        MemberId ada = shop.member();
        AccountId account = shop.account(ada, Shop.CLUB);
        CardNumber card = CardNumber.of("0001");
        assertThat(shop.membership().cards().assign(card, account, ada)).isInstanceOf(CardResult.Assigned.class);

        assertThat(bare.identification().byCard(card)).isInstanceOf(Identified.class);
        assertThat(bare.members().find(ada)).isPresent();
        assertThat(shop.membership().cards().find(card)).isPresent();
    }

    @Test
    void every_part_has_permissions_and_everyday_work_belongs_to_none() {
        for (Feature feature : Feature.values()) {
            assertThat(EnumSet.allOf(Permission.class))
                    .as(feature.name())
                    .anyMatch(permission ->
                            Feature.of(permission).filter(feature::equals).isPresent());
        }
        assertThat(Feature.of(Permission.RECORD_SALE)).isEmpty();
    }

    private static void assertOff(Feature feature, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(FeatureOffException.class)
                .extracting(thrown -> ((FeatureOffException) thrown).feature())
                .isEqualTo(feature);
    }
}

package org.openmembership.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.holding.HoldRequest;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.ReceiptDetail;
import org.openmembership.ledger.ReceiptWord;
import org.openmembership.ledger.SaleReceipt;
import org.openmembership.ledger.SaleReceipt.ClubPart;
import org.openmembership.ledger.SaleReceipt.Expiring;
import org.openmembership.ledger.SaleReceipt.Own;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.redemption.RedemptionResult.Redeemed;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

@Requirement({"B19", "B39"})
class ReceiptTest extends ShopTest {
    private static final ExternalKey SALE = ExternalKey.of("till-7", "receipt-4412");

    @Test
    void it_says_what_a_sale_earned_and_used_and_what_is_there_now() {
        earning();
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        shop.give(account, 100);
        redeem(account, 40, SALE);
        sell(SALE, member, "250");
        shop.membership()
                .holding()
                .place(HoldRequest.of(account, Points.of(5), ExternalKey.of("shop", "cart"))
                        .lasting(Duration.ofMinutes(20)));

        ClubPart part = receipt(SALE).clubs().get(0);

        assertThat(part.owner().clubName()).isEqualTo("Coffee Club");
        assertThat(part.owner().schemeName()).isEqualTo("Standard");
        assertThat(part.moved().before()).isEqualTo(Points.of(100));
        assertThat(part.moved().own()).isEqualTo(new Own(Points.of(25), Points.of(40), Points.ZERO));
        assertThat(part.moved().others()).isEqualTo(Points.ZERO);
        assertThat(part.moved().after()).isEqualTo(Points.of(85));
        assertThat(part.now().balance()).isEqualTo(new Balance(Points.of(85), Points.of(80), Points.ZERO));
        assertThat(part.now().held()).isEqualTo(Points.of(5));
        assertThat(part.now().expiringNext()).contains(new Expiring(LocalDate.parse("2026-03-31"), Points.of(85)));
    }

    @Test
    void what_others_did_between_payment_and_sale_is_told_apart() {
        earning();
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        shop.give(account, 100);
        ExternalKey payment = ExternalKey.of("wallet", "pay-1");
        redeem(account, 40, payment);
        shop.give(account, 7);
        sell(SALE, member, "250");

        ClubPart alone = receipt(SALE).clubs().get(0);
        ClubPart paid = shop.membership()
                .statements()
                .receipt(SALE, Set.of(payment))
                .orElseThrow()
                .receipt()
                .clubs()
                .get(0);

        assertThat(alone.moved().before()).isEqualTo(Points.of(67));
        assertThat(alone.moved().own().used()).isEqualTo(Points.ZERO);
        assertThat(paid.moved().before()).isEqualTo(Points.of(100));
        assertThat(paid.moved().own().used()).isEqualTo(Points.of(40));
        assertThat(paid.moved().others()).isEqualTo(Points.of(7));
        assertThat(paid.moved().after()).isEqualTo(Points.of(92));
    }

    @Test
    void a_return_shows_what_it_took_back() {
        earning();
        MemberId member = shop.member();
        shop.account(member, Shop.CLUB);
        sell(SALE, member, "250");
        ExternalKey back = ExternalKey.of("till-7", "return-1");
        record(back, Buyer.GUEST, line("-1", "-250", new OriginalLine(SALE, 1)));

        ClubPart part = receipt(back).clubs().get(0);

        assertThat(part.moved().own()).isEqualTo(new Own(Points.of(-25), Points.ZERO, Points.ZERO));
        assertThat(part.moved().after()).isEqualTo(Points.ZERO);
    }

    @Test
    void points_that_can_be_used_later_are_pending() {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "10")))
                .earningPolicies(availableAfterDays(14)));
        MemberId member = shop.member();
        shop.account(member, Shop.CLUB);
        sell(SALE, member, "250");

        ClubPart part = receipt(SALE).clubs().get(0);

        assertThat(part.now().pending()).isEqualTo(Points.of(25));
        assertThat(part.now().balance().available()).isEqualTo(Points.ZERO);
    }

    @Test
    void each_club_of_the_buyer_has_its_part() {
        earning();
        MemberId member = shop.member();
        shop.account(member, shop.anotherClub("tea"));
        shop.account(member, Shop.CLUB);
        sell(SALE, member, "250");

        assertThat(receipt(SALE).clubs())
                .extracting(part -> part.owner().club().value())
                .containsExactly("coffee", "tea");
        assertThat(receipt(SALE).clubs().get(1).moved().own()).isEqualTo(Own.NOTHING);
    }

    @Test
    void a_guests_receipt_says_nothing_and_an_unknown_one_is_not_there() {
        record(SALE, Buyer.GUEST, line("1", "250", null));

        assertThat(receipt(SALE).clubs()).isEmpty();
        assertThat(receipt(SALE).text(ReceiptDetail.SUMMARY, SaleReceipt.WIDE, ReceiptWord::english))
                .isEmpty();
        assertThat(shop.membership().statements().receipt(ExternalKey.of("till-7", "none")))
                .isEmpty();
    }

    @Test
    @Requirement("R20")
    void only_who_may_read_the_account_is_told() {
        earning();
        MemberId member = shop.member();
        shop.account(member, Shop.CLUB);
        sell(SALE, member, "250");

        assertThat(shop.membership()
                        .as(Actor.member(member.value()))
                        .statements()
                        .receipt(SALE))
                .isPresent();
        assertThatThrownBy(() -> shop.membership()
                        .as(Actor.member(shop.member().value()))
                        .statements()
                        .receipt(SALE))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void it_is_also_json() {
        earning();
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        sell(SALE, member, "250");

        String json = shop.membership().statements().receipt(SALE).orElseThrow().json();

        assertThat(json)
                .isEqualTo(
                        "{\"source\":\"till-7\",\"sale\":\"receipt-4412\",\"at\":\"2026-03-01T12:00:00Z\",\"clubs\":["
                                + "{\"club\":\"coffee\",\"clubName\":\"Coffee Club\",\"account\":\"" + account
                                + "\",\"scheme\":\"standard\",\"schemeName\":\"Standard\",\"before\":\"0\",\"earned\":\"25\","
                                + "\"used\":\"0\",\"lapsed\":\"0\",\"others\":\"0\",\"after\":\"25\",\"now\":{\"booked\":\"25\","
                                + "\"available\":\"25\",\"debt\":\"0\",\"pending\":\"0\",\"held\":\"0\","
                                + "\"expiring\":{\"lastDay\":\"2026-03-31\",\"points\":\"25\"}}}]}");
    }

    private static EarningTerms.Policies availableAfterDays(int days) {
        EarningTerms.Policies usual = EarningTerms.Policies.DEFAULT;
        return new EarningTerms.Policies(usual.choice(), usual.caps(), days, usual.returns(), usual.claimWindow());
    }

    private void earning() {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "10")))
                .expiry(ExpiryRule.after(Period.ofDays(30))));
    }

    private void sell(ExternalKey key, MemberId member, String amount) {
        record(key, Buyer.member(member), line("1", amount, null));
    }

    private void record(ExternalKey key, Buyer buyer, PurchaseLine line) {
        shop.membership()
                .sales()
                .record(new Purchase(
                        key,
                        shop.time().instant(),
                        Purchase.Place.of("store-1", "SHOP"),
                        buyer,
                        new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of())));
    }

    private static PurchaseLine line(String quantity, String amount, @Nullable OriginalLine returnOf) {
        BigMoney price = BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount));
        return new PurchaseLine(
                1, Article.of("sku-1"), new BigDecimal(quantity), PurchaseLine.Price.of(price), returnOf);
    }

    private PointEntry redeem(AccountId account, long points, ExternalKey key) {
        return ((Redeemed) shop.membership().redemption().redeem(account, Points.of(points), key)).entry();
    }

    private SaleReceipt receipt(ExternalKey sale) {
        return shop.membership().statements().receipt(sale).orElseThrow().receipt();
    }
}

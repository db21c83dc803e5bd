package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.PointKind;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;

/** What tests of reviews need: award points, days that pass, and one run over the coffee club. */
abstract class ReviewStage extends ShopTest {
    PointEntry award(AccountId account, long points) {
        return shop.give(account, Points.of(points), PointKind.AWARD);
    }

    void tomorrow() {
        shop.time().advance(Duration.ofDays(1));
    }

    ReviewResult run() {
        return shop.membership().review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE);
    }

    /** A purchase of today, paid in full, that is complete. */
    Purchase buys(MemberId member, String amount) {
        return record(member, line("1", amount, null));
    }

    Purchase record(MemberId member, PurchaseLine line) {
        Purchase sale = new Purchase(
                shop.key(),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                Buyer.member(member),
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
        assertThat(shop.membership().sales().record(sale)).isInstanceOf(SaleResult.Recorded.class);
        return sale;
    }

    static PurchaseLine line(String quantity, String amount, @Nullable OriginalLine original) {
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)));
        return new PurchaseLine(1, Article.of("sku-1"), new BigDecimal(quantity), price, original);
    }

    SchemeId scheme(AccountId account) {
        return shop.row(account).scheme();
    }

    /** What it holds by the clock, without anything being written. */
    SchemeId held(AccountId account) {
        return shop.row(account).schemeAt(shop.time().instant());
    }

    SchemeMove lastMove(AccountId account) {
        List<SchemeMove> moves = shop.membership().review().history(account);
        return moves.get(moves.size() - 1);
    }

    void terms(Window window, Downgrade downgrade) {
        shop.publish(club -> club.review(new ReviewTerms(Measure.AWARD_POINTS, window, downgrade, Period.ofDays(1))));
    }

    SchemeId schemeAfterReviewAt(AccountId account, String instant) {
        shop.time().set(instant);
        run();
        return scheme(account);
    }
}

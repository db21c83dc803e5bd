package org.openmembership.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.SchemeId;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.review.ReviewOptions;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;

/** Two shops that live through the same days and purchases, each with its own definition of the club, reviewed every day. */
final class ReviewedShops implements AutoCloseable {
    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);

    private final List<Club> clubs;
    private final List<Shop> shops = new ArrayList<>();
    private final List<List<MemberId>> members = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<List<AccountId>> accounts = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<Sold> sold = new ArrayList<>();
    private final Random random;
    private LocalDate today = BEGIN;
    private int receipts;

    private static final class Sold {
        private final ExternalKey receipt;
        private final int price;
        private int left;

        Sold(ExternalKey receipt, int price, int pieces) {
            this.receipt = receipt;
            this.price = price;
            this.left = pieces;
        }
    }

    ReviewedShops(Engine engine, Club before, Club after, Random random) {
        this.clubs = List.of(before, after);
        this.random = random;
        for (Club club : clubs) {
            Shop shop = Shop.open(engine);
            shops.add(shop);
            shop.time().set(club.startOf(BEGIN));
            shop.publish(club);
        }
    }

    Shop before() {
        return shops.get(0);
    }

    Instant begin() {
        return clubs.get(0).startOf(BEGIN);
    }

    Instant end() {
        return clubs.get(0).startOf(today);
    }

    /** Reviews come first, then whoever joins, then what is bought and brought back. */
    void live(int days) {
        for (int day = 0; day < days; day++) {
            at(Duration.ZERO);
            review();
            if (day % 15 == 0) {
                at(Duration.ofHours(9));
                join();
            }
            int happenings = random.nextInt(3);
            for (int i = 0; i < happenings; i++) {
                at(Duration.ofHours(10L + i));
                happen();
            }
            today = today.plusDays(1);
        }
        at(Duration.ZERO);
        review();
    }

    private void at(Duration timeOfDay) {
        for (int i = 0; i < shops.size(); i++) {
            shops.get(i).time().set(clubs.get(i).startOf(today).plus(timeOfDay));
        }
    }

    private void review() {
        shops.forEach(shop -> shop.membership().review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE));
    }

    private void join() {
        for (int i = 0; i < shops.size(); i++) {
            MemberId member = shops.get(i).member();
            members.get(i).add(member);
            accounts.get(i).add(shops.get(i).account(member, Shop.CLUB));
        }
    }

    private void happen() {
        int buyer = random.nextInt(members.get(0).size());
        Sold back = sold.isEmpty() ? null : sold.get(random.nextInt(sold.size()));
        ExternalKey key = ExternalKey.of("till-7", "r-" + receipts++);
        if (back != null && back.left > 0 && random.nextInt(4) == 0) {
            int pieces = 1 + random.nextInt(back.left);
            back.left -= pieces;
            record(key, buyer, line(-pieces, back.price, new OriginalLine(back.receipt, 1)));
        } else {
            Sold one = new Sold(key, 5 + random.nextInt(60), 1 + random.nextInt(3));
            sold.add(one);
            record(key, buyer, line(one.left, one.price, null));
        }
    }

    private static PurchaseLine line(int pieces, int price, OriginalLine original) {
        BigMoney amount = BigMoney.of(CurrencyUnit.EUR, BigDecimal.valueOf((long) pieces * price));
        return new PurchaseLine(
                1, Article.of("sku"), BigDecimal.valueOf(pieces), PurchaseLine.Price.of(amount), original);
    }

    private void record(ExternalKey key, int buyer, PurchaseLine line) {
        for (int i = 0; i < shops.size(); i++) {
            Purchase purchase = new Purchase(
                    key,
                    shops.get(i).time().instant(),
                    Purchase.Place.of("store-1", "SHOP"),
                    Buyer.member(members.get(i).get(buyer)),
                    new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
            assertThat(shops.get(i).membership().sales().record(purchase)).isInstanceOf(SaleResult.Recorded.class);
        }
    }

    /** What both shops have come to for one account after the other. */
    List<List<SchemeId>> schemes() {
        List<List<SchemeId>> held = new ArrayList<>();
        for (int account = 0; account < accounts.get(0).size(); account++) {
            List<SchemeId> ofBoth = new ArrayList<>();
            for (int i = 0; i < shops.size(); i++) {
                Shop shop = shops.get(i);
                ofBoth.add(shop.row(accounts.get(i).get(account))
                        .schemeAt(shop.time().instant()));
            }
            held.add(ofBoth);
        }
        return held;
    }

    /** The points that a shop has given. */
    Points booked(int shop) {
        return accounts.get(shop).stream()
                .map(account -> shops.get(shop).balance(account).booked())
                .reduce(Points.ZERO, Points::plus);
    }

    @Override
    public void close() {
        shops.forEach(Shop::close);
    }
}

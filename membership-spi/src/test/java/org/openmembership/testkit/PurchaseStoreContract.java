package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.card.CardNumber;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.KeptPurchase.Owner;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.PurchaseStore;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.Channel;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.Page;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.Sku;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TenderType;
import org.openmembership.shared.TillCode;

/** What every {@link PurchaseStore} does. */
public abstract class PurchaseStoreContract extends StoreContract {
    @Test
    @Requirement({"A27", "A57"})
    void a_purchase_is_read_back_whole_with_lines_and_tenders() {
        MemberId member = story().member().id();
        KeptPurchase kept = AnyPurchase.kept(AnyPurchase.anyFullPurchase(Buyer.member(member)), member);

        add(kept);

        assertThat(find(kept)).contains(kept);
    }

    @Test
    @Requirement("A58")
    void every_way_to_name_the_buyer_is_kept() {
        List<KeptPurchase> purchases = List.of(
                        Buyer.GUEST,
                        Buyer.card(CardNumber.of("card-1")),
                        Buyer.member(AnyMember.anyMemberId()),
                        Buyer.customer(AnyCustomer.anyCustomerId()),
                        Buyer.customerReference(ExternalKey.of("pos", "customer 4")))
                .stream()
                .map(buyer -> AnyPurchase.kept(AnyPurchase.anyFullPurchase(buyer)))
                .toList();

        add(purchases.toArray(KeptPurchase[]::new));

        for (KeptPurchase kept : purchases) {
            assertThat(find(kept)).contains(kept);
        }
    }

    @Test
    @Requirement({"I25", "R22", "B5"})
    void amounts_and_quantities_are_kept_exactly_to_the_end_of_their_range() {
        List<PurchaseLine> lines = new ArrayList<>();
        for (String amount : List.of(
                "100000000000", "-100000000000", "99999999999.9999", "0.0001", "-0.0001", "0", "12345678901.2345")) {
            BigMoney money = BigMoney.of(CurrencyUnit.JPY, new BigDecimal(amount));
            PurchaseLine.Price price = new PurchaseLine.Price(money, money, money);
            lines.add(new PurchaseLine(lines.size() + 1, Article.of("sku"), new BigDecimal(amount), price, null));
        }
        List<Tender> tenders = List.of(new Tender(TenderType.of("cash"), Money.of(CurrencyUnit.JPY, 99_999_999_999L)));
        KeptPurchase kept = AnyPurchase.kept(with(new Purchase.Content(CurrencyUnit.JPY, lines, tenders)));

        add(kept);

        assertThat(find(kept)).contains(kept);
    }

    @Test
    void a_purchase_of_many_lines_is_kept_whole() {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 1; i <= 3_000; i++) {
            lines.add(AnyPurchase.anyLine(i * 2, "1.25"));
        }
        KeptPurchase kept = AnyPurchase.kept(with(new Purchase.Content(CurrencyUnit.EUR, lines, List.of())));

        add(kept);

        assertThat(find(kept)).contains(kept);
    }

    @Test
    void those_of_the_keys_that_are_kept_are_found() {
        KeptPurchase one = AnyPurchase.kept(AnyPurchase.anyPurchase());
        KeptPurchase two = AnyPurchase.kept(AnyPurchase.anyFullPurchase(Buyer.GUEST));
        add(one, two, AnyPurchase.kept(AnyPurchase.anyPurchase()));

        assertThat(findAll(List.of(
                        one.purchase().key(),
                        AnyPurchase.anyReceipt(),
                        two.purchase().key())))
                .containsExactlyInAnyOrder(one, two);
        assertThat(findAll(List.of())).isEmpty();
        assertThat(find(AnyPurchase.kept(AnyPurchase.anyPurchase()))).isEmpty();
    }

    @Test
    @Requirement({"R27", "I9"})
    void a_key_is_kept_once_for_ever() {
        Purchase purchase = AnyPurchase.anyPurchase();
        KeptPurchase first = AnyPurchase.kept(purchase);
        KeptPurchase again = AnyPurchase.kept(purchase);
        add(first);

        assertAlwaysLost(stores -> stores.purchases().addAll(List.of(again)));
        assertRunAgain(
                stores -> stores.purchases().addAll(List.of(again)),
                stores -> assertThat(stores.purchases().find(purchase.key())).contains(first));
    }

    @Test
    @Requirement("A58")
    void why_nobody_was_found_is_kept_until_it_is_somebodys() {
        MemberId member = story().member().id();
        for (KeptPurchase.Missing why : KeptPurchase.Missing.values()) {
            KeptPurchase kept = AnyPurchase.kept(AnyPurchase.anyFullPurchase(Buyer.GUEST), Owner.missing(why));
            add(kept);
            assertThat(find(kept)).contains(kept);

            write(stores -> stores.purchases().assign(kept.id(), new Owner(member, false)));
            assertThat(find(kept).orElseThrow().member()).isEqualTo(new Owner(member, false));
        }
    }

    @Test
    @Requirement("R5")
    void a_purchase_gets_another_owner() {
        MemberId member = story().member().id();
        KeptPurchase kept = AnyPurchase.kept(AnyPurchase.anyFullPurchase(Buyer.GUEST));
        add(kept);

        write(stores -> stores.purchases().assign(kept.id(), new Owner(member, true)));
        assertThat(find(kept).orElseThrow().member()).isEqualTo(new Owner(member, true));
        write(stores -> stores.purchases().assign(kept.id(), Owner.NOBODY));

        assertThat(find(kept)).contains(kept);
    }

    @Test
    void a_unit_of_work_sees_the_purchases_it_wrote() {
        MemberId member = story().member().id();
        KeptPurchase kept = AnyPurchase.kept(AnyPurchase.anyFullPurchase(Buyer.GUEST));

        write(stores -> {
            stores.purchases().addAll(List.of(kept));
            assertThat(stores.purchases().find(kept.purchase().key())).contains(kept);
            stores.purchases().assign(kept.id(), new Owner(member, false));
            assertThat(stores.purchases()
                            .list(PurchaseFilter.of(member), Page.Request.first(1))
                            .items())
                    .hasSize(1);
        });
    }

    @Test
    @Requirement("B3")
    void every_naughty_string_is_kept_as_it_is_in_every_field_that_takes_it() {
        List<KeptPurchase> purchases =
                Naughty.strings(40).stream().map(PurchaseStoreContract::named).toList();

        add(purchases.toArray(KeptPurchase[]::new));

        for (KeptPurchase kept : purchases) {
            assertThat(find(kept)).contains(kept);
        }
    }

    private static KeptPurchase named(String text) {
        Article article = new Article(
                Sku.of(text), List.of(GroupCode.of(text)), Set.of(GroupCode.of(text)), PromotionCode.of(text));
        ExternalKey key = ExternalKey.of(text, text);
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, new BigDecimal("-1.5")));
        PurchaseLine line = new PurchaseLine(1, article, BigDecimal.ONE.negate(), price, new OriginalLine(key, 2));
        Tender tender = new Tender(TenderType.of(text), Money.of(CurrencyUnit.EUR, new BigDecimal("-1.50")));
        Purchase.Content content = new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of(tender));
        Purchase.Place place = new Purchase.Place(StoreCode.of(text), TillCode.of(text), Channel.of(text), text);
        return AnyPurchase.kept(new Purchase(key, Any.anyInstant(), place, Buyer.customerReference(key), content));
    }

    private static Purchase with(Purchase.Content content) {
        Purchase any = AnyPurchase.anyPurchase();
        return new Purchase(any.key(), any.purchasedAt(), any.place(), any.buyer(), content);
    }

    private void add(KeptPurchase... purchases) {
        write(stores -> stores.purchases().addAll(List.of(purchases)));
    }

    private Optional<KeptPurchase> find(KeptPurchase kept) {
        return read(stores -> stores.purchases().find(kept.purchase().key()));
    }

    private List<KeptPurchase> findAll(List<ExternalKey> keys) {
        return read(stores -> stores.purchases().findAll(keys));
    }
}

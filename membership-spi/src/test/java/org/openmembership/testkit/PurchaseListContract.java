package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.KeptPurchase.Owner;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.purchase.PurchaseFilter.What;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.purchase.PurchaseStore;
import org.openmembership.shared.Channel;
import org.openmembership.shared.Page;
import org.openmembership.shared.Sku;
import org.openmembership.shared.StoreCode;

/** How every {@link PurchaseStore} lists purchases. */
public abstract class PurchaseListContract extends StoreContract {
    @Test
    @Requirement("A56")
    void the_latest_come_first_and_pages_have_no_gaps_and_no_overlaps() {
        MemberId member = story().member().id();
        List<KeptPurchase> purchases = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            purchases.add(kept(member, i / 3, "1.00"));
        }
        add(purchases.toArray(KeptPurchase[]::new));
        add(kept(story().member().id(), 1, "5.00"));

        List<KeptPurchase> all = list(PurchaseFilter.of(member), null, 1_000).items();
        List<KeptPurchase> paged = pages(PurchaseFilter.of(member), 3);

        assertThat(all).containsExactlyInAnyOrderElementsOf(purchases);
        assertThat(all)
                .isSortedAccordingTo((one, other) ->
                        other.purchase().purchasedAt().compareTo(one.purchase().purchasedAt()));
        assertThat(paged).containsExactlyElementsOf(all);
        assertThat(pages(PurchaseFilter.of(member), 11)).containsExactlyElementsOf(all);
        assertThat(list(PurchaseFilter.of(member), null, 11).next()).isNull();
    }

    @Test
    void a_page_goes_on_where_it_left_off_although_later_purchases_came_in() {
        MemberId member = story().member().id();
        KeptPurchase first = kept(member, 1, "1.00");
        KeptPurchase second = kept(member, 2, "1.00");
        add(first, second);
        Page<KeptPurchase> page = list(PurchaseFilter.of(member), null, 1);
        add(kept(member, 3, "1.00"));

        assertThat(page.items()).containsExactly(second);
        assertThat(list(PurchaseFilter.of(member), page.next(), 5).items()).containsExactly(first);
    }

    @Test
    @Requirement("A56")
    void a_list_holds_what_fits_every_filter() {
        MemberId member = story().member().id();
        KeptPurchase full =
                AnyPurchase.kept(AnyPurchase.anyFullPurchase(Buyer.customer(AnyCustomer.anyCustomerId())), member);
        KeptPurchase other = AnyPurchase.kept(
                with(new Purchase.Place(StoreCode.of("store-9"), null, Channel.of("web"), "Delivery")));
        add(full, other);
        PurchaseFilter all = PurchaseFilter.ALL;

        assertThat(matching(all)).containsExactlyInAnyOrder(full, other);
        assertThat(matching(new PurchaseFilter(
                        new PurchaseFilter.Who(null, full.purchase().buyer().customer()), all.what(), null, null)))
                .containsExactly(full);
        assertThat(matching(all.with(new What(StoreCode.of("store-9"), null, null, null))))
                .containsExactly(other);
        assertThat(matching(all.with(new What(null, Channel.of("pos"), null, null))))
                .containsExactly(full);
        assertThat(matching(all.with(new What(null, null, "Delivery", null)))).containsExactly(other);
        assertThat(matching(all.with(new What(null, null, null, Sku.of("sku-2")))))
                .containsExactly(full);
        assertThat(matching(
                        all.with(new What(StoreCode.of("store-1"), Channel.of("pos"), "Take away", Sku.of("sku-1")))))
                .containsExactly(full);
        assertThat(matching(PurchaseFilter.of(member).with(new What(StoreCode.of("store-9"), null, null, null))))
                .isEmpty();
    }

    @Test
    void a_stretch_of_time_includes_its_first_instant_and_excludes_its_last() {
        MemberId member = story().member().id();
        KeptPurchase one = kept(member, 1, "1.00");
        KeptPurchase two = kept(member, 2, "1.00");
        KeptPurchase three = kept(member, 3, "1.00");
        add(one, two, three);

        assertThat(matching(PurchaseFilter.of(member).between(Any.minute(1), Any.minute(3))))
                .containsExactly(two, one);
        assertThat(matching(PurchaseFilter.ALL.between(Any.minute(2), null))).containsExactly(three, two);
        assertThat(matching(PurchaseFilter.ALL.between(null, Any.minute(2)))).containsExactly(one);
    }

    @Test
    @Requirement("R5")
    void sales_that_await_their_member_come_the_oldest_first_in_pages() {
        MemberId member = story().member().id();
        List<KeptPurchase> awaiting = new ArrayList<>();
        for (int i = 5; i > 0; i--) {
            Purchase purchase = AnyPurchase.anyPurchase(Buyer.member(member), Any.minute(i), "2.00");
            awaiting.add(0, AnyPurchase.kept(purchase, new Owner(member, true)));
        }
        add(awaiting.get(3), awaiting.get(1), awaiting.get(0), awaiting.get(4), awaiting.get(2));
        add(kept(member, 2, "1.00"));

        assertThat(awaiting(member, null, 10)).containsExactlyElementsOf(awaiting);
        assertThat(awaiting(member, null, 2)).containsExactlyElementsOf(awaiting.subList(0, 2));
        assertThat(awaiting(member, awaiting.get(1).id(), 2)).containsExactlyElementsOf(awaiting.subList(2, 4));
        assertThat(awaiting(story().member().id(), null, 10)).isEmpty();
    }

    @Test
    void a_sale_that_was_assigned_awaits_no_more() {
        MemberId member = story().member().id();
        KeptPurchase kept = AnyPurchase.kept(AnyPurchase.anyPurchase(), new Owner(member, true));
        add(kept);

        write(stores -> stores.purchases().assign(kept.id(), new Owner(member, false)));

        assertThat(awaiting(member, null, 10)).isEmpty();
        assertThat(matching(PurchaseFilter.of(member))).hasSize(1);
    }

    private static KeptPurchase kept(MemberId member, int minute, String amount) {
        return AnyPurchase.kept(AnyPurchase.anyPurchase(Buyer.member(member), Any.minute(minute), amount), member);
    }

    private static Purchase with(Purchase.Place place) {
        Purchase any = AnyPurchase.anyPurchase();
        return new Purchase(any.key(), any.purchasedAt(), place, any.buyer(), any.content());
    }

    private void add(KeptPurchase... purchases) {
        write(stores -> stores.purchases().addAll(List.of(purchases)));
    }

    private List<KeptPurchase> matching(PurchaseFilter filter) {
        return list(filter, null, 100).items();
    }

    private Page<KeptPurchase> list(PurchaseFilter filter, Page.@Nullable Cursor after, int limit) {
        return read(stores -> stores.purchases().list(filter, new Page.Request(after, limit)));
    }

    private List<KeptPurchase> pages(PurchaseFilter filter, int limit) {
        List<KeptPurchase> all = new ArrayList<>();
        Page<KeptPurchase> page = list(filter, null, limit);
        all.addAll(page.items());
        while (page.next() != null) {
            assertThat(page.items()).hasSize(limit);
            page = list(filter, page.next(), limit);
            all.addAll(page.items());
        }
        return all;
    }

    private List<KeptPurchase> awaiting(MemberId member, @Nullable PurchaseId after, int limit) {
        return read(stores -> stores.purchases().awaiting(member, after, limit));
    }
}

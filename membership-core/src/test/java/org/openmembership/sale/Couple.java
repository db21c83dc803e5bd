package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.EventRule;
import org.openmembership.club.PointCap;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.club.RedemptionBounds.Limit;
import org.openmembership.club.RedemptionBounds.Stretch;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TenderTerms;
import org.openmembership.customer.CustomerId;
import org.openmembership.flow.Flow;
import org.openmembership.flow.Spend;
import org.openmembership.ledger.LedgerStore;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merge.MergeId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.merging.UnmergeResult.Unmerged;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.statistics.AccountFigures;
import org.openmembership.statistics.Figures;
import org.openmembership.statistics.Statistics;
import org.openmembership.testing.Shop;

/**
 * Members of a club with a cap and a limit for each month: several who become one, or one
 * who is everybody from the start.
 */
record Couple(Shop shop, Club club, List<MemberId> members, List<AccountId> accounts) {
    static final int CAP = 60;
    static final int LIMIT = 40;
    static final int FIRST = 7;

    /** @param count who shops: one in all, or several */
    static Couple in(Shop shop, int count) {
        return in(shop, count, SaleStage.club("beans"));
    }

    /** The same, where the first purchase is rewarded. */
    static Couple welcomed(Shop shop, int count) {
        return in(shop, count, SaleStage.club("beans").events(EventRule.of("first", EventRule.FIRST_PURCHASE, FIRST)));
    }

    private static Couple in(Shop shop, int count, ClubBuilder named) {
        Club club = terms(named);
        shop.publish(club);
        List<MemberId> members = new ArrayList<>();
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(shop.member());
            accounts.add(shop.account(members.get(i), club.id()));
        }
        for (MemberId one : members) {
            members.stream()
                    .filter(other -> !other.equals(one))
                    .forEach(other -> shop.membership().merging().agree(one, other));
        }
        return new Couple(shop, club, members, accounts);
    }

    private static Club terms(ClubBuilder named) {
        EarningTerms.Policies usual = EarningTerms.Policies.DEFAULT;
        Limit limit = new Limit(Points.of(LIMIT), null, new Stretch(1, Stretch.Unit.MONTH));
        RedemptionBounds bounds = new RedemptionBounds(Points.of(1), Points.of(1), BigDecimal.ONE, limit);
        return named.earningPolicies(new EarningTerms.Policies(
                        usual.choice(),
                        List.of(PointCap.of(PointCap.Span.MONTH, CAP)),
                        usual.pendingDays(),
                        usual.returns(),
                        usual.claimWindow()))
                .spending(new SpendingTerms(
                        ConsumptionOrder.NEAREST_EXPIRY,
                        TenderTerms.of(bounds),
                        Points.ZERO,
                        SpendingTerms.WhenSpent.DEBT,
                        Period.ZERO))
                .build();
    }

    /** @param member of the several; where there is one, it is that one */
    MemberId member(int member) {
        return members.get(member % members.size());
    }

    SaleResult.Recorded sell(int member, String number, PurchaseLine line) {
        SaleResult result = shop.membership()
                .sales()
                .record(SaleStage.sale(
                        number, Buyer.member(member(member)), shop.time().instant(), line));
        assertThat(result).isInstanceOf(SaleResult.Recorded.class);
        return (SaleResult.Recorded) result;
    }

    MergeId merge(int survivor, int other) {
        Member stays = row(survivor);
        MergeRequest request = MergeRequest.of(customer(stays), List.of(customer(row(other))), shop.key())
                .keeping(Objects.requireNonNull(stays.user()));
        return ((Merged) shop.membership().merging().merge(request)).merge().id();
    }

    void unmerge(MergeId merge) {
        assertThat(shop.membership().merging().unmerge(merge)).isInstanceOf(Unmerged.class);
    }

    private static CustomerId customer(Member member) {
        return Objects.requireNonNull(member.primary());
    }

    Member row(int member) {
        return shop.storage()
                .read(stores -> stores.members().find(member(member)))
                .orElseThrow();
    }

    /** The receipts of a member, the latest first, read in pages of two. */
    List<String> receipts(int member) {
        List<String> all = new ArrayList<>();
        Page.Request next = Page.Request.first(2);
        while (next != null) {
            Page<KeptPurchase> page = shop.membership().purchases().list(PurchaseFilter.of(member(member)), next);
            page.items().forEach(kept -> all.add(kept.purchase().key().value()));
            next = page.next() == null ? null : Page.Request.after(page.next(), 2);
        }
        return all;
    }

    Map<Measure, BigDecimal> measures(int account) {
        AccountId id = accounts.get(account);
        LedgerStore.Stretch ever =
                new LedgerStore.Stretch(Instant.EPOCH, shop.time().instant().plusSeconds(1));
        Map<Measure, BigDecimal> measures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            BigDecimal counted = shop.storage()
                    .read(stores -> stores.ledger().measures(measure, CurrencyUnit.EUR, Map.of(id, ever)))
                    .get(id);
            measures.put(measure, Objects.requireNonNull(counted).stripTrailingZeros());
        }
        return measures;
    }

    /** What a till is told that can be redeemed. */
    Points redeemable(int account) {
        return shop.membership()
                .redemption()
                .quote(accounts.get(account), null)
                .orElseThrow()
                .most();
    }

    Figures figures(int member) {
        List<AccountFigures> all = shop.membership().statistics().ofMember(member(member), Statistics.USUAL_WINDOW);
        assertThat(all).hasSize(1);
        return all.get(0).figures();
    }

    /** What a member is told of what was earned, used and bought. */
    List<Object> told(int member) {
        Figures figures = figures(member);
        Spend spend = figures.yearToDate();
        return List.of(
                figures.total(Flow.EARNED),
                figures.total(Flow.EARNED_UNDONE),
                figures.used(),
                figures.issued(),
                spend.purchases(),
                spend.amount().stripTrailingZeros(),
                spend.lastAt());
    }
}

package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.club.Club;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.ledger.LedgerStore;
import org.openmembership.ledger.OpenedSales;
import org.openmembership.ledger.OpenedSales.Shopper;
import org.openmembership.ledger.SaleRequest;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.User;

/** What every {@link LedgerStore} finds for sales before they are decided. */
public abstract class SalesGatheringContract extends StoreContract {
    private final User user = AnyMember.anyUser();
    private final ExternalKey reference = AnyPurchase.anyReceipt();
    private final Customer customer =
            AnyCustomer.builder().reference(reference).email(user.email()).build();

    @Test
    @Requirement("A58")
    void a_member_is_found_with_every_account() {
        Member member = story().member(user, customer);
        MemberAccount one = story().account(story().club(), member);
        MemberAccount two = story().account(story().club(), member);
        List<AccountId> accounts = List.copyOf(new TreeSet<>(Set.of(one.id(), two.id())));

        OpenedSales opened = open(Buyer.member(member.id()));

        assertThat(opened.shoppers())
                .containsOnly(Map.entry(Buyer.member(member.id()), new Shopper(null, standing(member), accounts)));
        assertThat(opened.accounts()).extracting(MemberAccount::id).containsExactlyElementsOf(accounts);
        assertThat(opened.clubVersions()).isEqualTo(Map.of(one.club(), 1, two.club(), 1));
    }

    @Test
    @Requirement("A58")
    void a_card_finds_its_carrier_and_only_its_account() {
        Member member = story().member(user, customer);
        MemberAccount one = story().account(story().club(), member);
        story().account(story().club(), member);
        MembershipCard card = AnyClub.anyCard(one, member.id());
        write(stores -> stores.cards().add(AnyClub.issued(card)));

        OpenedSales opened = open(Buyer.card(card.number()));

        assertThat(opened.shoppers())
                .containsOnly(Map.entry(
                        Buyer.card(card.number()),
                        new Shopper(null, standing(member), List.of(one.id()), card.number())));
        assertThat(opened.accounts()).containsExactly(one);
    }

    @Test
    @Requirement({"R55", "B33"})
    void a_card_without_a_person_finds_its_account_and_says_whether_it_was_used() {
        Club club = story().club();
        MemberAccount nobodys = AnyClub.anyAccount(club, null);
        MembershipCard card = AnyClub.anyCard(nobodys, null);
        write(stores -> {
            stores.accounts().open(nobodys, AnyClub.opening(nobodys));
            stores.cards().add(AnyClub.issued(card));
        });
        Buyer buyer = Buyer.card(card.number());

        assertThat(open(buyer).shoppers().get(buyer))
                .isEqualTo(new Shopper(null, null, List.of(nobodys.id()), card.number()));
        write(stores -> stores.cards().firstUsed(card.number(), Any.minute(5)));
        assertThat(open(buyer).shoppers().get(buyer)).isEqualTo(new Shopper(null, null, List.of(nobodys.id())));
        assertThat(open(buyer).accounts()).containsExactly(nobodys);
    }

    @Test
    @Requirement("A58")
    void a_customer_is_found_by_our_id_and_by_the_hosts_reference() {
        Member member = story().member(user, customer);
        AccountId account = story().account(story().club(), member).id();
        Shopper shopper = new Shopper(customer.id(), standing(member), List.of(account));

        assertThat(open(Buyer.customer(customer.id())).shoppers())
                .containsOnly(Map.entry(Buyer.customer(customer.id()), shopper));
        assertThat(open(Buyer.customerReference(reference)).shoppers())
                .containsOnly(Map.entry(Buyer.customerReference(reference), shopper));
    }

    @Test
    void a_customer_who_is_no_member_is_found_without_accounts() {
        write(stores -> stores.customers().add(customer));

        OpenedSales opened = open(Buyer.customer(customer.id()));

        assertThat(opened.shoppers())
                .containsOnly(Map.entry(Buyer.customer(customer.id()), new Shopper(customer.id(), null, List.of())));
        assertThat(opened.accounts()).isEmpty();
    }

    @Test
    @Requirement("A58")
    void an_active_member_is_found_by_email() {
        Member member = story().member(user, customer);
        AccountId account = story().account(story().club(), member).id();
        Buyer buyer = Buyer.email(member.emailKey().orElseThrow());

        Shopper shopper = open(buyer).shoppers().get(buyer);

        assertThat(member(shopper)).isEqualTo(standing(member));
        assertThat(shopper).extracting(Shopper::accounts).isEqualTo(List.of(account));
    }

    @Test
    @Requirement("R5")
    void a_member_awaiting_verification_is_found_without_accounts() {
        Member awaiting = AnyMember.anyAwaitingMember(user);
        write(stores -> {
            stores.users().add(user);
            stores.members().add(awaiting);
        });
        Buyer buyer = Buyer.member(awaiting.id());

        Shopper shopper = open(buyer).shoppers().get(buyer);

        assertThat(shopper).isEqualTo(new Shopper(null, standing(awaiting), List.of()));
    }

    @Test
    void the_first_name_of_a_buyer_decides_even_if_it_is_unknown() {
        Member member = story().member(user, customer);
        MembershipCard card = AnyClub.anyCard(story().account(story().club(), member), member.id());
        write(stores -> stores.cards().add(AnyClub.issued(card)));
        Member other = story().member();
        Buyer both = new Buyer(card.number(), other.id(), null, null, null);
        Buyer unknown = new Buyer(CardNumber.of("unknown"), other.id(), null, null, null);

        OpenedSales opened = open(both, unknown);

        assertThat(opened.shoppers()).containsOnlyKeys(both);
        assertThat(member(opened.shoppers().get(both))).isEqualTo(standing(member));
    }

    @Test
    void guests_and_unknown_buyers_are_not_found() {
        assertThat(open(
                                Buyer.GUEST,
                                Buyer.card(CardNumber.of("unknown")),
                                Buyer.member(AnyMember.anyMemberId()),
                                Buyer.customer(CustomerId.of("unknown")),
                                Buyer.customerReference(AnyPurchase.anyReceipt()),
                                Buyer.email(AnyCustomer.anyEmail().key()))
                        .shoppers())
                .isEmpty();
    }

    @Test
    @Requirement("R27")
    void purchases_that_are_kept_already_are_told_with_their_fingerprint() {
        KeptPurchase kept = AnyPurchase.kept(AnyPurchase.anyPurchase());
        write(stores -> stores.purchases().addAll(List.of(kept)));
        Set<ExternalKey> keys = Set.of(kept.purchase().key(), AnyPurchase.anyReceipt());

        write(stores -> assertThat(stores.ledger()
                        .openSales(new SaleRequest(keys, Set.of()))
                        .kept())
                .isEqualTo(Map.of(kept.purchase().key(), kept.fingerprint())));
    }

    @Test
    void buyers_who_share_an_account_have_it_once() {
        Club club = story().club();
        Member member = story().member(user, customer);
        MemberAccount account = story().account(club, member);

        OpenedSales opened = open(Buyer.member(member.id()), Buyer.customer(customer.id()));

        assertThat(opened.shoppers()).hasSize(2);
        assertThat(opened.accounts()).containsExactly(account);
    }

    private OpenedSales open(Buyer... buyers) {
        return storage().inUnitOfWork(stores -> stores.ledger().openSales(new SaleRequest(Set.of(), Set.of(buyers))));
    }

    private static @Nullable MemberStanding member(@Nullable Shopper shopper) {
        return shopper == null ? null : shopper.member();
    }

    private static MemberStanding standing(Member member) {
        MemberStatus status = member.status();
        return new MemberStanding(member.id(), status, member.user(), false);
    }
}

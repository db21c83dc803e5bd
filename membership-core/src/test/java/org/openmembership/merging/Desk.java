package org.openmembership.merging;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.ledger.Lot;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.storage.Stores;
import org.openmembership.testing.Shop;
import org.openmembership.user.UserId;

/** What a clerk who merges sees of a shop. */
record Desk(Shop shop) {
    Membership membership() {
        return shop.membership();
    }

    Merging merging() {
        return shop.membership().merging();
    }

    CustomerId customer(String first, String last) {
        return customer(CustomerForm.builder().name(first, last));
    }

    CustomerId customer(CustomerForm.Builder form) {
        Created created =
                (Created) shop.membership().customers().create(shop.key(), NewCustomerKind.IN_STORE, form.build());
        return created.customer().id();
    }

    <R> R stored(Function<Stores, R> question) {
        return shop.storage().read(question);
    }

    Optional<MemberId> memberOf(CustomerId customer) {
        return stored(stores -> stores.members().standingOfCustomer(customer)).map(MemberStanding::member);
    }

    List<CustomerId> redirectsTo(CustomerId survivor) {
        return stored(stores -> stores.merges().redirectsTo(survivor)).stream()
                .map(Customer::id)
                .toList();
    }

    Customer read(CustomerId id) {
        return shop.membership().customers().find(id).orElseThrow();
    }

    Member member(MemberId id) {
        return shop.storage().read(stores -> stores.members().find(id)).orElseThrow();
    }

    MembershipCard card(String number) {
        return stored(stores -> stores.cards().find(CardNumber.of(number))).orElseThrow();
    }

    CustomerId customerOf(MemberId member) {
        return Objects.requireNonNull(member(member).primary());
    }

    UserId userOf(MemberId member) {
        return Objects.requireNonNull(member(member).user());
    }

    /** Both say that they are one. */
    void agree(MemberId one, MemberId other) {
        merging().agree(one, other);
        merging().agree(other, one);
    }

    MergeResult merge(CustomerId survivor, CustomerId... others) {
        return merging().merge(MergeRequest.of(survivor, List.of(others), shop.key()));
    }

    /** Merges members who have agreed; the first one's user stays. */
    MergeResult.Merged merge(MemberId survivor, MemberId other) {
        MergeRequest request = MergeRequest.of(customerOf(survivor), List.of(customerOf(other)), shop.key());
        return (MergeResult.Merged) merging().merge(request.keeping(userOf(survivor)));
    }

    MemberAccount row(AccountId account) {
        return shop.row(account);
    }

    /** What is open, with its dates, in order of lapsing: "5.00 until 2027-01-01T00:00:00Z". */
    List<String> lots(AccountId account) {
        return shop.lots(account).stream()
                .map(lot -> lot.remaining() + " " + lot.kind() + " from " + lot.life())
                .sorted()
                .toList();
    }

    List<Lot.Life> lives(AccountId account) {
        return shop.lots(account).stream()
                .map(Lot::life)
                .sorted(Comparator.comparing(Lot.Life::lapsesAt))
                .toList();
    }
}

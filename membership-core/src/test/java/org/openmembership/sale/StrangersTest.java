package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openmembership.card.CardNumber;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.member.MemberId;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase.Missing;
import org.openmembership.purchase.KeptPurchase.Owner;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.Page;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testkit.Requirement;

/** Sales that name somebody who is not there: kept, nobody's, and said so; on every storage. */
@Requirement("A58")
final class StrangersTest extends SaleStage {
    @Test
    void a_sale_that_names_nobody_we_know_is_kept_and_says_so_every_time() {
        List<Buyer> strangers = List.of(
                Buyer.member(MemberId.of("nobody")),
                Buyer.customer(CustomerId.of("nobody")),
                Buyer.customerReference(key("nobody")),
                Buyer.card(CardNumber.of("4000123")),
                Buyer.email(EmailAddress.of("nobody@example.org").key()));
        for (int i = 0; i < strangers.size(); i++) {
            String number = "r-" + i;

            Recorded first = recorded(sale(number, strangers.get(i), line(1, "1", "100")));
            Recorded again = recorded(sale(number, strangers.get(i), line(1, "1", "100")));

            assertThat(first.owner()).isEqualTo(Owner.missing(Missing.UNKNOWN));
            assertThat(first.clubs()).isEmpty();
            assertThat(again.owner()).isEqualTo(first.owner());
            assertThat(shop.membership().sales().lookup(key(number)))
                    .contains(new Recorded(first.purchase(), first.owner(), List.of(), true));
        }
    }

    @Test
    void a_guest_and_a_customer_who_is_no_member_are_not_missing() {
        Recorded guest = recorded(sale("r-1", Buyer.GUEST, line(1, "1", "100")));

        assertThat(guest.owner()).isEqualTo(Owner.NOBODY);
        assertThat(guest.owner().missing()).isNull();
    }

    @Test
    @Requirement({"R17", "I19"})
    void a_sale_that_names_who_has_been_forgotten_is_kept_and_says_so() {
        MemberId ada = shop.member();
        CustomerId customer = Objects.requireNonNull(shop.storage()
                .read(stores -> stores.members().find(ada))
                .orElseThrow()
                .primary());
        forget(ada);

        Recorded byMember = recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));
        Recorded byCustomer = recorded(sale("r-2", Buyer.customer(customer), line(1, "1", "100")));

        assertThat(byMember.owner()).isEqualTo(Owner.missing(Missing.ERASED));
        assertThat(byCustomer.owner()).isEqualTo(Owner.missing(Missing.ERASED));
        assertThat(shop.membership()
                        .purchases()
                        .list(PurchaseFilter.ALL, Page.Request.first(9))
                        .items())
                .hasSize(2);
    }

    @Test
    @Requirement("R16")
    void a_sale_that_names_who_was_merged_is_the_survivors() {
        Couple couple = Couple.in(shop, 2);
        couple.merge(0, 1);

        Recorded sold = couple.sell(1, "r-1", line(1, "1", "100"));

        assertThat(sold.owner()).isEqualTo(new Owner(couple.member(0), false));
        assertThat(sold.clubs())
                .extracting(ClubPoints::account)
                .containsExactly(couple.accounts().get(0));
    }

    @Test
    @Requirement("R40")
    void it_can_be_claimed_by_somebody_later() {
        Couple couple = Couple.in(shop, 1);
        recorded(sale("r-1", Buyer.member(MemberId.of("nobody")), line(1, "1", "100")));

        assertThat(shop.membership().sales().claim(key("r-1"), couple.member(0)))
                .isInstanceOf(ClaimResult.Claimed.class);
        assertThat(couple.receipts(0)).containsExactly("r-1");
    }

    private void forget(MemberId member) {
        Requested asked = (Requested)
                shop.membership().erasures().request(member, ReasonCode.of("ASKED"), IdentityProof.IN_WRITING);
        shop.time().advance(Duration.ofDays(60));
        assertThat(shop.membership().erasures().execute(asked.erasure().id())).isInstanceOf(Erased.class);
    }
}

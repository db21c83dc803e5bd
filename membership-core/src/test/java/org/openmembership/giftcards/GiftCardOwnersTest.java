package org.openmembership.giftcards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.CustomerId;
import org.openmembership.erasure.ErasureRequestResult;
import org.openmembership.erasure.ErasureResult;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult;
import org.openmembership.merging.UnmergeResult;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.UserId;

/** What becomes of gift cards when their members change, on every storage. */
@Requirement("A26")
final class GiftCardOwnersTest extends GiftCardStage {
    @Test
    @Requirement("R16")
    void a_merge_gives_cards_to_the_survivor_and_undoing_it_gives_them_back() {
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        GiftCardId adas = digital("EUR 1.00", ada);
        GiftCardId eves = digital("EUR 2.00", eve);
        shop.membership().merging().agree(ada, eve);
        shop.membership().merging().agree(eve, ada);

        MergeResult.Merged merged = (MergeResult.Merged) shop.membership()
                .merging()
                .merge(MergeRequest.of(customer(ada), List.of(customer(eve)), shop.key())
                        .keeping(user(ada)));
        assertThat(owner(eves)).isEqualTo(ada);

        assertThat(shop.membership().merging().unmerge(merged.merge().id())).isInstanceOf(UnmergeResult.Unmerged.class);
        assertThat(owner(eves)).isEqualTo(eve);
        assertThat(owner(adas)).isEqualTo(ada);
    }

    @Test
    void what_is_known_of_a_person_has_the_cards_and_their_money_but_no_code() {
        MemberId ada = shop.member();
        GiftCardId card = digital("EUR 12.34", ada);
        StringWriter out = new StringWriter();

        shop.membership().disclosure().write(ada, out);

        assertThat(out.toString())
                .contains("gift cards of " + ada, "gift card " + card, "12.34")
                .doesNotContain(personal(card));
    }

    @Test
    @Requirement("R17")
    void erasure_leaves_a_card_to_whoever_has_a_code_of_it() {
        MemberId ada = shop.member();
        GiftCardId card = digital("EUR 5.00", ada);
        String code = personal(card);
        ErasureRequestResult.Requested asked = (ErasureRequestResult.Requested)
                shop.membership().erasures().request(ada, ReasonCode.of("ASKED"), IdentityProof.SIGNED_IN);
        shop.time().advance(Duration.ofDays(8));

        assertThat(shop.membership().erasures().execute(asked.erasure().id())).isInstanceOf(ErasureResult.Erased.class);

        assertThat(row(card).owner()).isNull();
        assertThat(posted(spend(code, "EUR 5.00")).balanceAfter()).isEqualTo(Money.parse("EUR 0.00"));
    }

    private GiftCard row(GiftCardId card) {
        return shop.storage().read(stores -> stores.giftCards().find(card)).orElseThrow();
    }

    private MemberId owner(GiftCardId card) {
        return Objects.requireNonNull(row(card).owner());
    }

    private CustomerId customer(MemberId member) {
        return Objects.requireNonNull(shop.storage()
                .read(stores -> stores.members().find(member))
                .orElseThrow()
                .primary());
    }

    private UserId user(MemberId member) {
        return Objects.requireNonNull(shop.storage()
                .read(stores -> stores.members().find(member))
                .orElseThrow()
                .user());
    }
}

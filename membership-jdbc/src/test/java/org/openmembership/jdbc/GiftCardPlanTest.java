package org.openmembership.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.giftcard.GiftCardFilter;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcard.GiftCardOperation;
import org.openmembership.giftcard.GiftCardStatus;
import org.openmembership.ledger.EntryId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.SecretHash;

/** That gift cards are found by an index. */
final class GiftCardPlanTest extends QueryPlans {
    @Test
    @Requirement({"A50", "A51"})
    void gift_cards_codes_and_entries_are_found_by_an_index() throws SQLException {
        GiftCardId card = GiftCardId.of("g-1");
        MemberId owner = MemberId.of("m-1");
        SecretHash hash = new SecretHash("a".repeat(SecretHash.LENGTH));
        Page.Request first = Page.Request.first(10);
        ask(stores -> stores.giftCards().find(card));
        ask(stores -> stores.giftCards().lock(card));
        ask(stores -> stores.giftCards().withCode(hash));
        ask(stores -> stores.giftCards().codesOf(List.of(card)));
        ask(stores -> stores.giftCards().answer(GiftCardOperation.SPEND, ExternalKey.of("till", "1")));
        ask(stores -> stores.giftCards().entry(card, 1));
        ask(stores -> stores.giftCards().refundsOf(card, 1));
        ask(stores -> stores.giftCards().ofPoints(new EntryId(AccountId.of("a"), 1)));
        ask(stores -> stores.giftCards().history(card, first));
        ask(stores -> stores.giftCards().idsOf(owner));
        ask(stores -> stores.giftCards().list(GiftCardFilter.ALL, first));
        ask(stores -> stores.giftCards().list(new GiftCardFilter(GiftCardStatus.ACTIVE, hash, owner), first));

        assertPlans(true);
    }
}

package org.openmembership.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.card.CardNumber;
import org.openmembership.cards.CardResult.Assigned;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.sharing.PoolingResult.Pooled;
import org.openmembership.sharing.SharingResult.Shared;
import org.openmembership.statement.Statement;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** What was recorded before an account became part of another stays where it was, for whoever brought it to see. */
@Requirement({"R16", "R55", "A28"})
final class PooledHistoryTest extends ShopTest {
    private MemberId ada;
    private MemberId grace;
    private AccountId family;
    private AccountId own;
    private Instant start;

    @BeforeEach
    void grace_brings_what_she_has_to_a_family() {
        start = shop.time().instant();
        ada = shop.member();
        grace = shop.member();
        family = shop.account(ada, Shop.CLUB);
        own = shop.account(grace, Shop.CLUB);
        shop.give(own, 20);
        shop.spend(own, 5);
        sharing().become(family, AccountType.FAMILY);
        assertThat(sharing().pool(new PoolingRequest(own, family, shop.key()))).isInstanceOf(Pooled.class);
        shop.time().advance(Duration.ofDays(1));
    }

    @Test
    void who_brought_it_reads_the_entries_of_before_from_where_the_points_came_in() {
        PointEntry came = shop.history(family).get(0);
        AccountId before = came.related().orElseThrow().account();

        assertThat(before).isEqualTo(own);
        Statement statement =
                as(grace).statements().of(before, start, shop.time().instant()).orElseThrow();
        assertThat(statement.period().entries())
                .extracting(PointEntry::kind)
                .containsExactly(EntryKind.POSITIVE_ADJUSTMENT, EntryKind.REDEMPTION, EntryKind.MERGE_OUT);
        assertThat(statement.now().balance().booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R20")
    void nobody_else_of_the_family_reads_them() {
        for (MemberId other : new MemberId[] {ada, shop.member()}) {
            assertThatThrownBy(() -> as(other).statements().entries(own, Page.Request.first(10)))
                    .isInstanceOf(PermissionDeniedException.class);
        }
        assertThat(as(grace).redemption().redeem(own, Points.of(1), shop.key()))
                .asString()
                .contains("CLOSED");
    }

    @Test
    void all_that_is_known_of_who_brought_it_has_them_also_when_she_has_left() {
        assertThat(disclosed(grace)).contains("\"points of " + own + "\"", "\"points of " + family + "\"");
        assertThat(disclosed(ada)).contains("\"points of " + family + "\"").doesNotContain("points of " + own);

        assertThat(sharing().leave(family, grace)).isInstanceOf(Shared.class);

        assertThat(disclosed(grace)).contains("\"points of " + own + "\"").doesNotContain("points of " + family);
        assertThat(as(grace).statements().entries(own, Page.Request.first(10)).items())
                .hasSize(3);
    }

    @Test
    void what_a_card_without_a_person_collected_is_read_by_who_took_it_over() {
        CardNumber card = CardNumber.of("4000-0001");
        AccountId nobodys = ((Assigned) shop.membership().cards().register(card, Shop.CLUB))
                .card()
                .account()
                .orElseThrow();
        shop.give(nobodys, 7);

        assertThat(shop.membership().cards().takeOver(card, ada)).isInstanceOf(Assigned.class);

        assertThat(disclosed(ada)).contains("\"points of " + nobodys + "\"");
        assertThat(as(ada).statements().entries(nobodys, Page.Request.first(10)).items())
                .hasSize(2);
    }

    private String disclosed(MemberId member) {
        StringWriter out = new StringWriter();
        assertThat(as(member).disclosure().write(member, out)).isTrue();
        return out.toString();
    }

    private Sharing sharing() {
        return shop.membership().sharing();
    }

    private Membership as(MemberId member) {
        return shop.membership().as(Actor.member(member.value()));
    }
}

package org.openmembership.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Block;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testkit.Requirement;

@Requirement("B30")
final class ContactTypeTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Block LOST = new Block(ReasonCode.of("LOST"), Actor.till("till-7"), NOW);
    private static final MembershipCard FREE =
            MembershipCard.free(CardNumber.of("1"), new MembershipCard.Issue(ClubId.of("tea"), null, null, NOW));
    private static final MembershipCard HELD = FREE.heldBy(
            new MembershipCard.Holder(AccountId.of("a-1"), MemberId.of("m-1"), NOW), LocalDate.of(2026, 3, 1));

    @Test
    void one_card_that_is_handed_out_and_not_blocked_is_enough() {
        assertThat(ContactType.of(List.of(HELD.with(LOST), HELD))).isEqualTo(ContactType.ACTIVE);
    }

    @Test
    void whoever_has_none_or_only_blocked_and_replaced_ones_is_information_only() {
        assertThat(ContactType.of(List.of())).isEqualTo(ContactType.INFORMATION_ONLY);
        assertThat(ContactType.of(List.of(FREE, HELD.with(LOST), HELD.replacedBy(CardNumber.of("2"), LOST))))
                .isEqualTo(ContactType.INFORMATION_ONLY);
    }
}

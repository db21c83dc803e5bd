package org.openmembership.club;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.openmembership.club.ReviewTerms.Anchors;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.ledger.EntryKind;
import org.openmembership.testkit.Requirement;

class SchemesTest {
    private static ClubBuilder coffee() {
        return Club.builder(ClubId.of("coffee")).name("Coffee").in(CurrencyUnit.EUR, ZoneId.of("Europe/Berlin"));
    }

    @Test
    @Requirement("B23")
    void the_next_scheme_is_the_one_of_the_next_higher_sequence() {
        Club club = coffee().schemes(
                        Scheme.from("gold", "Gold", 30, "1000", "800"),
                        Scheme.byHand("standard", "Standard", 10),
                        Scheme.from("silver", "Silver", 20, "500", "400"))
                .build();

        assertThat(club.nextAbove(SchemeId.of("standard")).map(Scheme::name)).contains("Silver");
        assertThat(club.nextAbove(SchemeId.of("gold"))).isEmpty();
        assertThat(club.nextBelow(SchemeId.of("gold")).map(Scheme::name)).contains("Silver");
        assertThat(club.nextBelow(SchemeId.of("standard"))).isEmpty();
    }

    @Test
    @Requirement({"A37", "A38"})
    void a_scheme_has_a_code_of_its_own_and_a_public_name() {
        assertThat(Scheme.byHand("standard", "Standard", 1).id().value()).isEqualTo("standard");
        assertThatThrownBy(() -> Scheme.byHand("", "Standard", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> coffee().schemes(
                                Scheme.byHand("standard", "Standard", 1), Scheme.byHand("standard", "Again", 2))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("standard");
    }

    @Test
    @Requirement("R43")
    void the_stretch_that_counts_for_a_scheme_is_for_life_or_for_a_period() {
        LocalDate opened = LocalDate.of(2024, 2, 29);
        LocalDate day = LocalDate.of(2026, 2, 28);
        Anchors anchors = new Anchors(opened, LocalDate.of(2025, 7, 1));

        assertThat(new Window.Lifetime().firstDay(day, anchors)).isEqualTo(LocalDate.EPOCH);
        assertThat(new Window.CalendarYear().firstDay(day, anchors)).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(new Window.MemberYear().firstDay(day, anchors)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(new Window.Rolling(Period.ofDays(365)).firstDay(day, anchors))
                .isEqualTo(LocalDate.of(2025, 3, 1));
    }

    @Test
    @Requirement("B43")
    void the_seven_kinds_of_entry_are_there_and_those_for_corrections_and_imports() {
        assertThat(Arrays.stream(EntryKind.values()).map(Enum::name))
                .contains(
                        "SALE",
                        "REDEMPTION",
                        "EXPIRY",
                        "POSITIVE_ADJUSTMENT",
                        "NEGATIVE_ADJUSTMENT",
                        "TRANSFER_FROM",
                        "TRANSFER_TO",
                        "REVERSAL",
                        "OPENING");
    }
}

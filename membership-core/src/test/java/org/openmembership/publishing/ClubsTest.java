package org.openmembership.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.publishing.PublishResult.Published;
import org.openmembership.shared.Actor;
import org.openmembership.testkit.InMemoryStorage;
import org.openmembership.testkit.Requirement;

class ClubsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final Membership membership =
            Membership.on(new InMemoryStorage()).clock(() -> NOW).open();

    @Test
    @Requirement({"B1", "R48"})
    void publishing_the_same_definition_again_changes_nothing() {
        Club club = club("coffee", "Coffee", "standard");

        assertThat(membership.clubs().publish(club)).isEqualTo(new Published(club.id(), 1, NOW, true));
        assertThat(membership.clubs().publish(club, NOW.plusSeconds(9)))
                .isEqualTo(new Published(club.id(), 1, NOW, false));
    }

    @Test
    @Requirement("R48")
    void a_changed_definition_is_a_new_version_that_holds_from_its_instant_on() {
        Club first = club("coffee", "Coffee", "standard");
        Club second = club("coffee", "Tea", "standard");
        membership.clubs().publish(first);

        assertThat(membership.clubs().publish(second, NOW.plusSeconds(60)))
                .isEqualTo(new Published(first.id(), 2, NOW.plusSeconds(60), true));
        assertThat(membership.clubs().current(first.id())).contains(first);
        assertThat(membership.clubs().publish(first)).isEqualTo(new PublishResult.TooEarly(NOW.plusSeconds(60)));
    }

    @Test
    @Requirement("B21")
    void a_scheme_code_belongs_to_one_club() {
        membership.clubs().publish(club("coffee", "Coffee", "standard"));

        assertThat(membership.clubs().publish(club("tea", "Tea", "standard")))
                .isEqualTo(new PublishResult.SchemeTaken(SchemeId.of("standard"), ClubId.of("coffee")));
        assertThat(membership.clubs().all()).extracting(Club::id).containsExactly(ClubId.of("coffee"));
    }

    @Test
    void a_club_keeps_its_currency() {
        membership.clubs().publish(club("coffee", "Coffee", "standard"));
        Club dollars = Club.builder(ClubId.of("coffee"))
                .name("Coffee")
                .in(CurrencyUnit.USD, ZoneOffset.UTC)
                .schemes(Scheme.byHand("standard", "Standard", 1))
                .build();

        assertThat(membership.clubs().publish(dollars)).isEqualTo(new PublishResult.CurrencyFixed(CurrencyUnit.EUR));
    }

    @Test
    @Requirement("R20")
    void only_who_may_publish_publishes() {
        Membership till = membership.as(Actor.till("till-7"));

        assertThatThrownBy(() -> till.clubs().publish(club("coffee", "Coffee", "standard")))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(membership.clubs().all()).isEmpty();
    }

    @Test
    void a_written_club_is_read_again_and_a_faulty_document_names_its_faults() {
        Club club = club("coffee", "Coffee", "standard");

        assertThat(membership.clubs().read(membership.clubs().write(club)))
                .isEqualTo(new ClubDocumentResult.Read(club));
        assertThat(membership.clubs().read("[]"))
                .isEqualTo(new ClubDocumentResult.Faulty(
                        List.of(new DocumentFault("$", "must be an object, not a list"))));
    }

    private static Club club(String id, String name, String scheme) {
        return Club.builder(ClubId.of(id))
                .name(name)
                .in(CurrencyUnit.EUR, ZoneOffset.UTC)
                .schemes(Scheme.byHand(scheme, "Standard", 1))
                .build();
    }
}

package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.ClubStore;
import org.openmembership.club.ClubVersion;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.Document;

/** What every {@link ClubStore} does. */
public abstract class ClubStoreContract extends StoreContract {
    @Test
    @Requirement("R48")
    void versions_are_read_back_whole_and_by_number() {
        Club club = AnyClub.anyClub();
        ClubVersion second = AnyClub.anyVersion(club, 2);
        ClubVersion first = AnyClub.anyVersion(club, 1);
        add(first, club);
        add(second, club);

        assertThat(versions(club.id())).containsExactly(first, second);
    }

    @Test
    void versions_after_a_number_are_only_the_later_ones() {
        Club club = AnyClub.anyClub();
        ClubVersion first = AnyClub.anyVersion(club, 1);
        ClubVersion second = AnyClub.anyVersion(club, 2);
        add(first, club);
        add(second, club);

        assertThat(versionsAfter(club.id(), 0)).containsExactly(first, second);
        assertThat(versionsAfter(club.id(), 1)).containsExactly(second);
        assertThat(versionsAfter(club.id(), 2)).isEmpty();
    }

    @Test
    void an_unknown_club_has_no_versions() {
        assertThat(versions(ClubId.of("none"))).isEmpty();
        assertThat(all()).isEmpty();
    }

    @Test
    void a_number_is_given_once() {
        Club club = AnyClub.anyClub();
        add(AnyClub.anyVersion(club, 1), club);

        assertAlwaysLost(stores -> stores.clubs().add(AnyClub.anyVersion(club, 1), AnyClub.schemes(club)));
    }

    @Test
    void a_unit_of_work_whose_number_was_given_meanwhile_is_run_again() {
        Club club = AnyClub.anyClub();
        ClubVersion first = AnyClub.anyVersion(club, 1);
        ClubVersion second = AnyClub.anyVersion(club, 2);
        add(first, club);

        assertRunAgain(
                stores -> stores.clubs().add(first, AnyClub.schemes(club)),
                stores -> stores.clubs().add(second, AnyClub.schemes(club)));

        assertThat(versions(club.id())).containsExactly(first, second);
    }

    @Test
    @Requirement("B21")
    void a_scheme_code_belongs_to_the_club_that_claimed_it() {
        Club club = story().club();
        Club other = story().club();

        for (SchemeId scheme : AnyClub.schemes(club)) {
            assertThat(ownerOf(scheme)).contains(club.id());
        }
        for (SchemeId scheme : AnyClub.schemes(other)) {
            assertThat(ownerOf(scheme)).contains(other.id());
        }
        assertThat(ownerOf(SchemeId.of("none"))).isEmpty();
    }

    @Test
    @Requirement("B21")
    void a_scheme_that_a_later_version_leaves_out_still_belongs_to_the_club() {
        Club club = story().club();
        SchemeId added = SchemeId.of(Any.any("gold"));

        write(stores -> stores.clubs().add(AnyClub.anyVersion(club, 2), Set.of(added)));

        assertThat(ownerOf(added)).contains(club.id());
        assertThat(ownerOf(club.defaultScheme())).contains(club.id());
    }

    @Test
    void clubs_come_by_id_each_once() {
        Club b = AnyClub.anyClub(ClubId.of("b"));
        Club a = AnyClub.anyClub(ClubId.of("a"));
        add(AnyClub.anyVersion(b, 1), b);
        add(AnyClub.anyVersion(a, 1), a);
        add(AnyClub.anyVersion(b, 2), b);

        assertThat(all()).containsExactly(a.id(), b.id());
    }

    @Test
    void a_unit_of_work_sees_the_version_it_added() {
        Club club = AnyClub.anyClub();
        ClubVersion first = AnyClub.anyVersion(club, 1);

        write(stores -> {
            stores.clubs().add(first, AnyClub.schemes(club));
            assertThat(stores.clubs().versions(club.id())).containsExactly(first);
            assertThat(stores.clubs().ownerOf(club.defaultScheme())).contains(club.id());
        });
    }

    @Test
    void a_document_is_kept_to_its_last_character() {
        String json = "{\"text\": \"\\u0000 \ud83d\ude00 \u00e4\u20ac\n\t'\"}" + " ".repeat(200_000);
        ClubVersion version = new ClubVersion(
                ClubId.of("long"),
                1,
                Instant.parse("0001-01-01T00:00:00Z"),
                Any.anyInstant(),
                AnyClub.taking(),
                new Document("club", 7, json));

        write(stores -> stores.clubs().add(version, Set.of()));

        assertThat(versions(version.club())).containsExactly(version);
    }

    @Test
    @Requirement("B3")
    void every_naughty_string_is_kept_as_it_is_in_ids_and_document() {
        List<ClubVersion> versions = Naughty.strings(ClubId.MAX_LENGTH).stream()
                .map(text -> new ClubVersion(
                        ClubId.of(text),
                        1,
                        Any.anyInstant(),
                        Any.anyInstant(),
                        AnyClub.taking(),
                        new Document(text, 1, text)))
                .toList();

        write(stores -> versions.forEach(version ->
                stores.clubs().add(version, Set.of(SchemeId.of(version.club().value())))));

        for (ClubVersion version : versions) {
            assertThat(versions(version.club())).containsExactly(version);
            assertThat(ownerOf(SchemeId.of(version.club().value()))).contains(version.club());
        }
        assertThat(new TreeSet<>(all())).hasSameSizeAs(versions);
    }

    private void add(ClubVersion version, Club club) {
        write(stores -> stores.clubs().add(version, AnyClub.schemes(club)));
    }

    private List<ClubVersion> versionsAfter(ClubId club, int number) {
        return read(stores -> stores.clubs().versionsAfter(club, number));
    }

    private List<ClubVersion> versions(ClubId club) {
        return read(stores -> stores.clubs().versions(club));
    }

    private List<ClubId> all() {
        return read(stores -> stores.clubs().all());
    }

    private Optional<ClubId> ownerOf(SchemeId scheme) {
        return read(stores -> stores.clubs().ownerOf(scheme));
    }
}

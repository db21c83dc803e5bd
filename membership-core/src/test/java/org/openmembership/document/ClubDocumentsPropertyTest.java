package org.openmembership.document;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openmembership.club.Club;
import org.openmembership.shared.Document;

class ClubDocumentsPropertyTest {
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_club_written_and_read_again_is_equal_to_itself(@ForAll("clubs") Club club) {
        Document document = ClubDocuments.write(club);

        assertThat(ClubDocuments.read(document.json())).isEqualTo(new ClubReading.Whole(club));
        assertThat(ClubDocuments.write(ClubDocuments.published(document))).isEqualTo(document);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_document_cut_short_or_changed_anywhere_is_read_or_refused_but_never_throws(
            @ForAll("clubs") Club club, @ForAll int place, @ForAll char other) {
        String json = ClubDocuments.write(club).json();
        int at = Math.floorMod(place, json.length());

        assertThat(ClubDocuments.read(json.substring(0, at))).isInstanceOf(ClubReading.Faulty.class);
        assertThat(ClubDocuments.read(json.substring(0, at) + other + json.substring(at + 1)))
                .isNotNull();
    }

    @Provide
    Arbitrary<Club> clubs() {
        return ClubArbitraries.clubs();
    }
}

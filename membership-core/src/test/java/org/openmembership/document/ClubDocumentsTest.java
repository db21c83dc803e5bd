package org.openmembership.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.Scheme;
import org.openmembership.shared.Document;
import org.openmembership.testkit.Requirement;

class ClubDocumentsTest {
    private static final String SMALLEST = """
            { "id": "coffee", "name": "Coffee Club", "currency": "EUR", "zone": "Europe/Berlin",
              "schemes": [ { "id": "standard", "name": "Standard", "sequence": 1 } ],
              "rules": [ { "id": "base", "points": 1, "per": "10" } ] }
            """;

    @Test
    void what_the_builder_has_a_default_for_may_be_left_out() {
        Club built = Club.builder(ClubId.of("coffee"))
                .name("Coffee Club")
                .in(CurrencyUnit.EUR, ZoneId.of("Europe/Berlin"))
                .schemes(Scheme.byHand("standard", "Standard", 1))
                .rules(PointRule.everything("base", PointRate.amount("1", "10")))
                .build();

        assertThat(ClubDocuments.read(SMALLEST)).isEqualTo(new ClubReading.Whole(built));
    }

    @Test
    @Requirement({"B17", "B21", "B22"})
    void every_fault_of_a_document_is_reported_at_once_by_path() {
        String json = """
                { "id": "", "name": 7, "currency": "XXQ", "zone": "Europe/Atlantis", "colour": "red",
                  "rounding": { "precision": "0.001", "direction": "SIDEWAYS" },
                  "pointValue": -1,
                  "expiry": { "kind": "AFTER_PERIOD" },
                  "defaultScheme": "platinum",
                  "schemes": [
                    { "id": "standard", "name": "Standard", "sequence": 1 },
                    { "id": "standard", "name": "Gold", "sequence": "2", "entry": 100, "keep": 200 } ],
                  "rules": [
                    { "id": "base", "points": "1e3" },
                    { "id": "base", "points": 1, "from": "2026-02-30", "when": { "items": [ "a", "a" ] } },
                    { "id": "dated", "points": 1, "from": "2026-03-01", "to": "2026-02-01" },
                    { "id": "capped", "points": 1, "caps": [ { "span": "WEEK", "most": 0 }, { "span": "DAY", "most": 0 } ] },
                    { "id": "hours", "points": 1, "when": {
                      "hours": { "from": "25:00", "to": "18:00" }, "leastAmount": -1, "currencies": [ "XXQ" ],
                      "except": { "items": [ "" ] }, "accounts": [ 7 ], "priceGroups": "all", "attributes": [ "a", "a" ] } },
                    { "id": "never", "points": 1, "when": { "hours": { "from": "18:00", "to": "18:00" } } } ],
                  "earning": { "choice": "ANY", "caps": [ {} ], "pendingDays": "x", "returns": "NONE",
                    "claimWindow": "30 days", "excluded": { "stores": [] } },
                  "offers": [ { "id": "double", "effect": { "kind": "TWICE", "factor": 2 },
                                "when": { "schemes": [ "gold" ] } } ],
                  "spending": { "minimum": 0 } }
                """;

        assertThat(faults(json))
                .extracting(Fault::path)
                .containsExactlyInAnyOrder(
                        "$.id",
                        "$.name",
                        "$.currency",
                        "$.zone",
                        "$.colour",
                        "$.rounding.precision",
                        "$.rounding.direction",
                        "$.pointValue",
                        "$.expiry.period",
                        "$.defaultScheme",
                        "$.schemes[1].id",
                        "$.schemes[1].sequence",
                        "$.schemes[1]",
                        "$.rules[0].points",
                        "$.rules[1].id",
                        "$.rules[1].from",
                        "$.rules[1].when.items[1]",
                        "$.rules[2]",
                        "$.rules[3].caps[0].span",
                        "$.rules[3].caps[1]",
                        "$.rules[4].when.hours.from",
                        "$.rules[4].when.leastAmount",
                        "$.rules[4].when.currencies[0]",
                        "$.rules[4].when.except.items[0]",
                        "$.rules[4].when.accounts[0]",
                        "$.rules[4].when.priceGroups",
                        "$.rules[4].when.attributes[1]",
                        "$.rules[5].when.hours",
                        "$.earning.choice",
                        "$.earning.caps[0].span",
                        "$.earning.caps[0].most",
                        "$.earning.pendingDays",
                        "$.earning.returns",
                        "$.earning.claimWindow",
                        "$.earning.excluded.stores",
                        "$.offers[0].effect.kind",
                        "$.offers[0].when.schemes[0]",
                        "$.spending");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{'                                  | $    | is not JSON within bounds",
                "''                                   | $    | is empty",
                "'[]'                                 | $    | must be an object, not a list",
                "'{} {}'                              | $    | goes on after its end",
                "'{\"id\":\"a\",\"id\":\"b\"}'        | $.id | is there twice",
                "'{\"zone\":null}'                    | $.zone | is missing",
                "'{\"currency\":\"XXQ\"}'             | $.currency | must be a known currency such as EUR, not \"XXQ\"",
                "'{\"pointValue\":\"0.0000001\"}'     | $.pointValue | must be a number with at most 6 decimals",
                "'{\"events\":[{\"id\":\"a\"}]}'       | $.events[0].event | is missing",
                "'{\"events\":[{\"points\":0}]}'       | $.events[0].points | must be above zero",
                "'{\"events\":[{\"schemes\":[\"x\"]}]}' | $.events[0].schemes[0] | is no scheme of this club",
                "'{\"events\":[{\"to\":\"31/12\"}]}'  | $.events[0].to | must be a day such as 2026-12-31",
                "'{\"pointValue\":1e999999999}'       | $.pointValue | must be a number with at most 6 decimals",
                "'{\"we ird''\\u0000\":1}'            | $['we ird??'] | is not known here"
            })
    void a_fault_says_where_and_what(String json, String path, String message) {
        assertThat(faults(json)).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.message()).startsWith(message);
        });
    }

    @Test
    @Requirement("B10")
    void bombs_are_refused() {
        assertThat(faults("[".repeat(100_000))).hasSize(1);
        assertThat(faults("{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000))).hasSize(1);
        assertThat(faults("\"" + "x".repeat(Document.MAX_LENGTH) + "\"")).hasSize(1);
        assertThat(faults("9".repeat(500_000))).hasSize(1);
    }

    @Test
    void a_document_that_is_no_published_club_is_a_failure() {
        assertThatThrownBy(() -> ClubDocuments.published(new Document("club", 2, SMALLEST)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ClubDocuments.published(new Document("club", 1, "{}")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<Fault> faults(String json) {
        return ((ClubReading.Faulty) ClubDocuments.read(json)).faults();
    }
}

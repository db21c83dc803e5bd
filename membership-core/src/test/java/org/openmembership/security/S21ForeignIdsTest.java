package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.Membership;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Needles;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/**
 * S21: somebody names what belongs to another tenant. Every method of every door is called with such ids in one shop, and in
 * its twin with ids of nothing at all: whatever is answered must be the same. A method that is added is called too, and one
 * with parameters that are not known here fails.
 */
@Requirement({"S21", "B7"})
class S21ForeignIdsTest {
    private static final String FOREIGN = "foreign";

    /** As long as the other, so that nothing differs by a length. */
    private static final String UNKNOWN = "unknown";

    /** Comes before both, so that lists are in the same order. */
    private static final String OWN = "another";

    /** Refused before anything is looked up: the generic text is no word, no day, no document of theirs. */
    private static final int REFUSED_AS_INVALID = 12;

    private static final int VARIANTS = 3;

    @ParameterizedTest
    @EnumSource
    void ids_of_another_tenant_are_answered_as_ids_of_nothing_by_every_method_of_every_door(Engine engine)
            throws Exception {
        Shop elsewhere = Shop.open(engine);
        Optional<Needles> tables = engine.database().map(Needles::ofLatest);
        try (elsewhere;
                Shop here = Shop.open(engine);
                Shop twin = Shop.open(engine)) {
            TwinIds foreign = Inhabited.by(FOREIGN, elsewhere).ids();
            Map<String, List<String>> before = values(tables);

            Map<String, Outcome> ofForeign = outcomes(here, foreign);
            Map<String, Outcome> ofUnknown = outcomes(twin, TwinIds.unknown(UNKNOWN));

            assertThat(ofForeign.entrySet().stream()
                            .filter(call -> call.getValue().text().contains(Arguments.NONE))
                            .map(Map.Entry::toString))
                    .isEmpty();
            assertThat(ofForeign.keySet()).isEqualTo(ofUnknown.keySet());
            assertThat(ofForeign).hasSizeGreaterThan(300);
            Set<String> differing = new TreeSet<>();
            ofForeign.forEach((call, outcome) -> {
                if (!outcome.equals(ofUnknown.get(call))) {
                    differing.add(call + "\n   " + outcome + "\n   " + ofUnknown.get(call));
                }
            });
            assertThat(differing).isEmpty();
            assertThat(ofForeign.entrySet().stream()
                            .filter(call -> call.getValue().invalid())
                            .map(Map.Entry::getKey))
                    .hasSizeLessThanOrEqualTo(VARIANTS * REFUSED_AS_INVALID);
            assertThat(values(tables)).isEqualTo(before);
        }
    }

    /** All values in all rows of the other shop, sorted because a database answers in any order. */
    private static Map<String, List<String>> values(Optional<Needles> tables) {
        Map<String, List<String>> values =
                new TreeMap<>(tables.map(Needles::values).orElse(Map.of()));
        values.keySet().removeIf(column -> column.startsWith("om_tenant."));
        values.replaceAll((column, all) -> all.stream().sorted().toList());
        return values;
    }

    /** Calls everything with ids of theirs alone, then with ours first, then with theirs first. */
    private static Map<String, Outcome> outcomes(Shop shop, TwinIds theirs) throws Exception {
        Inhabited inhabited = Inhabited.by(OWN, shop);
        Membership membership = inhabited.membership();
        TwinIds own = inhabited.ids();
        Instant now = shop.time().instant();
        Map<String, Outcome> outcomes = new TreeMap<>();
        List<Arguments> variants = List.of(
                new Arguments(theirs, theirs, now, shop.coffee().build()),
                new Arguments(own, theirs, now, shop.coffee().build()),
                new Arguments(theirs, own, now, shop.coffee().build()));
        for (int i = 0; i < variants.size(); i++) {
            for (Method accessor : Doors.all()) {
                Object door = accessor.invoke(membership);
                for (Method method : Doors.methods(door)) {
                    Arguments known = variants.get(i);
                    String call = i + " " + accessor.getName() + " " + method.getName()
                            + Arrays.toString(method.getParameterTypes());
                    outcomes.put(call, Outcome.of(() -> method.invoke(door, known.of(method)), theirs.name));
                }
            }
        }
        return outcomes;
    }
}

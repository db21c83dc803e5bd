package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Needles;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/**
 * B3, B4: a text that breaks careless software, in every place of every call where a text may stand. Each is stored as it is
 * or refused by name, by the noun or by the door; no driver is heard of, and all storages say and keep the same. A field that
 * is added is met by itself.
 */
@Requirement({"B3", "B4"})
class B03EveryTextTest {
    private static final String NAME = "another";

    /** What these do spoils the rest: they come last. */
    private static final List<String> LAST = List.of("blocking", "sharing", "users", "erasures");

    private static final String CURSOR = ".after.value ";
    private static final String REFUSED = "refused";
    private static final Pattern LENGTH = Pattern.compile("(.*) (\\d+) (wide|narrow)");

    /**
     * What one storage made of everything.
     *
     * @param verdicts by field and text
     * @param kept texts that stand in a column as they are, by column
     */
    private record Made(Map<String, String> verdicts, Map<String, Set<String>> kept) {}

    @Test
    void every_storage_says_the_same_of_each_text_in_each_field_and_keeps_it_as_it_is() throws Exception {
        Map<String, String> texts = HostileTexts.structures();
        Made everything = made(Engine.IN_MEMORY, texts, place -> true);
        assertThat(everything.verdicts()).hasSizeGreaterThan(5_000);
        assertOnlyRefusals(everything);

        Set<String> taken = worthKeeping(everything.verdicts());
        Made inMemory = made(Engine.IN_MEMORY, texts, taken::contains);
        Made sqlite = made(Engine.SQLITE, texts, taken::contains);
        Made postgres = made(Engine.POSTGRESQL, texts, taken::contains);
        Made mariaDb = made(Engine.MARIADB, texts, taken::contains);

        assertThat(taken).hasSizeGreaterThan(500);
        for (Made other : List.of(sqlite, postgres, mariaDb)) {
            assertOnlyRefusals(other);
            assertThat(differing(inMemory, other)).isEmpty();
        }
        assertThat(postgres.kept()).isEqualTo(sqlite.kept());
        assertThat(mariaDb.kept()).isEqualTo(sqlite.kept());
        assertThat(sqlite.kept()).hasSizeGreaterThan(40);
    }

    @Test
    void every_format_character_and_naughty_strings_are_taken_or_refused_by_name() throws Exception {
        Map<String, String> texts = new TreeMap<>(HostileTexts.formatCharacters());
        texts.putAll(HostileTexts.naughty(25));
        assertOnlyRefusals(made(Engine.IN_MEMORY, texts, place -> true));
    }

    /** What is refused never comes to a storage; of texts that differ by their length the longest are enough. */
    private static Set<String> worthKeeping(Map<String, String> verdicts) {
        Map<String, String> longest = new TreeMap<>();
        Set<String> worth = new TreeSet<>();
        verdicts.forEach((place, verdict) -> {
            if (verdict.startsWith(REFUSED)) {
                return;
            }
            Matcher length = LENGTH.matcher(place);
            if (length.matches()) {
                longest.merge(
                        length.group(1) + length.group(3),
                        place,
                        (one, other) -> size(one) > size(other) ? one : other);
            } else {
                worth.add(place);
            }
        });
        worth.addAll(longest.values());
        return worth;
    }

    private static int size(String place) {
        Matcher length = LENGTH.matcher(place);
        return length.matches() ? Integer.parseInt(length.group(2)) : 0;
    }

    private static void assertOnlyRefusals(Made made) {
        Set<String> others = new TreeSet<>();
        made.verdicts().forEach((place, verdict) -> {
            if (verdict.startsWith("!")) {
                others.add(place + " " + verdict);
            }
        });
        assertThat(others).isEmpty();
    }

    /** But for cursors, which are the words of one storage and mean nothing to another. */
    private static Set<String> differing(Made one, Made other) {
        Set<String> differing = new TreeSet<>();
        one.verdicts().forEach((place, verdict) -> {
            if (!place.contains(CURSOR) && !verdict.equals(other.verdicts().get(place))) {
                differing.add(place + ": " + verdict + " / " + other.verdicts().get(place));
            }
        });
        return differing;
    }

    private static Made made(Engine engine, Map<String, String> texts, Predicate<String> wanted) throws Exception {
        try (Shop shop = Shop.open(engine)) {
            Inhabited inhabited = Inhabited.by(NAME, shop);
            Map<String, String> verdicts = new TreeMap<>();
            for (Method accessor : doors()) {
                Object door = accessor.invoke(inhabited.membership());
                for (Method method : Doors.methods(door)) {
                    verdicts.putAll(verdicts(accessor.getName(), door, method, inhabited, shop, texts, wanted));
                }
            }
            Map<String, Set<String>> kept = engine.database()
                    .map(database -> kept(Needles.ofLatest(database), new HashSet<>(texts.values())))
                    .orElse(Map.of());
            return new Made(verdicts, kept);
        }
    }

    private static Map<String, String> verdicts(
            String accessor,
            Object door,
            Method method,
            Inhabited inhabited,
            Shop shop,
            Map<String, String> texts,
            Predicate<String> wanted)
            throws Exception {
        Map<String, String> verdicts = new TreeMap<>();
        String call = accessor + "." + method.getName() + method.getParameterCount();
        for (String path : fields(method, inhabited, shop).paths()) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                String place = call + " " + path + " " + text.getKey();
                if (wanted.test(place)) {
                    verdicts.put(
                            place,
                            verdict(
                                    text.getValue(),
                                    () -> method.invoke(
                                            door,
                                            fields(method, inhabited, shop).with(path, text.getValue()))));
                }
            }
        }
        return verdicts;
    }

    /** Under a key that was not used yet, and of the record as it is now. */
    private static TextFields fields(Method method, Inhabited inhabited, Shop shop) {
        TwinIds fresh = inhabited.ids().with(shop.key());
        Arguments known =
                new Arguments(fresh, fresh, shop.time().instant(), shop.coffee().build());
        Object[] arguments = known.of(method);
        inhabited.bringUpToDate(method, arguments);
        return new TextFields(method.getGenericParameterTypes(), arguments, known::sample);
    }

    private interface Call {
        Object made() throws Exception;
    }

    /** What became of it, and whether the answer holds the text as it was given. */
    private static String verdict(String text, Call call) throws Exception {
        try {
            Object answer = call.made();
            String kind = answer == null
                    ? "done"
                    : answer instanceof List ? "list" : answer.getClass().getSimpleName();
            return Texts.in(answer).contains(text) ? kind + " with it" : kind;
        } catch (InvocationTargetException thrown) {
            return refusal(thrown.getCause());
        } catch (IllegalArgumentException byNoun) {
            return refusal(byNoun);
        }
    }

    /** The places that are refused belong to the verdict; anything but a refusal is marked. */
    private static String refusal(Throwable thrown) {
        if (thrown instanceof InvalidRequestException invalid) {
            return REFUSED + invalid.violations();
        }
        return thrown instanceof IllegalArgumentException ? REFUSED : "!" + thrown;
    }

    private static Map<String, Set<String>> kept(Needles tables, Set<String> texts) {
        Map<String, Set<String>> kept = new TreeMap<>();
        tables.values().forEach((column, values) -> {
            Set<String> found = new TreeSet<>(values);
            found.retainAll(texts);
            if (!found.isEmpty()) {
                kept.put(column, found);
            }
        });
        return kept;
    }

    /** By name, but for those that come last. */
    private static List<Method> doors() {
        return Doors.all().stream()
                .sorted(Comparator.comparing(accessor -> LAST.indexOf(accessor.getName())))
                .toList();
    }
}

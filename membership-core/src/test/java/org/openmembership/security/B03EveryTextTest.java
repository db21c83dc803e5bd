package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/**
 * B3, B4: a text that breaks careless software, in every place of every call where a text may stand. Each is taken or refused
 * by name, by the noun or by the door. A field that is added is met by itself.
 */
@Requirement({"B3", "B4"})
class B03EveryTextTest {
    private static final String NAME = "another";

    /** What these do spoils the rest: they come last. */
    private static final List<String> LAST = List.of("blocking", "sharing", "users", "erasures");

    private static final String REFUSED = "refused";

    @Test
    void every_text_of_unicode_and_of_a_length_is_taken_or_refused_by_name() throws Exception {
        Map<String, String> verdicts = verdicts(HostileTexts.structures());
        assertThat(verdicts).hasSizeGreaterThan(5_000);
        assertOnlyRefusals(verdicts);
    }

    @Test
    void every_format_character_and_naughty_strings_are_taken_or_refused_by_name() throws Exception {
        Map<String, String> texts = new TreeMap<>(HostileTexts.formatCharacters());
        texts.putAll(HostileTexts.naughty(25));
        assertOnlyRefusals(verdicts(texts));
    }

    private static void assertOnlyRefusals(Map<String, String> verdicts) {
        Set<String> others = new TreeSet<>();
        verdicts.forEach((place, verdict) -> {
            if (verdict.startsWith("!")) {
                others.add(place + " " + verdict);
            }
        });
        assertThat(others).isEmpty();
    }

    private static Map<String, String> verdicts(Map<String, String> texts) throws Exception {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            Inhabited inhabited = Inhabited.by(NAME, shop);
            Map<String, String> verdicts = new TreeMap<>();
            for (Method accessor : doors()) {
                Object door = accessor.invoke(inhabited.membership());
                for (Method method : Doors.methods(door)) {
                    verdicts.putAll(verdicts(accessor.getName(), door, method, inhabited, shop, texts));
                }
            }
            return verdicts;
        }
    }

    private static Map<String, String> verdicts(
            String accessor, Object door, Method method, Inhabited inhabited, Shop shop, Map<String, String> texts)
            throws Exception {
        Map<String, String> verdicts = new TreeMap<>();
        String call = accessor + "." + method.getName() + method.getParameterCount();
        for (String path : fields(method, inhabited, shop).paths()) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                String place = call + " " + path + " " + text.getKey();
                verdicts.put(
                        place,
                        verdict(() -> method.invoke(
                                door, fields(method, inhabited, shop).with(path, text.getValue()))));
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

    private static String verdict(Call call) throws Exception {
        try {
            Object answer = call.made();
            return answer == null ? "done" : answer.getClass().getSimpleName();
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

    /** By name, but for those that come last. */
    private static List<Method> doors() {
        return Doors.all().stream()
                .sorted(Comparator.comparing(accessor -> LAST.indexOf(accessor.getName())))
                .toList();
    }
}

package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmembership.customer.CustomerId;
import org.openmembership.finding.CustomerSearch;
import org.openmembership.importing.CustomerImport;
import org.openmembership.merging.MergeRequest;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.ForgedCursorException;
import org.openmembership.shared.Page;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** B8: pages that are too small, too large, or begin where no list ever ended; questions and lists without end. */
@Requirement({"B8", "S39"})
class B08ListsTest {
    private static final int MANY = 10_000;

    /** Of other lists, of none, cut off, too long a number, a piece of SQL. */
    private static final List<String> FORGED = List.of(
            "x",
            ":",
            "/",
            "0",
            "-1",
            "1:",
            ":1",
            "1:x",
            "x:1",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999:1",
            "2147483648",
            "-9223372036854775808:x",
            "EMAIL/",
            "NAME/x",
            "EMAIL/1:x",
            "SURNAME_AND_POSTCODE/x",
            "3:a",
            "99999999999:a",
            "' or 1=1 --",
            "%",
            "\\",
            "\u6f22\ud83d\ude00",
            "z".repeat(300));

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_001, 1_000_000_000, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void a_page_has_1_to_1000_items(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> Page.Request.first(limit));
        assertThatIllegalArgumentException().isThrownBy(() -> Page.Request.after(new Page.Cursor("x"), limit));
    }

    /** A list whose places are numbers takes any number for one; all else that was not given out is refused, or nothing is listed. */
    @ParameterizedTest
    @EnumSource
    void a_forged_cursor_is_refused_by_every_list_of_every_door_unless_it_is_a_number_where_places_are(Engine engine)
            throws Exception {
        try (Shop shop = Shop.open(engine)) {
            Inhabited inhabited = Inhabited.by("another", shop);
            Map<String, String> others = new TreeMap<>();
            Set<String> lists = new TreeSet<>();
            for (Method accessor : Doors.all()) {
                Object door = accessor.invoke(inhabited.membership());
                for (Method method : Doors.methods(door)) {
                    int page = List.of(method.getParameterTypes()).indexOf(Page.Request.class);
                    if (page >= 0) {
                        lists.add(accessor.getName() + "." + method.getName());
                        others.putAll(unexpected(door, method, page, inhabited, shop));
                    }
                }
            }
            assertThat(others).isEmpty();
            assertThat(lists).hasSizeGreaterThan(12);
        }
    }

    private static Map<String, String> unexpected(Object door, Method method, int page, Inhabited inhabited, Shop shop)
            throws Exception {
        Map<String, String> others = new TreeMap<>();
        for (String forged : FORGED) {
            Arguments known = new Arguments(
                    inhabited.ids(),
                    inhabited.ids(),
                    shop.time().instant(),
                    shop.coffee().build());
            Object[] arguments = known.of(method);
            arguments[page] = Page.Request.after(new Page.Cursor(forged), 2);
            try {
                Page<?> answer = (Page<?>) method.invoke(door, arguments);
                assertThat(answer.items()).hasSizeLessThanOrEqualTo(2);
                if (!answer.items().isEmpty() && !forged.matches("[1-9]\\d*")) {
                    others.put(method + " " + forged, "taken for a place");
                }
            } catch (InvocationTargetException thrown) {
                if (!(thrown.getCause() instanceof ForgedCursorException)) {
                    others.put(method + " " + forged, String.valueOf(thrown.getCause()));
                }
            }
        }
        return others;
    }

    @ParameterizedTest
    @EnumSource
    void a_question_of_ten_thousand_words_is_answered_by_the_first_of_them(Engine engine) {
        try (Shop shop = Shop.open(engine)) {
            Inhabited inhabited = Inhabited.by("another", shop);
            for (CustomerSearch.By by : CustomerSearch.By.values()) {
                CustomerSearch search = CustomerSearch.of(by, "another ".repeat(MANY));
                assertThat(inhabited
                                .membership()
                                .finding()
                                .customers(search, Page.Request.first(5))
                                .items())
                        .hasSizeLessThanOrEqualTo(5);
            }
        }
    }

    @Test
    void lists_that_a_call_is_given_have_an_end() {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            List<CustomerImport> imports = Collections.nCopies(
                    MANY, CustomerImport.of("pos", "1").name("A", "B").build());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shop.membership().importing().customers(imports));
            List<CustomerId> customers = new ArrayList<>(IntStream.range(0, MANY)
                    .mapToObj(i -> CustomerId.of("customer-" + i))
                    .toList());
            MergeRequest merge = MergeRequest.of(CustomerId.of("nobody"), customers, shop.key());
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> shop.membership().merging().merge(merge))
                    .withMessageContaining("others");
        }
    }
}

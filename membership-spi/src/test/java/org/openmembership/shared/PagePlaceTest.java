package org.openmembership.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;

/** Places of lists that are more than a number. */
@Requirement("B8")
final class PagePlaceTest {
    @Test
    void a_list_reads_the_places_it_gave_out() {
        for (String place : List.of("c-1", "5:byronc-1", "\u6f22 \ud83d\ude00", "x".repeat(290))) {
            assertThat(Page.Cursor.of("customers", place).in("customers").value())
                    .isEqualTo(place);
        }
        assertThat(Page.Request.first(5).after("customers")).isNull();
    }

    @Test
    void places_of_other_lists_and_texts_of_no_list_are_refused() {
        Page.Cursor given = Page.Cursor.of("customers", "c-1");
        String text = given.value();

        for (Page.Cursor forged : List.of(
                new Page.Cursor("c-1"),
                new Page.Cursor("x".repeat(300)),
                new Page.Cursor(text + "1"),
                new Page.Cursor(text.substring(0, text.length() - 1)),
                new Page.Cursor(text.substring(0, text.length() - "c-1".length())),
                Page.Cursor.of("members", "c-1"))) {
            assertThatExceptionOfType(ForgedCursorException.class)
                    .isThrownBy(() -> Page.Request.after(forged, 5).after("customers"));
        }
    }
}

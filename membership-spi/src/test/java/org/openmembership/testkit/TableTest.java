package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TableTest {
    @Property(tries = 300)
    void a_table_holds_what_a_sorted_map_holds(
            @ForAll @Size(max = 200) List<@IntRange(min = -60, max = 60) Integer> changes,
            @ForAll @IntRange(min = 0, max = 60) int from,
            @ForAll @IntRange(min = 0, max = 60) int to) {
        Table<Integer, String> table = new Table<>();
        NavigableMap<Integer, String> map = new TreeMap<>();
        for (int i = 0; i < changes.size(); i++) {
            int change = changes.get(i);
            if (change < 0) {
                table.remove(-change);
                map.remove(-change);
            } else {
                table.put(change, "value " + i);
                map.put(change, "value " + i);
            }
        }

        assertThat(table.values()).containsExactlyElementsOf(map.values());
        int first = Math.min(from, to);
        int last = Math.max(from, to);
        assertThat(table.between(first, last))
                .containsExactlyElementsOf(map.subMap(first, last).values());
        assertThat(table.betweenDown(first, last))
                .containsExactlyElementsOf(
                        map.subMap(first, true, last, false).descendingMap().values());
    }

    @Test
    void a_copy_is_not_changed_with_the_original() {
        Table<Integer, String> table = new Table<>();
        table.put(1, "one");
        Table<Integer, String> copy = new Table<>();
        copy.startFrom(table);

        table.put(2, "two");
        table.remove(1);

        assertThat(copy.values()).containsExactly("one");
        assertThat(table.values()).containsExactly("two");
    }

    @Test
    void a_key_comes_before_all_that_start_with_it_and_its_end_behind_them() {
        Key prefix = Key.of("a");

        assertThat(prefix).isLessThan(Key.of("a", 1));
        assertThat(Key.of("a", 1)).isLessThan(prefix.end());
        assertThat(prefix.end()).isLessThan(Key.of("b")).isGreaterThan(prefix);
        assertThat(Key.of()).isLessThan(prefix);
        assertThat(Key.of().end()).isGreaterThan(Key.of("z", 9));
    }
}

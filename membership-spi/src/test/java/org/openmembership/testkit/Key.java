package org.openmembership.testkit;

import java.util.List;

/**
 * A place in a {@link Table} that is sorted by several things: the parts are compared one after the other, and a key comes
 * before all that start with it. Keys of one table have parts of the same types in the same places.
 */
final class Key implements Comparable<Key> {
    private final List<Comparable<?>> parts;
    private final boolean end;

    private Key(List<Comparable<?>> parts, boolean end) {
        this.parts = parts;
        this.end = end;
    }

    static Key of(Comparable<?>... parts) {
        return new Key(List.of(parts), false);
    }

    /** The place behind all keys that start with this one. */
    Key end() {
        return new Key(parts, true);
    }

    @Override
    public int compareTo(Key other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int byPart = compare(parts.get(i), other.parts.get(i));
            if (byPart != 0) {
                return byPart;
            }
        }
        return Integer.compare(weight(common), other.weight(common));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && parts.equals(key.parts) && end == key.end;
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return parts + (end ? ".." : "");
    }

    /** What follows the common parts: nothing, more parts, or the end of all that start with them. */
    private int weight(int common) {
        if (parts.size() > common) {
            return 1;
        }
        return end ? 2 : 0;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Comparable one, Comparable other) {
        return one.compareTo(other);
    }
}

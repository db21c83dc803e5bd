package org.openmembership.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A sorted map whose copy costs nothing: copies share all rows and differ only in what is changed later. Not thread-safe. */
final class Table<K extends Comparable<? super K>, V> {
    private @Nullable Node<K, V> root;
    private boolean frozen;
    private boolean changed;

    /** Takes over all rows of the same table of another state. */
    @SuppressWarnings("unchecked") // the same table, so the same types
    void startFrom(Table<?, ?> same) {
        root = (Node<K, V>) same.root;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(get(key));
    }

    @Nullable
    V get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int side = key.compareTo(node.key);
            if (side == 0) {
                return node.value;
            }
            node = side < 0 ? node.left : node.right;
        }
        return null;
    }

    boolean contains(K key) {
        return get(key) != null;
    }

    void put(K key, V value) {
        requireOpen();
        changed = true;
        root = Node.put(root, key, value);
    }

    /** Adds a row whose key must not be there yet. */
    void add(K key, V value) {
        if (contains(key)) {
            throw new RaceLostException("there is a row for " + key);
        }
        put(key, value);
    }

    void remove(K key) {
        requireOpen();
        changed = true;
        root = Node.remove(root, key);
    }

    /** Whether a row was written or removed since this table was copied. */
    boolean isChanged() {
        return changed;
    }

    void freeze() {
        frozen = true;
    }

    private void requireOpen() {
        if (frozen) {
            throw new IllegalStateException("nothing can be written here: the unit of work is over, or only reads");
        }
    }

    /** All rows in order of key. */
    Stream<V> values() {
        return stream(new Rows<>(root, null, null, true));
    }

    /** Rows from one key, included, to another, excluded, in order. */
    Stream<V> between(K from, K to) {
        return stream(new Rows<>(root, from, to, true));
    }

    /** As {@link #between}, the last first. */
    Stream<V> betweenDown(K from, K to) {
        return stream(new Rows<>(root, from, to, false));
    }

    private static <V> Stream<V> stream(Iterator<V> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
    }

    /** Walks the nodes between two keys upwards or downwards; the stack holds the way to the next one. */
    private static final class Rows<K extends Comparable<? super K>, V> implements Iterator<V> {
        private final Deque<Node<K, V>> way = new ArrayDeque<>();
        private final @Nullable K from;
        private final @Nullable K to;
        private final boolean up;

        Rows(@Nullable Node<K, V> root, @Nullable K from, @Nullable K to, boolean up) {
            this.from = from;
            this.to = to;
            this.up = up;
            descend(root);
        }

        @Override
        public boolean hasNext() {
            return !way.isEmpty();
        }

        @Override
        public V next() {
            if (way.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<K, V> node = way.pop();
            descend(up ? node.right : node.left);
            return node.value;
        }

        private void descend(@Nullable Node<K, V> start) {
            Node<K, V> node = start;
            while (node != null) {
                boolean early = from != null && node.key.compareTo(from) < 0;
                boolean late = to != null && node.key.compareTo(to) >= 0;
                if (!early && !late) {
                    way.push(node);
                }
                boolean goLeft = up ? !early : late;
                node = goLeft ? node.left : node.right;
            }
        }
    }
}

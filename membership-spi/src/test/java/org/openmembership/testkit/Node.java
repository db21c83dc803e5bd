package org.openmembership.testkit;

import org.jspecify.annotations.Nullable;

/** A node of a balanced search tree that is never changed: whoever changes the tree gets new nodes along one path. */
final class Node<K extends Comparable<? super K>, V> {
    final K key;
    final V value;
    final @Nullable Node<K, V> left;
    final @Nullable Node<K, V> right;
    private final int height;

    private Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        this.key = key;
        this.value = value;
        this.left = left;
        this.right = right;
        this.height = 1 + Math.max(height(left), height(right));
    }

    static <K extends Comparable<? super K>, V> Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null);
        }
        int side = key.compareTo(node.key);
        if (side == 0) {
            return new Node<>(key, value, node.left, node.right);
        }
        return side < 0
                ? balanced(node.key, node.value, put(node.left, key, value), node.right)
                : balanced(node.key, node.value, node.left, put(node.right, key, value));
    }

    static <K extends Comparable<? super K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int side = key.compareTo(node.key);
        if (side < 0) {
            return balanced(node.key, node.value, remove(node.left, key), node.right);
        }
        if (side > 0) {
            return balanced(node.key, node.value, node.left, remove(node.right, key));
        }
        if (node.left == null || node.right == null) {
            return node.left == null ? node.right : node.left;
        }
        Node<K, V> next = first(node.right);
        return balanced(next.key, next.value, node.left, remove(node.right, next.key));
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> first(Node<K, V> node) {
        Node<K, V> found = node;
        while (found.left != null) {
            found = found.left;
        }
        return found;
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> balanced(
            K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left != null && height(left) > height(right) + 1) {
            return rotatedRight(key, value, left, right);
        }
        if (right != null && height(right) > height(left) + 1) {
            return rotatedLeft(key, value, left, right);
        }
        return new Node<>(key, value, left, right);
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> rotatedRight(
            K key, V value, Node<K, V> left, @Nullable Node<K, V> right) {
        Node<K, V> middle = left.right;
        if (middle == null || height(left.left) >= height(middle)) {
            return new Node<>(left.key, left.value, left.left, new Node<>(key, value, middle, right));
        }
        Node<K, V> outer = new Node<>(left.key, left.value, left.left, middle.left);
        return new Node<>(middle.key, middle.value, outer, new Node<>(key, value, middle.right, right));
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> rotatedLeft(
            K key, V value, @Nullable Node<K, V> left, Node<K, V> right) {
        Node<K, V> middle = right.left;
        if (middle == null || height(right.right) >= height(middle)) {
            return new Node<>(right.key, right.value, new Node<>(key, value, left, middle), right.right);
        }
        Node<K, V> outer = new Node<>(right.key, right.value, middle.right, right.right);
        return new Node<>(middle.key, middle.value, new Node<>(key, value, left, middle.left), outer);
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }
}

package org.openmembership.jdbc;

/** Along which index the question walks. */
enum DirectoryWalk {
    CUSTOMERS("p.sort_name", "p.id"),
    KEYS("k.value", "k.customer"),
    /** Not along the index of values, for which its columns must be named bare. */
    KEYS_OF_FEW("coalesce(k.value, '')", "k.customer"),
    /** Keys of one value. */
    SAME_KEYS("k.value", "k.customer"),
    GROUP("m.group_code", "m.customer");

    private final String place;
    private final String id;

    DirectoryWalk(String place, String id) {
        this.place = place;
        this.id = id;
    }

    boolean isAlongKeys() {
        return this == KEYS || this == KEYS_OF_FEW || this == SAME_KEYS;
    }

    /** Whether all that is found stands at one place in the list. */
    boolean isOfOnePlace() {
        return this == SAME_KEYS || this == GROUP;
    }

    /** The column by which the list is in order. */
    String place() {
        return place;
    }

    /** The column that tells apart those at one place. */
    String id() {
        return id;
    }
}

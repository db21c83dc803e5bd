package org.openmembership.document;

import java.util.regex.Pattern;

/** JSON paths, as faults name them. */
final class Paths {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]|'");

    private Paths() {}

    static String member(String parent, String name) {
        if (PLAIN_NAME.matcher(name).matches()) {
            return parent + "." + name;
        }
        return parent + "['" + UNPRINTABLE.matcher(shortened(name)).replaceAll("?") + "']";
    }

    static String item(String parent, int index) {
        return parent + "[" + index + "]";
    }

    /** What was written, short enough for a message. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}

package org.openmembership.blocking;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What is unblocked along with an account; asked for, never implied (B38, R54). */
public record Cascade(Set<Part> parts) {
    public static final Cascade NONE = new Cascade(Set.of());
    public static final Cascade ALL = new Cascade(EnumSet.allOf(Part.class));

    /** What may be unblocked along. */
    public enum Part {
        CARDS,
        MEMBERS,
        /** Switching users on needs {@code ENABLE_USER} as well. */
        LOGINS
    }

    public Cascade {
        parts = Set.copyOf(parts);
    }

    public static Cascade of(Part... parts) {
        return new Cascade(Set.copyOf(Arrays.asList(parts)));
    }

    boolean includes(Part part) {
        return parts.contains(part);
    }
}

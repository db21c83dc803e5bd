package org.openmembership.security;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.openmembership.Membership;

/** All doors of a membership, and what can be called there. */
final class Doors {
    private Doors() {}

    /** The accessors, by name. */
    static List<Method> all() {
        return Arrays.stream(Membership.class.getMethods())
                .filter(accessor -> accessor.getParameterCount() == 0 && !Modifier.isStatic(accessor.getModifiers()))
                .filter(accessor -> accessor.getDeclaringClass() == Membership.class)
                .filter(accessor -> accessor.getReturnType().getPackageName().startsWith("org.openmembership."))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    static List<Method> methods(Object door) {
        return Arrays.stream(door.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }
}

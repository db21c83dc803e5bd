package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitReference;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.command.Caller;
import org.openmembership.testkit.Requirement;

/** S20: one path to the stores on which nobody asks whether the actor may. */
@Requirement("S20")
final class S20EveryDoorAsksTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Membership.class.getProtectionDomain().getCodeSource().getLocation());

    /** The ways of {@code Caller} on which the access policy is asked. */
    private static final Set<String> ASKING = Set.of("require", "keyed", "lookup");

    /** Definitions of clubs are for everybody to read, and hold nothing of anybody's. */
    private static final Set<String> FOR_EVERYBODY = Set.of("Clubs.all", "Clubs.current");

    @Test
    void every_public_method_of_every_door_that_reaches_a_store_asks_for_a_permission_on_the_way() {
        Set<String> unasked = new TreeSet<>();
        int asked = 0;
        for (JavaClass door : doors()) {
            for (JavaMethod method : door.getMethods()) {
                if (method.getModifiers().contains(JavaModifier.PUBLIC) && reaches(method, this::opensStores)) {
                    if (reaches(method, this::asks)) {
                        asked++;
                    } else if (!FOR_EVERYBODY.contains(door.getSimpleName() + "." + method.getName())) {
                        unasked.add(method.getFullName());
                    }
                }
            }
        }

        assertThat(unasked).isEmpty();
        assertThat(asked).isGreaterThan(60);
    }

    private static List<JavaClass> doors() {
        List<JavaClass> doors = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getPackageName().equals("org.openmembership"))
                .filter(type -> !type.getPackageName().endsWith(".command"))
                .filter(type -> type.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(Caller.class)))
                .filter(type -> !type.getPackageName().endsWith(".delivery"))
                .toList();
        assertThat(doors).hasSizeGreaterThan(25);
        return doors;
    }

    private boolean opensStores(JavaCodeUnit called) {
        return called.getOwner().isEquivalentTo(Caller.class)
                && Set.of("change", "read", "keyed", "lookup").contains(called.getName());
    }

    /** Also where a permission is handed to the caller together with the work. */
    private boolean asks(JavaCodeUnit called) {
        return called.getOwner().isEquivalentTo(Caller.class)
                && (ASKING.contains(called.getName())
                        || called.getRawParameterTypes().stream()
                                .anyMatch(type -> type.getSimpleName().equals("Permission")));
    }

    private interface Wanted {
        boolean is(JavaCodeUnit called);
    }

    /** Whether a method comes to a call that is wanted, by way of our own code. */
    private static boolean reaches(JavaCodeUnit start, Wanted wanted) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            JavaCodeUnit next = open.pop();
            if (!seen.add(next.getFullName())) {
                continue;
            }
            for (JavaAccess<?> access : next.getAccessesFromSelf()) {
                Object target = access.getTarget().resolveMember().orElse(null);
                if (target instanceof JavaCodeUnit called && follow(called, wanted, open)) {
                    return true;
                }
            }
            for (JavaCodeUnitReference<?> reference : next.getCodeUnitReferencesFromSelf()) {
                Object target = reference.getTarget().resolveMember().orElse(null);
                if (target instanceof JavaCodeUnit called && follow(called, wanted, open)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean follow(JavaCodeUnit target, Wanted wanted, Deque<JavaCodeUnit> open) {
        if (wanted.is(target)) {
            return true;
        }
        if (target.getOwner().getPackageName().startsWith("org.openmembership")
                && !target.getOwner().isEquivalentTo(Caller.class)) {
            open.push(target);
        }
        return false;
    }
}

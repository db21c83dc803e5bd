package org.openmembership.examples.foodmart;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A point of sale reaches the library through its doors alone, as every host has to. */
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(FoodMartPos.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void a_host_knows_doors_and_nouns_but_neither_steps_nor_stores() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.openmembership.command..",
                        "org.openmembership.document..",
                        "org.openmembership.rules..",
                        "org.openmembership.step..")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat(simpleNameEndingWith("Store").or(simpleNameEndingWith("Stores")))
                .check(CLASSES);
    }

    @Test
    void the_time_of_a_replay_is_never_the_time_of_the_machine() {
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
        noClasses().should().callMethod(LocalDate.class, "now").check(CLASSES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    }

    @Test
    void no_amount_is_a_binary_fraction() {
        noFields().should().haveRawType(double.class).check(CLASSES);
        noFields().should().haveRawType(float.class).check(CLASSES);
    }

    @Test
    void nothing_static_changes() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }
}

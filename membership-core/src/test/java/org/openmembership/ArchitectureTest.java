package org.openmembership;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openmembership.command.Caller;
import org.openmembership.storage.Storage;
import org.openmembership.testkit.Requirement;

/** The house rules of the verbs: three floors, arrows only go down, never sideways. */
final class ArchitectureTest {
    private static final String BASE = "org.openmembership";

    /** Floors below the verbs, from the top down; a room may use those behind it. */
    private static final List<String> LOWER = List.of(
            "command",
            "step",
            "rules",
            "delivery",
            "proof",
            "hashing",
            "document",
            "intake",
            "phone",
            "periodic",
            "request");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Membership.class.getProtectionDomain().getCodeSource().getLocation());

    private static final JavaClasses REFERENCE = new ClassFileImporter().importPackages(BASE + ".reference");

    private static Set<String> rooms() {
        return CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(BASE + "."))
                .map(name -> name.substring(BASE.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> verbs() {
        Set<String> verbs = rooms();
        LOWER.forEach(verbs::remove);
        return verbs;
    }

    @Test
    void rooms_have_no_rooms_inside() {
        assertThat(rooms()).contains("redemption", "command", "step").noneMatch(room -> room.contains("."));
    }

    @Test
    void no_two_packages_need_each_other() {
        SlicesRuleDefinition.slices()
                .matching(BASE + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void verbs_never_use_verbs() {
        for (String verb : verbs()) {
            String[] others = verbs().stream()
                    .filter(other -> !other.equals(verb))
                    .map(other -> BASE + "." + other)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(BASE + "." + verb)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CLASSES);
        }
    }

    @Test
    void only_the_facade_knows_the_verbs() {
        String[] verbs = verbs().stream().map(verb -> BASE + "." + verb).toArray(String[]::new);
        for (String room : LOWER) {
            noClasses()
                    .that()
                    .resideInAPackage(BASE + "." + room)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(verbs)
                    .check(CLASSES);
        }
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE)
                .check(CLASSES);
    }

    @Test
    void steps_do_not_know_commands() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".step")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".command")
                .check(CLASSES);
    }

    @Test
    void only_command_opens_a_unit_of_work() {
        for (String opening : List.of("inUnitOfWork", "read")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(BASE + ".command")
                    .should()
                    .callMethod(Storage.class, opening, Function.class)
                    .check(CLASSES);
        }
    }

    @Test
    @Requirement({"I17", "S20"})
    void only_what_marks_messages_and_events_or_counts_tries_changes_anything_without_an_audit_record() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        BASE + ".command",
                        BASE + ".delivery",
                        BASE + ".giftcards",
                        BASE + ".password",
                        BASE + ".telling")
                .should()
                .callMethod(Caller.class, "housekeeping", Function.class)
                .check(CLASSES);
    }

    @Test
    void only_document_knows_json() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".document")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void verbs_know_no_sql() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", BASE + ".jdbc..")
                .check(CLASSES);
    }

    @Test
    void guava_stays_out_of_every_public_signature() {
        DescribedPredicate<JavaClass> guava = JavaClass.Predicates.resideInAPackage("com.google..");
        noMethods().that().arePublic().should().haveRawReturnType(guava).check(CLASSES);
        noMethods()
                .that()
                .arePublic()
                .should()
                .haveRawParameterTypes(DescribedPredicate.describe(
                        "a type of Google's", types -> types.stream().anyMatch(guava)))
                .check(CLASSES);
        noFields().that().arePublic().should().haveRawType(guava).check(CLASSES);
    }

    @Test
    @Requirement("S20")
    void nothing_reads_a_clock_or_rolls_dice_by_itself() {
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
        noClasses().should().callMethod(LocalDate.class, "now").check(CLASSES);
        noClasses().should().callMethod(LocalDateTime.class, "now").check(CLASSES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
        noClasses().should().callMethod(UUID.class, "randomUUID").check(CLASSES);
        noClasses().should().callConstructor(Random.class).check(CLASSES);
    }

    @Test
    @Requirement("S4")
    void text_is_never_folded_by_the_locale_of_the_host() {
        noClasses().should().callMethod(String.class, "toLowerCase").check(CLASSES);
        noClasses().should().callMethod(String.class, "toUpperCase").check(CLASSES);
        noClasses()
                .should()
                .callMethod(String.class, "equalsIgnoreCase", String.class)
                .check(CLASSES);
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.IDN")
                .check(CLASSES);
    }

    @Test
    @Requirement("R22")
    void no_amount_is_a_binary_fraction() {
        noFields().should().haveRawType(double.class).check(CLASSES);
        noFields().should().haveRawType(float.class).check(CLASSES);
        noMethods().should().haveRawReturnType(double.class).check(CLASSES);
        noMethods().should().haveRawReturnType(float.class).check(CLASSES);
    }

    @Test
    @Requirement("S38")
    void nothing_is_serialised_by_java_and_no_thread_is_started() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(CLASSES);
        noClasses().should().callMethod(Thread.class, "start").check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .check(CLASSES);
    }

    @Test
    void nothing_static_changes() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void doors_are_final_and_their_commands_stay_inside() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Command")
                .and()
                .areNotInterfaces()
                .should()
                .notBePublic()
                .check(CLASSES);
        for (JavaClass type : CLASSES) {
            boolean isDoor = type.getModifiers().contains(JavaModifier.PUBLIC)
                    && type.getAllFields().stream()
                            .anyMatch(
                                    field -> field.getRawType().getSimpleName().equals("Caller"));
            if (isDoor) {
                assertThat(type.getModifiers()).as(type.getName()).contains(JavaModifier.FINAL);
            }
        }
    }

    @Test
    @Requirement({"I2", "I3"})
    void the_reference_model_knows_nothing_of_what_it_checks() {
        assertThat(REFERENCE.stream().map(JavaClass::getSimpleName)).contains("Model");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BASE + ".reference", "java..", "org.jspecify.annotations")
                .check(REFERENCE);
    }
}

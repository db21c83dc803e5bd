package org.openmembership;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The rules of the house, kept by the nouns. */
@AnalyzeClasses(packages = "org.openmembership", importOptions = ArchitectureTest.MainCode.class)
class ArchitectureTest {
    /** The compiler's output for main code, wherever the build puts it. */
    static final class MainCode implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    /** A room uses those above it, never those below. */
    private static final List<String> ROOMS = List.of(
            "shared",
            "access",
            "customer",
            "onaccount",
            "note",
            "duplicate",
            "user",
            "invitation",
            "club",
            "member",
            "consent",
            "group",
            "account",
            "card",
            "directory",
            "idempotency",
            "purchase",
            "ledger",
            "envoy",
            "giftcard",
            "journal",
            "flow",
            "warning",
            "privacy",
            "merge",
            "audit",
            "outbox",
            "storage");

    @ArchTest
    static final ArchRule rooms_are_not_in_a_cycle =
            slices().matching("org.openmembership.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule a_noun_uses_only_nouns_listed_above_it = rooms();

    @ArchTest
    static final ArchRule every_class_has_a_room = classes()
            .should()
            .resideInAnyPackage(
                    ROOMS.stream().map(room -> "org.openmembership." + room).toArray(String[]::new));

    @ArchTest
    static final ArchRule nouns_use_the_platform_money_and_nullness_alone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.openmembership..", "java..", "javax.crypto..", "org.joda.money..", "org.jspecify..");

    @ArchTest
    static final ArchRule time_comes_from_the_host = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule chance_comes_from_the_host = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule texts_are_never_folded_by_locale_or_merged_by_the_platform = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "equalsIgnoreCase", String.class)
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.IDN");

    @ArchTest
    static final ArchRule amounts_are_never_binary_fractions = noFields()
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class);

    @ArchTest
    static final ArchRule no_method_takes_or_gives_a_binary_fraction = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are binary fractions",
                    (JavaClass type) -> type.isEquivalentTo(double.class)
                            || type.isEquivalentTo(float.class)
                            || type.isEquivalentTo(Double.class)
                            || type.isEquivalentTo(Float.class)));

    @ArchTest
    static final ArchRule only_exceptions_are_serializable = noClasses()
            .that()
            .areNotAssignableTo(Throwable.class)
            .and()
            .areNotEnums()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .implement(Serializable.class)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.Object(In|Out)putStream");

    @ArchTest
    static final ArchRule nouns_start_no_threads = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent..", "java.util.logging..");

    @ArchTest
    static final ArchRule nothing_static_changes =
            fields().that().areStatic().should().beFinal();

    private static ArchRule rooms() {
        Architectures.LayeredArchitecture layers =
                Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ROOMS) {
            layers = layers.layer(room).definedBy("org.openmembership." + room + "..");
        }
        for (int i = 0; i < ROOMS.size(); i++) {
            List<String> below = ROOMS.subList(i + 1, ROOMS.size());
            layers = below.isEmpty()
                    ? layers.whereLayer(ROOMS.get(i)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(ROOMS.get(i)).mayOnlyBeAccessedByLayers(below.toArray(String[]::new));
        }
        return layers;
    }
}

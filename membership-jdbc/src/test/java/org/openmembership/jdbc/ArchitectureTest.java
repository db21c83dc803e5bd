package org.openmembership.jdbc;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountStore;

/** The tables know the nouns, JDBC and JDBI, and nothing else. */
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(JdbcStorage.class.getProtectionDomain().getCodeSource().getLocation());

    private static final String[] KNOWN = {
        "java.lang..",
        "java.io..",
        "java.math..",
        "java.nio.charset..",
        "java.sql..",
        "java.time..",
        "java.util..",
        "javax.sql..",
        "org.jspecify..",
        "org.jdbi.v3.core..",
        "org.joda.money..",
        "org.openmembership.jdbc..",
        "org.openmembership.access..",
        "org.openmembership.account..",
        "org.openmembership.audit..",
        "org.openmembership.card..",
        "org.openmembership.club..",
        "org.openmembership.consent..",
        "org.openmembership.customer..",
        "org.openmembership.directory..",
        "org.openmembership.duplicate..",
        "org.openmembership.envoy..",
        "org.openmembership.flow..",
        "org.openmembership.warning..",
        "org.openmembership.giftcard..",
        "org.openmembership.group..",
        "org.openmembership.idempotency..",
        "org.openmembership.journal..",
        "org.openmembership.invitation..",
        "org.openmembership.ledger..",
        "org.openmembership.member..",
        "org.openmembership.merge..",
        "org.openmembership.note..",
        "org.openmembership.onaccount..",
        "org.openmembership.outbox..",
        "org.openmembership.privacy..",
        "org.openmembership.purchase..",
        "org.openmembership.shared..",
        "org.openmembership.storage..",
        "org.openmembership.user.."
    };

    @Test
    void tables_know_nouns_and_jdbc_but_neither_verbs_nor_json() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage(KNOWN).check(CLASSES);
    }

    @Test
    void few_types_are_public() {
        assertThat(CLASSES.stream()
                        .filter(type ->
                                type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)))
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder("JdbcStorage", "JdbcSchema", "ConnectionSource", "JdbcEventListener");
    }

    @Test
    void adapters_are_called_jdbc_and_the_store_they_implement() {
        for (JavaClass type : CLASSES) {
            for (JavaClass port : type.getRawInterfaces()) {
                boolean isStore = port.getSimpleName().endsWith("Store")
                        && !resideInAPackage("org.openmembership.jdbc").test(port);
                if (isStore) {
                    assertThat(type.getSimpleName()).isEqualTo("Jdbc" + port.getSimpleName());
                }
            }
        }
        assertThat(CLASSES.stream().anyMatch(type -> type.isAssignableTo(AccountStore.class)))
                .isTrue();
    }

    @Test
    void nothing_reads_a_clock_or_rolls_dice_by_itself() {
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
        noClasses().should().callMethod(LocalDate.class, "now").check(CLASSES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
        noClasses().should().callMethod(UUID.class, "randomUUID").check(CLASSES);
    }

    @Test
    void text_is_never_folded_by_the_locale_of_the_host() {
        noClasses().should().callMethod(String.class, "toLowerCase").check(CLASSES);
        noClasses().should().callMethod(String.class, "toUpperCase").check(CLASSES);
        noClasses()
                .should()
                .callMethod(String.class, "equalsIgnoreCase", String.class)
                .check(CLASSES);
    }

    @Test
    void no_amount_is_a_binary_fraction() {
        noFields().should().haveRawType(double.class).check(CLASSES);
        noFields().should().haveRawType(float.class).check(CLASSES);
        noClasses()
                .should()
                .callMethod(java.sql.ResultSet.class, "getDouble", String.class)
                .check(CLASSES);
    }

    @Test
    void nothing_static_changes() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }
}

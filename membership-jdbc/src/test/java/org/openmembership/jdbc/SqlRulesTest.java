package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;

/** What every SQL text of ours keeps to, so that it means the same on every engine and touches one tenant only. */
final class SqlRulesTest {
    /** Facts: they are added and never changed. */
    private static final Set<Table> FACTS = EnumSet.of(
            Table.ENTRY,
            Table.ALLOCATION,
            Table.EARNED_LINE,
            Table.COMMAND,
            Table.SALE_ASSIGNMENT,
            Table.SCHEME_MOVE,
            Table.ON_ACCOUNT_ENTRY,
            Table.GIFT_CARD_ENTRY,
            Table.GIFT_CARD_ANSWER,
            Table.CONSENT_CHANGE,
            Table.CLUB_VERSION,
            Table.AUDIT_RECORD);

    private static final Pattern OUR_TABLE = Pattern.compile("\\b(from|join|update|into)\\s+om_");
    private static final Pattern OF_NO_TENANT = Pattern.compile("om_(tenant|schema_step)\\b");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "select \\* from om_|\\b(offset|returning|merge|replace into|on conflict|on duplicate|limit \\d{2,})\\b");

    private static final Map<String, Object> CONSTANTS = allConstants();

    @Test
    @Requirement("I24")
    void facts_are_never_changed_or_taken_out() {
        for (Map.Entry<String, Object> constant : CONSTANTS.entrySet()) {
            if (constant.getValue() instanceof Change change) {
                assertThat(FACTS).as(constant.getKey()).doesNotContain(change.table());
            }
            if (constant.getValue() instanceof String sql) {
                for (Table fact : FACTS) {
                    assertThat(sql.toLowerCase(Locale.ROOT))
                            .as(constant.getKey())
                            .doesNotContain("update " + fact.sqlName())
                            .doesNotContain("delete from " + fact.sqlName());
                }
            }
        }
    }

    @Test
    void what_is_locked_is_locked_in_an_order() {
        assertThat(questions().values()).anyMatch(sql -> sql.contains("{lock}"));
        questions().forEach((name, sql) -> {
            int lock = sql.indexOf("{lock}");
            if (lock >= 0) {
                assertThat(sql.substring(0, lock)).as(name).contains("order by");
            }
        });
    }

    @Test
    void what_is_limited_is_ordered() {
        questions().forEach((name, sql) -> {
            if (sql.contains("limit :")) {
                assertThat(sql.substring(0, sql.indexOf("limit :"))).as(name).contains("order by");
            }
        });
    }

    @Test
    void every_question_is_about_one_tenant() {
        questions().forEach((name, sql) -> {
            if (sql.contains("where")
                    && OUR_TABLE.matcher(sql).find()
                    && !OF_NO_TENANT.matcher(sql).find()) {
                assertThat(sql).as(name).containsAnyOf(":tenant", ".tenant");
            }
        });
    }

    @Test
    void questions_are_written_in_what_all_engines_share() {
        questions()
                .forEach((name, sql) -> assertThat(
                                FORBIDDEN.matcher(sql.toLowerCase(Locale.ROOT)).find())
                        .as(name + ": " + sql)
                        .isFalse());
    }

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        CONSTANTS.forEach((name, value) -> {
            if (value instanceof String text && (text.contains("om_") || text.contains("{lock}"))) {
                questions.put(name, text);
            }
        });
        assertThat(questions).hasSizeGreaterThan(50);
        return questions;
    }

    private static Map<String, Object> allConstants() {
        Map<String, Object> constants = new LinkedHashMap<>();
        new ClassFileImporter()
                        .importUrl(JdbcStorage.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation())
                        .stream()
                        .filter(type -> type.getPackageName().equals(JdbcStorage.class.getPackageName()))
                        .map(JavaClass::reflect)
                        .forEach(type -> addConstants(type, constants));
        return constants;
    }

    private static void addConstants(Class<?> type, Map<String, Object> constants) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                try {
                    field.setAccessible(true);
                    constants.put(type.getSimpleName() + "." + field.getName(), field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}

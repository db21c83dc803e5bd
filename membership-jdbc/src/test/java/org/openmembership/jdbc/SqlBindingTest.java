package org.openmembership.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;

/** That every value reaches the database as a bound parameter (S33). */
@Requirement("S33")
final class SqlBindingTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(JdbcStorage.class.getProtectionDomain().getCodeSource().getLocation());

    /** A literal in a question; states and codes of ours alone stand there, written by us. */
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

    /** A state or code of ours, or what a key that we make up begins with or is put together by. */
    private static final Pattern OURS = Pattern.compile("[A-Z_]*|-|:|occasion|envoy:%?");

    @Test
    void a_text_in_a_question_is_a_code_of_ours() throws IllegalAccessException {
        List<String> questions = questions();

        assertThat(questions).hasSizeGreaterThan(80);
        for (String question : questions) {
            Matcher literal = LITERAL.matcher(question);
            while (literal.find()) {
                assertThat(OURS.matcher(literal.group(1)).matches())
                        .as(question)
                        .isTrue();
            }
        }
    }

    /** What runs a bare text sets up a connection, a transaction or the schema; it is never given a value. */
    @Test
    void only_what_sets_up_connections_and_schema_runs_a_statement_without_parameters() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Dialect|JdbcSchema|Connections)(\\$.*)?")
                .should()
                .callMethod(Connection.class, "createStatement")
                .orShould()
                .callMethod(Statement.class, "execute", String.class)
                .orShould()
                .callMethod(Statement.class, "executeQuery", String.class)
                .orShould()
                .callMethod(Statement.class, "executeUpdate", String.class)
                .check(CLASSES);
    }

    private static List<String> questions() throws IllegalAccessException {
        List<String> questions = new ArrayList<>();
        for (var type : CLASSES) {
            for (Field field : type.reflect().getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                    field.setAccessible(true);
                    String text = (String) field.get(null);
                    if (text != null && text.contains("om_") && !text.contains("sqlite_")) {
                        questions.add(text);
                    }
                }
            }
        }
        return questions;
    }
}

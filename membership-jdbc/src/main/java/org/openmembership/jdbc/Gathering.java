package org.openmembership.jdbc;

import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One or several questions that share their parameters and are answered together, in one round trip where the database
 * can; what waits to be written is sent before.
 *
 * <p>In a question, {@code :name} is a value, {@code {in:name}} a comparison with any of a list, {@code {rows:name}} a table
 * of rows sent along, {@code {lock}} the end of a question whose rows are to be locked, {@code {by name}} after a table the
 * index it is read by. A cross join says that the tables are read in this order. {@code :tenant} is always there.
 */
final class Gathering {
    private static final Pattern INDEX = Pattern.compile("\\{by (\\w+)}");

    private final JdbcUnit unit;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, Sent> sent = new LinkedHashMap<>();
    private final List<Answers<?>> questions = new ArrayList<>();

    Gathering(JdbcUnit unit) {
        this.unit = unit;
        bind("tenant", unit.tenant());
    }

    Gathering bind(String name, @Nullable Object value) {
        values.put(name, Values.column(value));
        return this;
    }

    /** A list of texts for {@code {in:name}}; never empty. */
    Gathering list(String name, Collection<String> texts) {
        List<Object[]> rows = texts.stream().map(text -> new Object[] {text}).toList();
        sent.put(name, new Sent(Column.list("text"), rows));
        return this;
    }

    /** A table for {@code {rows:name}}, its columns as in {@link Column#list}; never empty. */
    Gathering rows(String name, String columns, Collection<Object[]> rows) {
        sent.put(name, new Sent(Column.list(columns), List.copyOf(rows)));
        return this;
    }

    /** Adds a question; its answers are there after {@link #run}. */
    <T> Answers<T> ask(String question, RowReader<T> reader) {
        Answers<T> answers = new Answers<>(question, reader);
        questions.add(answers);
        return answers;
    }

    /** Asks a single question and answers it. */
    <T> List<T> all(String question, RowReader<T> reader) {
        Answers<T> answers = ask(question, reader);
        run();
        return answers.all();
    }

    /** Asks a single question that has at most one answer. */
    <T> Optional<T> one(String question, RowReader<T> reader) {
        return all(question, reader).stream().findFirst();
    }

    void run() {
        unit.flush();
        if (unit.dialect().sendsTogether()) {
            execute(questions);
        } else {
            questions.forEach(question -> execute(List.of(question)));
        }
    }

    private void execute(List<Answers<?>> together) {
        NamedText text = NamedText.of(unit.begin()
                + together.stream().map(Answers::question).map(this::expand).collect(joining(";\n")));
        Map<String, @Nullable Object> all = new HashMap<>(values);
        sent.forEach((name, rows) ->
                all.putAll(unit.dialect().bindsArrays(rows.rows().size()) ? rows.asArrays(name) : rows.asValues(name)));
        try {
            unit.statements().with(text.sql(), statement -> {
                text.bind(statement, all);
                statement.execute();
                read(statement, together);
            });
        } catch (SQLException failed) {
            throw unit.failed("asking", failed);
        }
    }

    private static void read(PreparedStatement statement, List<Answers<?>> together) throws SQLException {
        for (Answers<?> answers : together) {
            try (ResultSet rows = nextRows(statement)) {
                answers.read(rows);
            }
            statement.getMoreResults();
        }
    }

    /** Skips what only counts rows or begins the transaction. */
    private static ResultSet nextRows(PreparedStatement statement) throws SQLException {
        ResultSet rows = statement.getResultSet();
        while (rows == null) {
            if (!statement.getMoreResults() && statement.getUpdateCount() == -1) {
                throw new SQLException("a question was not answered");
            }
            rows = statement.getResultSet();
        }
        return rows;
    }

    private String expand(String question) {
        String text = question.replace("{lock}", unit.dialect().forUpdate())
                .replace("cross join", unit.dialect().inOrder());
        text = INDEX.matcher(text).replaceAll(found -> unit.dialect().by(found.group(1)));
        for (Map.Entry<String, Sent> entry : sent.entrySet()) {
            String name = entry.getKey();
            int count = steps(entry.getValue().rows().size());
            text = text.replace("{in:" + name + "}", unit.dialect().in(name, count));
            text = text.replace(
                    "{rows:" + name + "}",
                    unit.dialect().rows(name, entry.getValue().columns(), count));
        }
        return text;
    }

    /** Numbers of parameters grow in steps, so that the database meets few different texts. */
    private static int steps(int count) {
        int step = 1;
        while (step < count) {
            step *= 2;
        }
        return step;
    }

    /** A question and, once it has been asked, its answers. */
    static final class Answers<T> {
        private final String question;
        private final RowReader<T> reader;
        private final List<T> items = new ArrayList<>();

        private Answers(String question, RowReader<T> reader) {
            this.question = question;
            this.reader = reader;
        }

        /** The answers to a question that need not be asked. */
        static <T> Answers<T> none() {
            return new Answers<>("", row -> {
                throw new IllegalStateException("nothing was asked");
            });
        }

        List<T> all() {
            return items;
        }

        Optional<T> one() {
            return items.stream().findFirst();
        }

        private String question() {
            return question;
        }

        private void read(ResultSet rows) throws SQLException {
            while (rows.next()) {
                items.add(reader.read(rows));
            }
        }
    }

    /** Rows sent along with a question. */
    private record Sent(List<Column> columns, List<Object[]> rows) {
        private Sent {
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("rows sent along with a question are never empty");
            }
        }

        private Map<String, Object> asArrays(String name) {
            Map<String, Object> values = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                @Nullable Object[] elements = new Object[rows.size()];
                for (int row = 0; row < elements.length; row++) {
                    elements[row] = rows.get(row)[i];
                }
                values.put(name + "_" + i, new ColumnArray(columns.get(i), elements));
            }
            return values;
        }

        /** Nulls, which nothing is equal to, fill up the step. */
        private Map<String, @Nullable Object> asValues(String name) {
            Map<String, @Nullable Object> values = new HashMap<>();
            boolean single = columns.size() == 1 && columns.get(0).name().equals("text");
            int count = steps(rows.size());
            for (int row = 0; row < count; row++) {
                for (int i = 0; i < columns.size(); i++) {
                    String parameter = single ? name + "_" + row : name + "_" + row + "_" + i;
                    values.put(parameter, row < rows.size() ? Values.column(rows.get(row)[i]) : null);
                }
            }
            return values;
        }
    }
}

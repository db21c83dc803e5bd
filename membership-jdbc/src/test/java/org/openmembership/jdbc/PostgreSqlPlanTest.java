package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.SearchTerm;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.ObservedDataSource;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.shared.Page;
import org.openmembership.storage.Storage;
import org.openmembership.testkit.AnyCustomer;
import org.openmembership.testkit.Requirement;

/** That PostgreSQL, once it has counted the customers, reads a page of them and no more. */
final class PostgreSqlPlanTest {
    private static final int CUSTOMERS = 2_000;

    private final List<String> sent = new ArrayList<>();
    private TestDatabase database;
    private Storage storage;

    @BeforeEach
    void open() throws SQLException {
        database = DatabaseEngine.POSTGRESQL.fresh();
        JdbcSchema.of(database.dataSource()).apply();
        storage = JdbcStorage.over(ObservedDataSource.of(database.dataSource(), new ObservedDataSource.Observer() {
            @Override
            public void before(String sql) {
                sent.add(sql);
            }
        }));
        storage.inUnitOfWork(stores -> {
            for (int i = 0; i < CUSTOMERS; i++) {
                stores.customers().add(AnyCustomer.anyCustomer());
            }
            return CUSTOMERS;
        });
        database.execute("analyze");
        sent.clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @Requirement("C1")
    void the_list_of_everybody_is_read_in_the_order_of_its_index_and_not_sorted() throws SQLException {
        int listed = storage.read(stores -> stores.directory()
                .list(DirectoryQuery.of(new SearchTerm.Everybody()), Page.Request.first(20))
                .items()
                .size());

        List<String> plan = planOf(sent.get(sent.size() - 1));

        assertThat(listed).isEqualTo(20);
        assertThat(plan).anyMatch(step -> step.contains("om_customer_of_name"));
        assertThat(plan).noneMatch(step -> step.contains("Sort"));
    }

    /** Its only parameter is the tenant. */
    private List<String> planOf(String question) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement explain = connection.prepareStatement("explain " + question)) {
            explain.setInt(1, 1);
            List<String> steps = new ArrayList<>();
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    steps.add(rows.getString(1));
                }
            }
            return steps;
        }
    }
}

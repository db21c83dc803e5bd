package org.openmembership.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmembership.Membership;
import org.openmembership.finding.CustomerSearch;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.shared.Page;

final class SearchGrowthTest {
    private static final int FEW = 200;
    private static final int MANY = 400;

    @TempDir
    Path folder;

    @Test
    void every_search_is_made_on_both_sides_among_as_many_customers_as_asked_for() throws Exception {
        SearchGrowth.Side few = new SearchGrowth.Side(url("few"), FEW);
        SearchGrowth.Side many = new SearchGrowth.Side(url("many"), MANY);

        List<Contest.Result> results = SearchGrowth.run(few, many, new Contest.Extent(0, 1, 1));

        Map<String, CustomerSearch> searches = SearchGrowth.searches();
        assertThat(results).extracting(Contest.Result::name).containsExactlyElementsOf(searches.keySet());
        assertThat(found(few, CustomerSearch.everybody())).isEqualTo(FEW);
        assertThat(found(many, CustomerSearch.everybody())).isEqualTo(MANY);
        searches.forEach((name, search) -> {
            boolean nobody = name.contains("nobody");
            assertThat(found(many, search) == 0).as(name).isEqualTo(nobody);
        });
    }

    private String url(String name) {
        return "jdbc:sqlite:" + folder.resolve(name + ".db");
    }

    private static int found(SearchGrowth.Side side, CustomerSearch search) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(side.url());
        try (HikariDataSource dataSource = new HikariDataSource(config)) {
            return Membership.on(JdbcStorage.over(dataSource))
                    .clock(() -> Fixed.NOW)
                    .open()
                    .finding()
                    .customers(search, Page.Request.first(1_000))
                    .items()
                    .size();
        }
    }
}

package org.openmembership.examples.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;

/** What people tell of themselves, on the pages of the back office. */
@Requirement("B30")
final class ParticularsPagesTest {
    private static Visitor visitor;

    @BeforeAll
    static void the_shop_opens() throws IOException, SQLException {
        visitor = new Visitor(RunningShop.open());
    }

    @Test
    void a_clerk_writes_down_what_somebody_tells_and_sees_it_on_the_page_and_in_the_form() throws Exception {
        String path = customer();
        Map<String, String> told = Map.of(
                "firstName", "Ada",
                "lastName", "Byron",
                "email", "ada.told@example.org",
                "particulars.gender", "DIVERSE",
                "particulars.maritalStatus", "WIDOWED",
                "particulars.receiptByEmail", "yes");

        HttpResponse<String> saved = visitor.send(path + "/edit", path + "/edit", told);

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(visitor.get(path).body()).contains("Diverse", "Widowed", "By email");
        assertThat(visitor.get(path + "/edit").body())
                .contains("<option value=\"DIVERSE\" selected>", "<option value=\"WIDOWED\" selected>");
    }

    @Test
    void receipts_by_email_without_one_are_refused_beside_the_box() throws Exception {
        String path = customer();

        HttpResponse<String> refused = visitor.send(
                path + "/edit",
                path + "/edit",
                Map.of("firstName", "Ada", "lastName", "Byron", "email", "", "particulars.receiptByEmail", "yes"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"field-particulars-receiptByEmail-wrong\"", "Receipts by email needs an email");
    }

    @Test
    void the_page_of_a_member_says_whether_a_card_is_held() throws Exception {
        String golden = visitor.get("/customers?in=foodmart/golden").body();
        String member = PagesTest.found(golden, "href=\"(/customers/[^\"?/]+)\"");

        assertThat(visitor.get(member).body()).containsPattern("Contact type</dt>\\s*<dd>(Active|Information only)<");
    }

    private static String customer() throws Exception {
        return PagesTest.found(visitor.get("/customers?q=m").body(), "href=\"(/customers/[^\"?/]+)\"");
    }
}

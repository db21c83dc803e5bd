package org.openmembership.examples.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmembership.customers.CustomerForm;
import org.openmembership.testkit.Requirement;

/** Making two customers one and two again, and whom may be written to, by the pages without a browser. */
class MergeAndConsentTest {
    private static Visitor visitor;

    @BeforeAll
    static void the_shop_opens() throws IOException, SQLException {
        visitor = new Visitor(RunningShop.open());
    }

    @Test
    @Requirement({"C34", "R16"})
    void the_plan_of_a_merge_names_which_value_wins_and_why_and_changes_nothing() throws Exception {
        String ada = customer(CustomerForm.builder().name("Ada", "Mergeplan"));
        String eve = customer(
                CustomerForm.builder().name("Eve", "Mergeplan").title("Dr").email("eve.plan@example.org"));

        String found = visitor.get(ada + "/merge?q=eve.plan@example.org").body();
        String plan = visitor.get(PagesTest.found(found, "href=\"(" + ada + "/merge\\?other=[^\"]+)\""))
                .body();

        assertThat(plan).contains("Dr</td>", "eve.plan@example.org</td>", "This record has none", "keeps its own");
        assertThat(visitor.get(eve).statusCode()).isEqualTo(200);
        assertThat(visitor.get(ada).body()).doesNotContain("eve.plan@example.org");
    }

    @Test
    @Requirement({"C34", "R16", "R27"})
    void two_are_one_once_however_often_the_form_is_sent_and_the_old_number_leads_to_the_survivor() throws Exception {
        String ada = customer(CustomerForm.builder().name("Ada", "Mergetwice"));
        String eve = customer(CustomerForm.builder().name("Eve", "Mergetwice").email("eve.twice@example.org"));
        Map<String, String> other = Map.of("other", id(eve), "key", "merge-twice");

        HttpResponse<String> first = visitor.send(ada + "/edit", ada + "/merge", other);
        HttpResponse<String> second = visitor.send(ada + "/edit", ada + "/merge", other);

        assertThat(Visitor.location(first)).startsWith("/merges/").isEqualTo(Visitor.location(second));
        assertThat(Visitor.location(visitor.get(eve + "/edit"))).startsWith(ada + "?done=LEADS_HERE");
        assertThat(visitor.get(ada).body()).contains("eve.twice@example.org");
        assertThat(visitor.get(ada + "/merges").body()).contains("href=\"/merges/");
    }

    @Test
    @Requirement("R16")
    void a_merge_is_undone_unless_something_done_since_contradicts_it() throws Exception {
        String ada = customer(CustomerForm.builder().name("Ada", "Mergeback"));
        String eve = customer(CustomerForm.builder().name("Eve", "Mergeback").email("eve.back@example.org"));
        String merge = merge(ada, eve);
        visitor.send(
                ada + "/edit",
                ada + "/edit",
                Map.of("firstName", "Ada", "lastName", "Mergeback", "email", "other@example.org"));

        HttpResponse<String> refused = visitor.send(merge, merge + "/unmerge", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("What came from the other record has been changed since");

        visitor.send(
                ada + "/edit",
                ada + "/edit",
                Map.of("firstName", "Ada", "lastName", "Mergeback", "email", "eve.back@example.org"));
        assertThat(visitor.send(merge, merge + "/unmerge", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(visitor.get(eve).body()).contains("Eve Mergeback", "eve.back@example.org");
        assertThat(visitor.get(ada + "/merges").body()).contains("Nothing merged");
    }

    @Test
    @Requirement({"C34", "S31"})
    void two_members_who_have_not_agreed_are_told_to_stand_in_the_way() throws Exception {
        String members = visitor.get("/customers?in=foodmart").body();
        String one = PagesTest.found(members, "(?s)href=\"(/customers/[^\"?/]+)\"");
        String two = PagesTest.found(members.replace("\"" + one + "\"", "\"\""), "(?s)href=\"(/customers/[^\"?/]+)\"");

        String plan = visitor.get(one + "/merge?other=" + id(two)).body();
        HttpResponse<String> tried =
                visitor.send(one + "/edit", one + "/merge", Map.of("other", id(two), "key", "not-agreed"));

        assertThat(plan).contains("This stands in the way", "each has to agree first");
        assertThat(tried.statusCode()).isEqualTo(409);
        assertThat(visitor.get(two).statusCode()).isEqualTo(200);
    }

    @Test
    @Requirement({"C10", "C11", "D30", "R14"})
    void a_consent_waits_for_the_code_and_is_taken_back_with_everything() throws Exception {
        String ada = customer(CustomerForm.builder().name("Ada", "Consent").email("ada.consent@example.org"));
        String page = ada + "/consent";
        assertThat(visitor.get(page).body()).contains("never asked", "no such address");

        HttpResponse<String> asked = visitor.send(page, page, Map.of("EMAIL", "yes"));
        assertThat(Visitor.location(asked)).endsWith("done=CONSENT_ASKED");
        assertThat(visitor.get(page).body()).contains("To be confirmed", "BACK-OFFICE");
        String outbox = visitor.get("/outbox").body();
        String mail = outbox.substring(outbox.indexOf("ada.consent@example.org"));
        String optIn = PagesTest.found(mail, "href=\"(/consents/[^\"]+)\"");
        assertThat(visitor.send(optIn, optIn, Map.of("code", "00000000")).statusCode())
                .isEqualTo(422);
        visitor.send(optIn, optIn, Map.of("code", PagesTest.found(mail, "<code>(\\d+)</code>")));
        assertThat(visitor.get(page).body()).contains(">Yes</span>", "counter-1997");

        visitor.send(page, page + "/none", Map.of());
        assertThat(visitor.get(page).body()).contains(">No</span>", "Withdrawn from all");
    }

    @Test
    @Requirement({"C9", "C54", "D4"})
    void groups_are_ticked_the_list_is_filtered_by_them_and_a_list_needs_a_consent() throws Exception {
        String ada = customer(CustomerForm.builder().name("Ada", "Grouped").email("ada.grouped@example.org"));
        String page = ada + "/consent";

        HttpResponse<String> refused = visitor.send(page, ada + "/groups", Map.of("group.news", "yes"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Newsletter needs a consent first");

        visitor.send(page, page, Map.of("EMAIL", "yes"));
        visitor.send(page, ada + "/groups", Map.of("group.news", "yes", "group.regulars", "yes"));
        assertThat(visitor.get("/customers?group=regulars").body()).contains("Grouped, Ada");

        visitor.send(page, page + "/none", Map.of());
        String left = visitor.get(page).body();
        assertThat(left).containsPattern("name=\"group.regulars\" value=\"yes\" checked");
        assertThat(left).doesNotContainPattern("name=\"group.news\" value=\"yes\" checked");
    }

    private static String customer(CustomerForm.Builder form) {
        return visitor.shop().customer(form.build());
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String merge(String survivor, String other) throws IOException, InterruptedException {
        Map<String, String> fields = Map.of("other", id(other), "key", "merge-" + id(other));
        HttpResponse<String> merged = visitor.send(survivor + "/edit", survivor + "/merge", fields);
        return Visitor.location(merged).replaceFirst("\\?.*", "");
    }
}

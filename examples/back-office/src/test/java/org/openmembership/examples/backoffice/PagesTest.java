package org.openmembership.examples.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;

/** What the pages answer, without a browser: status codes, what they refuse, what they escape. */
class PagesTest {
    private static Visitor visitor;

    @BeforeAll
    static void the_shop_opens() throws IOException, SQLException {
        visitor = new Visitor(RunningShop.open());
    }

    @Test
    @Requirement({"C1", "C3"})
    void the_list_shows_customers_page_by_page() throws Exception {
        String first = visitor.get("/customers").body();
        String next = found(first, "href=\"(/customers\\?after=[^\"]+)\"");
        String second = visitor.get(next).body();

        assertThat(customer(first)).isNotEqualTo(customer(second));
        assertThat(count(first, "<td data-label=\"Name\"")).isEqualTo(20);
    }

    @Test
    @Requirement({"C4", "D14"})
    void the_list_is_searched_and_filtered_by_what_the_address_says() throws Exception {
        String everybody = visitor.get("/customers").body();
        String last = found(everybody, "<a href=\"/customers/[^\"?]+\">([^,<]+),");

        assertThat(visitor.get("/customers?q=" + last).body()).contains(last + ",");
        assertThat(visitor.get("/customers?in=foodmart/golden").body()).contains("Member");
        assertThat(visitor.get("/customers?type=TRADE").body()).contains("Nobody found");
        assertThat(visitor.get("/customers?status=NONSENSE").body()).contains(last);
    }

    @Test
    void every_answer_keeps_scripts_frames_and_caches_out_and_sets_no_cookie() throws Exception {
        HttpResponse<String> page = visitor.get("/customers");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("<script", "style=", "onclick");
    }

    @Test
    void a_form_without_the_servers_token_changes_nothing() throws Exception {
        HttpResponse<String> none = visitor.post("/register", "firstName=A");
        HttpResponse<String> other = visitor.post("/register", "firstName=A&token=guessed");

        assertThat(none.statusCode()).isEqualTo(403);
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("Load the page again");
    }

    @Test
    void a_request_that_calls_the_server_by_another_name_is_sent_away() throws Exception {
        URI address = URI.create(RunningShop.open().address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /customers HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void what_is_not_there_is_said_to_be_not_there() throws Exception {
        assertThat(visitor.get("/customers/nobody").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/customers/" + "x".repeat(50)).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/purchases/foodmart/none").body()).contains("There is no receipt");
        assertThat(visitor.get("/registrations/none").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/no-such-page").body()).contains("There is no such page", "<html lang=\"en\">");
        assertThat(visitor.get("/customers?after=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    @Requirement({"A2", "A9", "A11"})
    void all_that_is_wrong_with_a_registration_stands_beside_its_fields() throws Exception {
        HttpResponse<String> refused = visitor.send(
                "/register",
                "/register",
                Map.of("firstName", "Ada", "email", "no address", "phones[0].typed", "12", "birthdate", "soon"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "href=\"#field-lastName\"",
                        "id=\"field-lastName-wrong\"",
                        "id=\"field-email-wrong\"",
                        "id=\"field-phones-0--typed-wrong\"",
                        "id=\"field-acceptedTerms-wrong\"",
                        "Born must be a day")
                .contains("value=\"Ada\"");
    }

    @Test
    void a_name_that_is_markup_is_shown_as_text() throws Exception {
        String naughty = "<script>alert('1')</script> \"&amp;";
        String customer = visitor.get("/customers").body();
        String path = customer(customer);

        HttpResponse<String> saved = visitor.send(path + "/edit", path + "/edit", edited(naughty));
        String shown = visitor.get(path).body();

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(shown)
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;&amp;amp;")
                .doesNotContain("<script");
        assertThat(visitor.get("/customers?q=" + Paths.encoded("<script>alert")).body())
                .contains("value=\"&lt;script&gt;alert\"")
                .doesNotContain("<script");
    }

    @Test
    @Requirement("I11")
    void who_saves_what_somebody_else_has_changed_is_told_so() throws Exception {
        String path = customer(visitor.get("/customers?q=m").body());
        String version = found(visitor.get(path + "/edit").body(), "name=\"version\" value=\"(\\d+)\"");
        visitor.send(path + "/edit", path + "/edit", edited("First"));

        Map<String, String> late = Map.of("version", version, "firstName", "Late", "lastName", "Second");
        HttpResponse<String> stale = visitor.send(path + "/edit", path + "/edit", late);

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("Somebody else has changed this customer")
                .contains("First");
    }

    private static Map<String, String> edited(String lastName) {
        return Map.of("firstName", "Ada", "lastName", lastName);
    }

    private static String customer(String page) {
        return found(page, "href=\"(/customers/[^\"?/]+)\"");
    }

    static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}

package org.openmembership.examples.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmembership.customers.CustomerForm;
import org.openmembership.testkit.Requirement;

/** What customers do on pages of their own: accepting an invitation, and saying whether two members are one person. */
class SelfServiceTest {
    private static Visitor visitor;

    @BeforeAll
    static void the_shop_opens() throws IOException, SQLException {
        visitor = new Visitor(RunningShop.open());
    }

    @Test
    @Requirement({"C49", "R6"})
    void looking_at_an_invitation_uses_nothing_up_and_a_wrong_code_is_counted() throws Exception {
        String customer = invited("Look", "look@example.org");
        String mail = visitor.mailTo("look@example.org");
        String page = PagesTest.found(mail, "href=\"(/invitations/[^\"?]+)\"");
        String link = PagesTest.found(mail, "href=\"(/invitations/[^\"]+secret=[^\"]+)\"");
        for (int i = 0; i < 10; i++) {
            assertThat(visitor.get(link).body()).contains("Your link has brought the code along");
        }
        Map<String, String> form =
                Map.of("email", "look@example.org", "firstName", "Look", "lastName", "Twice", "acceptedTerms", "yes");

        HttpResponse<String> wrong = visitor.send(page, page, with(form, "secret", "00000000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("4 more tries");

        HttpResponse<String> right =
                visitor.send(link, page, with(form, "secret", PagesTest.found(link, "secret=(.+)")));
        assertThat(Visitor.location(right)).isEqualTo(customer + "?done=ACCEPTED");
        assertThat(visitor.get(customer).body()).contains("Signs in as", "look@example.org");
    }

    @Test
    @Requirement({"C49", "B4"})
    void all_that_is_wrong_with_an_acceptance_is_told_and_nothing_is_tried() throws Exception {
        invited("Half", "half@example.org");
        String page = PagesTest.found(visitor.mailTo("half@example.org"), "href=\"(/invitations/[^\"?]+)\"");

        HttpResponse<String> refused = visitor.send(page, page, Map.of("secret", "00000000"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Email must be", "First name must be", "Terms must be");
        assertThat(refused.body()).doesNotContain("more tries");
    }

    @Test
    @Requirement({"C49", "S5"})
    void an_invitation_that_is_withdrawn_leads_nowhere_and_can_be_sent_again() throws Exception {
        String customer = invited("Gone", "gone@example.org");
        String link =
                PagesTest.found(visitor.mailTo("gone@example.org"), "href=\"(/invitations/[^\"]+secret=[^\"]+)\"");
        assertThat(visitor.get(customer + "/invitation").body()).contains("Not answered yet", "gone@example.org");

        HttpResponse<String> withdrawn =
                visitor.send(customer + "/invitation", customer + "/invitation/withdraw", Map.of());
        assertThat(Visitor.location(withdrawn)).endsWith("done=INVITATION_WITHDRAWN");
        assertThat(accept(link, "gone@example.org").body()).contains("was called off");
        assertThat(visitor.get(customer + "/invitation").body())
                .contains("Withdrawn")
                .doesNotContain("Withdraw the");

        assertThat(Visitor.location(visitor.send(customer, customer + "/invite", Map.of())))
                .endsWith("done=INVITED");
        assertThat(accept(link, "gone@example.org").body()).contains("4 more tries");
    }

    @Test
    @Requirement({"C49", "R6"})
    void whoever_got_it_for_somebody_else_says_so_and_the_clerk_sees_it() throws Exception {
        String customer = invited("Else", "else@example.org");
        String link =
                PagesTest.found(visitor.mailTo("else@example.org"), "href=\"(/invitations/[^\"]+secret=[^\"]+)\"");
        String declining = PagesTest.found(visitor.get(link).body(), "href=\"(/invitations/[^\"]+/decline[^\"]*)\"");
        assertThat(visitor.get(declining).body()).contains("does not write to you");
        String action = declining.replaceFirst("\\?.*", "");

        HttpResponse<String> wrong = visitor.send(declining, action, Map.of("secret", "00000000"));
        HttpResponse<String> right =
                visitor.send(declining, action, Map.of("secret", PagesTest.found(link, "secret=(.+)")));

        assertThat(wrong.body()).contains("4 more tries");
        assertThat(right.body()).contains("Thank you");
        assertThat(visitor.get(customer).body()).contains("That is not me");
        assertThat(visitor.send(customer + "/edit", customer + "/invite", Map.of())
                        .body())
                .contains("Correct the email first");
    }

    private static HttpResponse<String> accept(String link, String email) throws IOException, InterruptedException {
        Map<String, String> form =
                Map.of("email", email, "firstName", "Some", "lastName", "Body", "acceptedTerms", "yes");
        return visitor.send(
                link, link.replaceFirst("\\?.*", ""), with(form, "secret", PagesTest.found(link, "secret=(.+)")));
    }

    @Test
    @Requirement({"C49", "S31"})
    void a_member_is_not_invited_and_nobody_is_asked_to_be_one_with_a_customer_who_is_none() throws Exception {
        String member = visitor.member("Mary", "mary.somerville@example.org");
        String none = visitor.shop()
                .customer(CustomerForm.builder().name("No", "Member").build());

        HttpResponse<String> invited = visitor.send(member + "/edit", member + "/invite", Map.of());
        HttpResponse<String> asked = visitor.send(member + "/edit", member + "/merge/ask", Map.of("other", id(none)));

        assertThat(invited.statusCode()).isEqualTo(409);
        assertThat(invited.body()).contains("is a member already");
        assertThat(asked.statusCode()).isEqualTo(404);
    }

    @Test
    @Requirement({"S31", "C34"})
    void two_members_are_merged_once_both_have_agreed_and_not_before() throws Exception {
        String ada = visitor.member("Ada", "ada.both@example.org");
        String eve = visitor.member("Eve", "eve.both@example.org");
        String plan = ask(ada, eve);
        String first = question("ada.both@example.org");
        assertThat(visitor.get(first).body())
                .contains("ada.both@example.org", "e\u2022\u2022\u2022@example.org")
                .doesNotContain("eve.both@example.org");

        say(first, "YES");
        assertThat(visitor.get(plan).body()).contains("Agreed", "Asked, no answer yet", "stands in the way");

        say(question("eve.both@example.org"), "YES");
        assertThat(visitor.get(plan).body()).doesNotContain("stands in the way");
        Map<String, String> merge = Map.of("other", id(eve), "key", "both-agreed");
        assertThat(Visitor.location(visitor.send(ada + "/edit", ada + "/merge", merge)))
                .startsWith("/merges/");
    }

    @Test
    @Requirement("S31")
    void who_declines_is_left_alone_and_a_second_answer_changes_nothing() throws Exception {
        String ada = visitor.member("Ada", "ada.no@example.org");
        String eve = visitor.member("Eve", "eve.no@example.org");
        String plan = ask(ada, eve);
        String question = question("eve.no@example.org");

        say(question, "NO");
        say(question, "YES");

        assertThat(visitor.get(question).body()).contains("You have declined");
        assertThat(visitor.get(plan).body()).contains("Declined", "stands in the way", "Ask again");
        assertThat(visitor.get("/agreements/guessed").statusCode()).isEqualTo(404);
    }

    private static String ask(String one, String other) throws IOException, InterruptedException {
        HttpResponse<String> asked = visitor.send(one + "/edit", one + "/merge/ask", Map.of("other", id(other)));
        assertThat(Visitor.location(asked)).endsWith("done=ASKED_TO_AGREE");
        return Visitor.location(asked);
    }

    private static String question(String email) throws IOException, InterruptedException {
        return PagesTest.found(visitor.mailTo(email), "href=\"(/agreements/[^\"]+)\"");
    }

    private static void say(String question, String answer) throws IOException, InterruptedException {
        visitor.send(question, question, Map.of("answer", answer));
    }

    private static String invited(String first, String email) throws IOException, InterruptedException {
        String customer = visitor.shop()
                .customer(CustomerForm.builder()
                        .name(first, "Invited")
                        .email(email)
                        .build());
        assertThat(visitor.get(customer).body()).contains("Invite to become a member");
        HttpResponse<String> invited = visitor.send(customer, customer + "/invite", Map.of());
        assertThat(Visitor.location(invited)).endsWith("done=INVITED");
        return customer;
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> all = new HashMap<>(form);
        all.put(name, value);
        return all;
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

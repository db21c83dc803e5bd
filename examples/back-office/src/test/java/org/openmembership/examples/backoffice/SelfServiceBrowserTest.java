package org.openmembership.examples.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.customers.CustomerForm;
import org.openmembership.testkit.Requirement;
import org.openqa.selenium.Keys;

/** The pages for customers themselves in a real browser: with the keyboard alone, on a phone, by day and by night. */
class SelfServiceBrowserTest {
    private static Browser browser;
    private static Visitor visitor;

    @BeforeAll
    static void a_browser_opens() throws IOException, SQLException {
        RunningShop shop = RunningShop.open();
        visitor = new Visitor(shop);
        browser = Browser.open(shop);
    }

    @AfterAll
    static void it_closes() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void on_a_desk_by_day() {
        browser.wide();
        browser.colours("light");
    }

    @Test
    @Requirement({"C49", "R6"})
    void an_invited_customer_accepts_by_the_link_of_the_message() throws IOException {
        browser.go(visitor.shop()
                .customer(CustomerForm.builder()
                        .name("Vera", "Rubin")
                        .email("vera.rubin@example.org")
                        .build()));
        browser.enter("Invite to become a member");
        assertThat(browser.status()).contains("The invitation is on its way");
        browser.go("/outbox");
        browser.enter("Follow the link of the message");
        everywhere("invitation");
        browser.enter("Become a member");
        assertThat(browser.alert()).contains("First name must be filled in", "Email must be given", "Terms must be");
        Accessibility.check(browser);

        browser.fill("First name", "Vera");
        browser.fill("Last name", "Rubin");
        browser.fill("Email", "vera.rubin@example.org");
        browser.tabTo("I have read");
        browser.press(Keys.SPACE);
        browser.enter("Become a member");
        assertThat(browser.status()).contains("The invitation is accepted");
        assertThat(browser.heading()).isEqualTo("Vera Rubin");
        assertThat(browser.text()).contains("Signs in as");
    }

    @Test
    @Requirement("C49")
    void a_clerk_withdraws_an_invitation_and_a_stranger_declines_one() throws IOException {
        browser.go(visitor.shop()
                .customer(CustomerForm.builder()
                        .name("Lise", "Meitner-Frisch")
                        .email("lise.meitner.of.the.institute@example.org")
                        .build()));
        browser.enter("Invite to become a member");
        everywhere("customer-invited");
        browser.enter("Invitation");
        everywhere("clerks-invitation");
        browser.enter("Withdraw the invitation");
        assertThat(browser.status()).contains("The invitation is withdrawn");
        everywhere("invitation-withdrawn");
        browser.enter("Back to Lise Meitner-Frisch");
        browser.enter("Invite to become a member");

        browser.go("/outbox");
        browser.enter("Follow the link of the message");
        browser.enter("This is not me");
        everywhere("declining");
        browser.enter("This is not me");
        assertThat(browser.heading()).isEqualTo("Thank you");
    }

    @Test
    @Requirement({"S31", "C34"})
    void two_members_are_asked_and_one_agrees_and_one_declines() throws Exception {
        String one = visitor.member("Lise", "lise@example.org");
        String two = visitor.member("Otto", "otto.hahn.of.the.institute@example.org");
        browser.go(one + "/merge?other=" + two.substring(two.lastIndexOf('/') + 1));
        assertThat(browser.alert()).contains("each has to agree first");
        everywhere("merge-not-agreed");
        browser.enter("Ask both");
        assertThat(browser.status()).contains("Both are asked");
        String plan = browser.path();
        assertThat(answer("lise@example.org", "Yes, both are mine")).contains("You have agreed");
        everywhere("agreed");
        assertThat(answer("otto.hahn.of.the.institute@example.org", "No, decline"))
                .contains("You have declined");

        browser.go(plan);
        assertThat(browser.text()).contains("Agreed", "Declined", "Ask again");
        everywhere("merge-declined");
    }

    /** By the link of the message to that address; others wait in the outbox, too. */
    private static String answer(String email, String words) throws IOException, InterruptedException {
        browser.go(PagesTest.found(visitor.mailTo(email), "href=\"(/agreements/[^\"]+)\""));
        assertThat(browser.heading()).isEqualTo("Are both of these you?");
        everywhere("agreement");
        browser.enter(words);
        Accessibility.check(browser);
        return browser.text();
    }

    /** Looks at the page at a desk and on a phone, by day and by night, and goes on at the desk. */
    private static void everywhere(String page) throws IOException {
        browser.shoot("desk-" + page);
        browser.phone();
        for (String colours : List.of("dark", "light")) {
            browser.colours(colours);
            Accessibility.check(browser);
            Accessibility.checkWidth(browser);
            browser.shoot("phone-" + colours + "-" + page);
        }
        browser.wide();
    }
}

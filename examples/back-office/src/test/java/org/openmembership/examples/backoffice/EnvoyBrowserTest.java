package org.openmembership.examples.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;
import org.openqa.selenium.Keys;

/** The envoy tab in a real browser: with the keyboard alone, on a phone, by day and by night. */
class EnvoyBrowserTest {
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
    @Requirement({"A31", "A52", "A53"})
    void a_clerk_makes_an_envoy_whose_code_brings_a_recruit() throws Exception {
        String envoy = visitor.member("Mileva", "mileva@example.org");
        browser.go(envoy);
        assertThat(visitor.get(envoy).body()).doesNotContain(">Envoy</a>");
        browser.enter("Make an envoy");
        browser.fill("Share in percent", "110");
        browser.fill("For how many days", "30");
        browser.enter("Make an envoy");
        assertThat(browser.alert()).contains("Share in percent must be above 0 and at most 100 percent");
        Accessibility.check(browser);

        browser.fill("Share in percent", "25");
        browser.enter("Make an envoy");
        assertThat(browser.status()).contains("Kept");
        assertThat(browser.text()).contains("25 % of what recruits earn, for 30 days", "Nobody has registered");
        everywhere("envoy");

        registerBy(visitor.get(envoy + "/envoy").body());
        browser.enter("Envoy");
        assertThat(browser.text()).contains("Recruited", "Mileva Member");
        everywhere("recruit");
        browser.enter("Mileva Member");
        assertThat(browser.text()).contains("Who has registered with the code", "Albert Stone");
        everywhere("envoy-with-recruits");
    }

    /** By the link that the envoy gives away. */
    private static void registerBy(String page) throws Exception {
        browser.go(PagesTest.found(page, "href=\"(/register\\?invitedBy=[^\"]+)\""));
        browser.fill("First name", "Albert");
        browser.fill("Last name", "Stone");
        browser.fill("Email", "albert.stone@example.org");
        browser.tabTo("The customer has read");
        browser.press(Keys.SPACE);
        browser.enter("Register the member");
        browser.fill("Code", PagesTest.found(visitor.mailTo("albert.stone@example.org"), "<code>(\\d+)</code>"));
        browser.pressAndGo(Keys.ENTER);
        assertThat(browser.heading()).isEqualTo("Albert Stone");
    }

    @Test
    @Requirement({"A31", "A53"})
    void a_member_asks_and_is_told_no_then_yes_and_is_suspended_and_recruits_again() throws Exception {
        browser.go(visitor.member("Emmy", "emmy.noether@example.org"));
        browser.enter("Make an envoy");
        browser.enter("Ask to be an envoy");
        assertThat(browser.text()).contains("Asks to be one");
        everywhere("envoy-asks");
        browser.enter("Reject");
        assertThat(browser.text()).contains("Was told no");
        browser.enter("Make an envoy after all");
        assertThat(browser.text()).contains("Invite code", "10 % of what recruits earn, for 365 days");
        browser.enter("Suspend");
        assertThat(browser.text()).contains("Suspended").doesNotContain("Invite code");
        Accessibility.check(browser);
        browser.enter("Reactivate");
        assertThat(browser.text()).contains("Invite code");
        browser.fill("Share in percent", "7.5");
        browser.enter("Settle");
        assertThat(browser.text()).contains("7.5 % of what recruits earn", "for this envoy");
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

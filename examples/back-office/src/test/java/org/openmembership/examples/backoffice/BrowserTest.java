package org.openmembership.examples.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.customers.CustomerForm;
import org.openmembership.request.RequestedAddress;
import org.openmembership.testkit.Requirement;
import org.openqa.selenium.Keys;

/** A clerk's work in a real browser, with the keyboard alone. */
class BrowserTest {
    private static final RequestedAddress CANNON = RequestedAddress.in("US")
            .lines("1 Cannon Street", null)
            .postcode("02138")
            .build();
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
    @Requirement({"C1", "C3"})
    void a_customer_is_found_and_opened_with_the_keyboard() throws IOException {
        browser.go("/customers");
        browser.press(Keys.TAB);
        assertThat(browser.nameOf(browser.focused())).isEqualTo("Skip to the page");
        browser.shoot("list");

        browser.fill("Find a customer", "a");
        browser.pressAndGo(Keys.ENTER);
        String name = PagesTest.found(browser.text(), "(?m)^([A-Z][a-z]+), [A-Z]");
        browser.enter(name + ",");

        assertThat(browser.heading()).endsWith(name);
        assertThat(browser.text()).contains("Contact", "Membership", "FoodMart Card");
        Accessibility.check(browser);
        browser.shoot("member");
    }

    @Test
    @Requirement({"A2", "A12", "A19", "A30", "B37", "B38", "S17", "S18"})
    void somebody_registers_proves_the_address_joins_and_gets_points() throws IOException {
        register("grace.hopper@example.org");
        assertThat(browser.heading()).isEqualTo("Grace Hopper");
        browser.enter("Join FoodMart Card");
        String member = browser.path().replaceFirst("\\?.*", "");

        adjust("120");
        assertThat(browser.status()).contains("corrected");
        assertThat(browser.text()).contains("120").contains("worth 1.20 USD");

        adjust("900");
        assertThat(browser.status()).contains("waits for a supervisor");
        decide(RunningShop.CLERK);
        assertThat(browser.alert()).contains("may not decide");
        Accessibility.check(browser);
        decide(RunningShop.SUPERVISOR);
        assertThat(browser.status()).contains("Approved");
        browser.go(member);
        assertThat(browser.text()).contains("1,020");
        blockAndUnblock();
    }

    @Test
    @Requirement({"C35", "C38", "R17"})
    void somebody_is_erased_after_the_plan_was_seen() throws IOException {
        register("edsger@example.org");
        String member = browser.path().replaceFirst("\\?.*", "");
        browser.enter("Erase this person");
        assertThat(browser.text()).contains("This cannot be undone", "Whose records go", "Members");
        Accessibility.check(browser);
        browser.shoot("erase-plan");
        browser.tabTo("How you made sure");
        browser.press(Keys.ARROW_DOWN);
        browser.enter("Ask for erasure");
        browser.enter("Erase for good");

        assertThat(browser.heading()).isEqualTo("Receipt of an erasure");
        assertThat(browser.status()).contains("Everything personal is gone");
        assertThat(browser.text()).doesNotContain("Grace", "edsger");
        Accessibility.check(browser);
        browser.go(member);
        assertThat(browser.heading()).isEqualTo("Not here");
    }

    @Test
    @Requirement({"C34", "R16"})
    void two_records_become_one_and_two_again() throws IOException {
        CustomerForm.Builder form = CustomerForm.builder().name("Annie", "Jump").addresses(List.of(CANNON));
        String survivor = visitor.shop().customer(form.build());
        visitor.shop().customer(form.title("Ms").email("annie@example.org").build());
        browser.go(survivor);
        browser.enter("Possible duplicates");
        browser.enter("Merge into Annie Jump");
        assertThat(browser.text()).contains("What Annie Jump will be", "annie@example.org", "What goes over");
        Accessibility.check(browser);
        browser.shoot("merge-plan");
        browser.enter("Merge into Annie Jump");

        assertThat(browser.status()).contains("They are one customer now");
        Accessibility.check(browser);
        browser.shoot("merge-result");
        browser.enter("Annie Jump");
        browser.enter("Merges");
        Accessibility.check(browser);
        browser.enter("Merge of");
        browser.enter("Undo this merge");
        assertThat(browser.status()).contains("customers of their own again");
        Accessibility.check(browser);
    }

    @Test
    @Requirement({"C9", "C10", "C11", "D30"})
    void somebody_consents_confirms_it_joins_a_group_and_wants_nothing_any_more() throws IOException {
        CustomerForm.Builder form =
                CustomerForm.builder().name("Cecilia", "Payne").email("cecilia@example.org");
        String customer = visitor.shop().customer(form.build());
        browser.go(customer);
        browser.enter("Consent and groups");
        browser.tabTo("Email");
        browser.press(Keys.SPACE);
        browser.enter("Save consent");
        assertThat(browser.text()).contains("To be confirmed");
        browser.go("/outbox");
        String code = PagesTest.found(browser.text(), "cecilia@example.org\\s+Code\\s+(\\d{8})");
        browser.enter("Confirm the consent");
        Accessibility.check(browser);
        browser.fill("Code", code);
        browser.pressAndGo(Keys.ENTER);
        assertThat(browser.status()).contains("may be written to");

        browser.tabTo("Newsletter");
        browser.press(Keys.SPACE);
        browser.enter("Save groups");
        assertThat(browser.text()).contains("Newsletter, written to by email (since");
        Accessibility.check(browser);
        browser.shoot("consent");
        browser.enter("Unsubscribe from everything");
        assertThat(browser.status()).contains("has left every list");
        assertThat(browser.text()).doesNotContain("(since");
    }

    private static void register(String email) throws IOException {
        browser.go("/customers");
        browser.enter("Register");
        browser.enter("Register the member");
        assertThat(browser.alert())
                .containsSubsequence("First name must be filled in", "Email must be given", "Terms must be");
        Accessibility.check(browser);
        browser.shoot("register-refused");

        browser.fill("First name", "Grace");
        browser.fill("Last name", "Hopper");
        browser.fill("Email", email);
        browser.tabTo("The customer has read");
        browser.press(Keys.SPACE);
        browser.enter("Register the member");
        assertThat(browser.heading()).isEqualTo("Prove the address");
        browser.enter("Open the outbox");
        String code = PagesTest.found(browser.text(), "Code\\s+(\\d{8})");
        browser.enter("Type the code in");
        browser.fill("Code", code);
        browser.pressAndGo(Keys.ENTER);
        assertThat(browser.status()).contains("The address is proven");
    }

    private static void adjust(String points) {
        browser.enter("Adjust points");
        browser.fill("Points", points);
        browser.tabTo("Reason");
        browser.press(Keys.ARROW_DOWN);
        browser.enter("Adjust");
    }

    private static void blockAndUnblock() {
        browser.enter("Block");
        browser.enter("Block the account");
        assertThat(browser.alert()).contains("Reason must be chosen");
        browser.tabTo("Reason");
        browser.press(Keys.ARROW_DOWN);
        Accessibility.check(browser);
        browser.enter("Block the account");
        assertThat(browser.text()).contains("Blocked: LOST");
        browser.enter("Unblock");
        browser.enter("Unblock the account");
        assertThat(browser.status()).contains("spends again");
        assertThat(browser.text()).doesNotContain("Blocked");
    }

    private static void decide(String who) {
        browser.go("/approvals");
        browser.fill("Supervisor", who);
        browser.enter("Decide");
    }

    @Test
    void every_page_serves_a_phone_and_a_reader_by_day_and_by_night() throws Exception {
        List<String> pages = pages();
        browser.phone();
        for (String colours : List.of("light", "dark")) {
            browser.colours(colours);
            for (String page : pages) {
                browser.go(page);
                Accessibility.check(browser);
                Accessibility.checkWidth(browser);
                browser.shoot("phone-" + colours + page.replaceAll("[^a-z]+", "-"));
            }
        }
    }

    /** One of each kind, about a customer who has bought something. */
    private static List<String> pages() throws Exception {
        String golden = visitor.get("/customers?in=foodmart").body();
        String customer = PagesTest.found(golden, "href=\"(/customers/[^\"?/]+)\"");
        String account =
                PagesTest.found(visitor.get(customer).body(), "href=\"(" + customer + "/accounts/[^/]+)/points\"");
        visitor.send(
                customer + "/notes",
                customer + "/notes",
                Map.of("text", "call back about the " + "very ".repeat(20) + "long list", "dueOn", "1997-03-07"));
        visitor.send(customer + "/on-account", customer + "/on-account", Map.of("kind", "PAYMENT", "amount", "12.50"));
        return List.of(
                "/customers",
                "/customers?q=nobody-at-all&status=GUEST",
                customer,
                customer + "/edit",
                customer + "/purchases",
                customer + "/on-account",
                customer + "/notes",
                account + "/points",
                account + "/adjust",
                account + "/card",
                account + "/block",
                "/register",
                "/duplicates",
                customer + "/duplicates",
                customer + "/merge",
                customer + "/merge?q=a",
                merging(customer),
                customer + "/merges",
                merged(),
                customer + "/consent",
                customer + "/erase",
                "/tasks",
                "/approvals",
                "/outbox",
                "/customers/nobody");
    }

    /** The plan for somebody with as much as can be said of a customer. */
    private static String merging(String customer) {
        CustomerForm.Builder form = CustomerForm.builder()
                .name("Maria", "Mitchell")
                .title("Prof")
                .email("maria.mitchell.of.the.observatory@observatory.example.org")
                .addresses(List.of(CANNON));
        String other = visitor.shop().customer(form.build());
        return customer + "/merge?other=" + other.substring(other.lastIndexOf('/') + 1);
    }

    private static String merged() throws Exception {
        String one = visitor.shop()
                .customer(CustomerForm.builder().name("Maria", "One").build());
        String two = visitor.shop()
                .customer(CustomerForm.builder().name("Maria", "Two").build());
        Map<String, String> other = Map.of("other", two.substring(two.lastIndexOf('/') + 1), "key", "maria");
        return Visitor.location(visitor.send(one + "/edit", one + "/merge", other));
    }
}

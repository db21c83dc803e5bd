package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;
import static org.openmembership.examples.backoffice.Markup.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.CustomerType;
import org.openmembership.finding.CustomerSearch;
import org.openmembership.finding.CustomerSearch.By;
import org.openmembership.group.CustomerGroupCode;

/**
 * What a clerk looks for, as it stands behind the path of the list.
 *
 * @param asked what was filled in, by field; nothing that is empty
 */
record SearchForm(Map<String, String> asked) {
    private static final List<String> FIELDS = List.of("q", "by", "type", "status", "active", "balance", "in", "group");

    static SearchForm of(Call call) {
        Map<String, String> asked = new LinkedHashMap<>();
        FIELDS.stream()
                .filter(field -> !call.asked(field).isEmpty())
                .forEach(field -> asked.put(field, call.asked(field)));
        return new SearchForm(asked);
    }

    boolean isEmpty() {
        return asked.isEmpty();
    }

    private String value(String field) {
        return asked.getOrDefault(field, "");
    }

    private boolean isFiltered() {
        return asked.keySet().stream().anyMatch(field -> !field.equals("q") && !field.equals("by"));
    }

    CustomerSearch search() {
        By by = CustomerList.chosen(By.values(), value("by"));
        CustomerSearch search = value("q").isEmpty()
                ? CustomerSearch.everybody()
                : CustomerSearch.of(by == null ? By.ANYTHING : by, value("q"));
        CustomerSearch standing = search.standing(
                CustomerList.chosen(CustomerType.values(), value("type")),
                CustomerList.chosen(CustomerStatus.values(), value("status")),
                value("active").isEmpty() ? null : value("active").equals("yes"));
        CustomerSearch balance = value("balance").isEmpty() ? standing : standing.withBalance();
        CustomerSearch club =
                value("in").isEmpty() ? balance : in(balance, value("in").split("/", 2));
        return value("group").isEmpty() ? club : club.inGroup(CustomerGroupCode.of(value("group")));
    }

    private static CustomerSearch in(CustomerSearch search, String[] clubAndScheme) {
        SchemeId scheme = clubAndScheme.length == 1 ? null : SchemeId.of(clubAndScheme[1]);
        return search.in(ClubId.of(clubAndScheme[0]), scheme);
    }

    /** The same search, from a place in its list on. */
    String path(String after) {
        return Paths.CUSTOMERS
                + asked.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + Paths.encoded(entry.getValue()) + "&")
                        .collect(Collectors.joining("", "?", ""))
                + "after=" + Paths.encoded(after);
    }

    Markup markup(Map<String, String> clubs, Map<String, String> groups) {
        Map<String, String> active = new LinkedHashMap<>();
        active.put("", "Active or not");
        active.put("yes", "Active");
        active.put("no", "Not active");
        Markup filters = tag("details")
                .flag("open", isFiltered())
                .of(
                        tag("summary").text("Filters"),
                        tag("div")
                                .styled("filters")
                                .of(
                                        choice("type", "Type", CustomerList.types()),
                                        choice("status", "Status", CustomerList.statuses()),
                                        choice("active", "Active", active),
                                        choice("in", "Club and scheme", clubs),
                                        choice("group", "Group", groups),
                                        balance()));
        return tag("form")
                .styled("card search")
                .with("method", "get")
                .with("action", Paths.CUSTOMERS)
                .with("role", "search")
                .of(line(), filters);
    }

    private Markup line() {
        Markup box = tag("div")
                .styled("field")
                .of(
                        tag("label").with("for", "q").text("Find a customer"),
                        tag("input")
                                .with("type", "search")
                                .with("id", "q")
                                .with("name", "q")
                                .with("value", value("q"))
                                .with("placeholder", "Name, email, phone, card ...")
                                .with("autocomplete", "off")
                                .alone());
        Markup button = tag("button").with("type", "submit").styled("primary").text("Find");
        Markup all = isEmpty() ? Markup.NONE : Parts.link(Paths.CUSTOMERS, "Show everybody");
        return tag("div").styled("line").of(box, choice("by", "By", CustomerList.ways()), button, all);
    }

    private Markup balance() {
        return tag("label")
                .styled("tick")
                .of(
                        tag("input")
                                .with("type", "checkbox")
                                .with("name", "balance")
                                .with("value", "yes")
                                .flag("checked", !value("balance").isEmpty())
                                .alone(),
                        text("Owes something or has credit"));
    }

    private Markup choice(String name, String label, Map<String, String> options) {
        return tag("div")
                .styled("field")
                .of(
                        tag("label").with("for", name).text(label),
                        tag("select").with("id", name).with("name", name).of(Form.options(options, value(name))));
    }
}

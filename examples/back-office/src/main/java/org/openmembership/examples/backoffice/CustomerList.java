package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;
import static org.openmembership.examples.backoffice.Markup.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.CustomerType;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.examples.backoffice.Parts.Column;
import org.openmembership.finding.CustomerSearch;
import org.openmembership.publishing.Clubs;
import org.openmembership.shared.Page.Cursor;
import org.openmembership.shared.Page.Request;

/** The list of customers: searched, filtered, page by page (C1, C3, C4). */
final class CustomerList {
    private static final int LINES = 20;
    private static final List<Column> COLUMNS = List.of(
            Column.words("Name"),
            Column.words("Reached by"),
            Column.words("Town"),
            Column.words("Standing"),
            Column.words("Member"),
            Column.figures("Owes"));

    /** Answers with a page of those who are looked for. */
    Reply list(Call call) {
        SearchForm form = SearchForm.of(call);
        String after = call.asked("after");
        Request request = after.isEmpty() ? Request.first(LINES) : Request.after(new Cursor(after), LINES);
        org.openmembership.shared.Page<ListedCustomer> found =
                call.clerk().finding().customers(form.search(), request);
        Markup result = found.items().isEmpty() ? nobody(form) : lines(found.items());
        Cursor next = found.next();
        return Reply.page(Page.of(
                "Customers",
                form.markup(
                        clubs(call.clerk().clubs()),
                        GroupBoxes.choice(call.clerk().groups())),
                result,
                Parts.next(next == null ? null : form.path(next.value()))));
    }

    private static Markup nobody(SearchForm form) {
        return tag("div")
                .styled("card nothing")
                .of(
                        tag("h2").text(form.isEmpty() ? "No customers yet" : "Nobody found"),
                        Parts.paragraph(
                                form.isEmpty()
                                        ? "The first one comes with a registration."
                                        : "Try fewer letters of the name, or take filters off. Addresses, codes and phone numbers are"
                                                + " found only as a whole."),
                        Parts.actions(
                                Parts.action(Paths.REGISTER, "Register somebody"),
                                form.isEmpty() ? Markup.NONE : Parts.link(Paths.CUSTOMERS, "Show everybody")));
    }

    private static Markup lines(List<ListedCustomer> found) {
        return Parts.table(
                "Customers found",
                COLUMNS,
                found.stream().map(CustomerList::line).toList());
    }

    private static List<Markup> line(ListedCustomer customer) {
        ListedCustomer.Contact contact = customer.contact();
        String name = customer.name().last() + ", " + customer.name().first();
        return List.of(
                Parts.link(Paths.of(customer.id()), name),
                contact.email() == null
                        ? text(contact.phone())
                        : text(contact.email().typed()),
                text(joined(contact.postcode(), contact.town())),
                Standing.badges(customer.standing()),
                customer.member() == null ? Markup.NONE : Parts.badge("good", "Member"),
                customer.balance() == null ? Markup.NONE : text(Standing.owed(customer.balance())));
    }

    private static @Nullable String joined(@Nullable String first, @Nullable String second) {
        return first == null || second == null ? first == null ? second : first : first + " " + second;
    }

    /** Each club, and each of its schemes, as a choice. */
    private static Map<String, String> clubs(Clubs clubs) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", "Anybody");
        clubs.all().forEach(club -> {
            options.put(club.id().value(), "In " + club.name());
            club.schemes()
                    .forEach(scheme ->
                            options.put(club.id() + "/" + scheme.id(), "In " + club.name() + ": " + scheme.name()));
        });
        return options;
    }

    /** What may be chosen of an enum by its name; null for anything else. */
    static <E extends Enum<E>> @Nullable E chosen(E[] constants, String name) {
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    static Map<String, String> types() {
        return Words.choice("Any type", CustomerType.values());
    }

    static Map<String, String> statuses() {
        return Words.choice("Any status", CustomerStatus.values());
    }

    static Map<String, String> ways() {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("", "Anything");
        for (CustomerSearch.By by : CustomerSearch.By.values()) {
            if (by != CustomerSearch.By.EVERYBODY && by != CustomerSearch.By.ANYTHING) {
                ways.put(by.name(), Words.of(by));
            }
        }
        return ways;
    }
}

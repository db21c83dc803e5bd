package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;
import static org.openmembership.examples.backoffice.Markup.text;

import java.util.List;
import java.util.stream.Collectors;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.duplicate.DuplicateGroup;
import org.openmembership.duplicates.DismissalResult;
import org.openmembership.duplicates.Suggestion;
import org.openmembership.examples.backoffice.Parts.Column;
import org.openmembership.shared.Page.Cursor;
import org.openmembership.shared.Page.Request;

/** Customers who may be one: who they are, why, and saying for good that they are not (C32, C33, R15). */
final class DuplicatePages {
    private static final int LINES = 20;
    private static final List<Column> GROUPS =
            List.of(Column.words("Customer"), Column.words("They share"), Column.figures("How many"));

    private DuplicatePages() {}

    /** Groups of the whole shop. */
    static Reply groups(Call call) {
        String after = call.asked("after");
        Request request = after.isEmpty() ? Request.first(LINES) : Request.after(new Cursor(after), LINES);
        org.openmembership.shared.Page<DuplicateGroup> found =
                call.clerk().duplicates().groups(request);
        Markup groups = found.items().isEmpty()
                ? tag("div")
                        .styled("card nothing")
                        .of(
                                tag("h2").text("No duplicates"),
                                Parts.paragraph("No two customers share an email, or last name and postcode."))
                : Parts.table(
                        "Those who share an email first",
                        GROUPS,
                        found.items().stream().map(group -> line(call, group)).toList());
        Cursor next = found.next();
        return Reply.page(Page.of(
                "Duplicates",
                groups,
                Parts.next(next == null ? null : Paths.DUPLICATES + "?after=" + Paths.encoded(next.value()))));
    }

    private static List<Markup> line(Call call, DuplicateGroup group) {
        String name = call.clerk()
                .customers()
                .find(group.first())
                .map(CustomerPages::name)
                .orElse("?");
        return List.of(
                Parts.link(Paths.of(group.first(), "duplicates"), name),
                text(Words.of(group.key().kind())),
                text(Long.toString(group.size())));
    }

    /** Who may be the same as a customer. */
    static Reply of(Call call, Customer customer) {
        return Reply.page(page(call, customer));
    }

    private static Page page(Call call, Customer customer) {
        List<Suggestion> found = call.clerk()
                .duplicates()
                .of(customer.id(), Request.first(LINES))
                .items();
        Markup suggestions = found.isEmpty()
                ? Parts.section("Nobody", Parts.paragraph("Nobody else shares the email, or last name and postcode."))
                : Markup.all(found.stream()
                        .map(suggestion -> suggestion(call, customer, suggestion))
                        .toList());
        return CustomerPages.below(
                customer,
                "Possible duplicates",
                Parts.aside("They are suggested only. A person decides; nothing becomes one by itself."),
                suggestions);
    }

    private static Markup suggestion(Call call, Customer customer, Suggestion suggestion) {
        Customer other = suggestion.customer();
        String evidence =
                suggestion.likeness().evidence().stream().map(Words::of).collect(Collectors.joining(", "));
        String shared = suggestion.shared().stream().map(Words::of).sorted().collect(Collectors.joining(", "));
        Markup different = Form.to(Paths.of(customer.id(), "duplicates"), call)
                .hidden("other", other.id().value())
                .sendQuietly("Not the same person");
        return Parts.section(
                CustomerPages.name(other),
                Parts.facts(
                        Parts.fact("Likeness", suggestion.likeness().score() + " of 100"),
                        Parts.fact("They share", shared),
                        Parts.fact("Evidence", evidence),
                        Parts.fact(
                                "Email",
                                other.email() == null ? null : other.email().typed()),
                        Parts.fact(
                                "Address",
                                other.primaryAddress()
                                        .map(CustomerPages::address)
                                        .orElse(null))),
                Parts.actions(
                        Parts.action(
                                MergePages.path(customer, other.id()), "Merge into " + CustomerPages.name(customer)),
                        Parts.action(Paths.of(other.id()), "See " + CustomerPages.name(other))),
                different);
    }

    static Reply dismiss(Call call, Customer customer) {
        CustomerId other = CustomerId.of(call.form().value("other"));
        DismissalResult result = call.clerk().duplicates().dismiss(customer.id(), other);
        return result instanceof DismissalResult.Dismissed
                ? Reply.done(Paths.of(customer.id(), "duplicates"), Done.DISMISSED)
                : Reply.notFound("customer");
    }
}

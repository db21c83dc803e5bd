package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;
import static org.openmembership.examples.backoffice.Markup.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.examples.backoffice.Parts.Column;
import org.openmembership.finding.CustomerSearch;
import org.openmembership.member.Member;
import org.openmembership.merge.FieldChoice;
import org.openmembership.merging.MergeBlocker;
import org.openmembership.merging.MergePreview;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page.Request;
import org.openmembership.user.UserId;

/** Making two customers one: whom, the plan, then the deed (C34, R16). */
final class MergePages {
    static final String OTHER = "other";
    private static final String USER = "keepUser";
    private static final int LINES = 10;
    private static final List<Column> FOUND =
            List.of(Column.words("Customer"), Column.words("Reached by"), Column.words("Town"));
    private static final List<Column> FIELDS =
            List.of(Column.words("Field"), Column.words("Becomes"), Column.words("From"), Column.words("Why"));

    private final AgreementPages agreements;

    MergePages(AgreementPages agreements) {
        this.agreements = agreements;
    }

    static String path(Customer survivor, CustomerId other) {
        return Paths.of(survivor.id(), "merge") + "?" + OTHER + "=" + Paths.encoded(other.value());
    }

    /** Who the other is, and once that is known, what would become of both. */
    Reply plan(Call call, Customer survivor) {
        return call.asked(OTHER).isEmpty()
                ? Reply.page(choose(call, survivor))
                : with(
                        call,
                        survivor,
                        call.asked(OTHER),
                        other -> Reply.page(page(call, survivor, other, Answers.NONE)));
    }

    private static Page choose(Call call, Customer survivor) {
        String asked = call.asked("q");
        Markup form = Form.asking(Paths.of(survivor.id(), "merge"), Answers.of(Map.of("q", asked)))
                .line(Field.required("q", "Find the other record").hint("Name, email, phone, account code or card"))
                .send("Find", Paths.of(survivor.id(), "merges"));
        return CustomerPages.below(
                survivor,
                "Merge with another",
                Parts.paragraph("The other record becomes a part of " + CustomerPages.name(survivor)
                        + ". What that means is shown first; nothing is merged by looking."),
                form,
                asked.isEmpty() ? Markup.NONE : found(call, survivor, asked));
    }

    private static Markup found(Call call, Customer survivor, String asked) {
        CustomerSearch search = CustomerSearch.of(CustomerSearch.By.ANYTHING, asked);
        List<List<Markup>> lines = call.clerk().finding().customers(search, Request.first(LINES)).items().stream()
                .filter(customer -> !customer.id().equals(survivor.id()))
                .map(customer -> line(survivor, customer))
                .toList();
        return lines.isEmpty()
                ? Parts.section("Nobody found", Parts.paragraph("No other customer is found by that."))
                : Parts.table("Open one to see what merging would do", FOUND, lines);
    }

    private static List<Markup> line(Customer survivor, ListedCustomer other) {
        ListedCustomer.Contact contact = other.contact();
        return List.of(
                Parts.link(
                        path(survivor, other.id()),
                        other.name().last() + ", " + other.name().first()),
                MergeWords.orNothing(
                        contact.email() == null
                                ? contact.phone()
                                : contact.email().typed()),
                MergeWords.orNothing(contact.town()));
    }

    /** Answers about the other one, or says where it went if it is part of somebody already. */
    private static Reply with(Call call, Customer survivor, String id, Function<Customer, Reply> page) {
        Optional<Customer> other = id.isEmpty() || id.length() > 36
                ? Optional.empty()
                : call.clerk().customers().find(CustomerId.of(id));
        if (other.isEmpty()) {
            return Reply.notFound("customer");
        }
        if (!other.get().id().equals(survivor.id())) {
            return page.apply(other.get());
        }
        return call.clerk()
                .merging()
                .of(CustomerId.of(id))
                .map(merge -> Reply.done(Paths.of(merge.id()), Done.MERGED))
                .orElseGet(() -> Reply.done(Paths.of(survivor.id()), Done.NOTHING_CHANGED));
    }

    private Page page(Call call, Customer survivor, Customer other, Answers answers) {
        Map<String, String> users = users(call, survivor, other);
        MergePreview preview =
                call.clerk().merging().preview(request(survivor, other, Keys.fresh(), keptBy(answers, users)));
        String name = CustomerPages.name(survivor);
        List<MergeBlocker> blockers = preview.blockers();
        return CustomerPages.below(
                survivor,
                "Merge",
                tag("p").of(
                                text("The other record, "),
                                Parts.link(Paths.of(other.id()), CustomerPages.name(other)),
                                text(", becomes a part of this one, which keeps what it has and gets what it lacks."
                                        + " Receipts and entries of points stay as they are,"
                                        + " and the old number leads here.")),
                blockers.isEmpty() ? Markup.NONE : blocked(call, blockers, List.of(survivor, other)),
                blockers.stream().anyMatch(MergePages::isNotAgreed)
                        ? agreements.asking(call, survivor, other)
                        : Markup.NONE,
                Parts.table("What " + name + " will be", FIELDS, fields(preview, survivor, other)),
                MergeWords.moves(call, preview, other),
                blockers.isEmpty()
                        ? form(call, survivor, other, users, answers)
                        : Parts.actions(Parts.action(Paths.of(survivor.id(), "merges"), "Back")));
    }

    private static boolean isNotAgreed(MergeBlocker blocker) {
        return blocker.reason() == MergeBlocker.Reason.NOT_AGREED;
    }

    /** Those that one of them has; a field of both has a line for each. */
    private static List<List<Markup>> fields(MergePreview preview, Customer survivor, Customer other) {
        List<List<Markup>> lines = new ArrayList<>();
        for (FieldChoice choice : preview.fields()) {
            boolean own = choice.from().equals(survivor.id());
            String value = MergeWords.value(choice.field(), own ? survivor : other);
            if (!value.isEmpty()) {
                lines.add(List.of(
                        text(Words.of(choice.field())),
                        text(value),
                        text(own ? "This record" : "The other"),
                        text(MergeWords.why(choice.reason()))));
            }
        }
        return lines;
    }

    private static Markup blocked(Call call, List<MergeBlocker> blockers, List<Customer> both) {
        Map<String, String> names = new LinkedHashMap<>();
        both.forEach(customer -> {
            names.put(customer.id().value(), CustomerPages.name(customer));
            member(call, customer).ifPresent(member -> names.put(member.id().value(), CustomerPages.name(customer)));
        });
        List<Markup> lines = blockers.stream()
                .map(blocker -> MergeWords.blocker(blocker, names))
                .distinct()
                .map(words -> tag("li").text(words))
                .toList();
        return tag("div")
                .styled("notice bad")
                .with("role", "alert")
                .of(tag("strong").text("This stands in the way:"), tag("ul").of(lines));
    }

    private static Markup form(
            Call call, Customer survivor, Customer other, Map<String, String> users, Answers answers) {
        Form form = Form.to(Paths.of(survivor.id(), "merge"), call, answers)
                .keyed()
                .hidden(OTHER, other.id().value());
        if (users.size() > 1) {
            form.choice(
                    Field.required(USER, "Who signs in afterwards")
                            .hint("The other login is switched off; both are told"),
                    users);
        }
        return form.sendForGood("Merge into " + CustomerPages.name(survivor), Paths.of(survivor.id()));
    }

    private static Optional<Member> member(Call call, Customer customer) {
        return call.clerk().members().ofCustomer(customer.id());
    }

    /** The users of the members of both, by id; at most two. */
    private static Map<String, String> users(Call call, Customer survivor, Customer other) {
        Map<String, String> users = new LinkedHashMap<>();
        Stream.of(survivor, other)
                .flatMap(customer -> member(call, customer).stream())
                .forEach(member -> signingIn(member, users));
        return users;
    }

    private static void signingIn(Member member, Map<String, String> users) {
        UserId user = member.user();
        if (user != null) {
            users.put(
                    user.value(),
                    member.email() == null ? user.value() : member.email().typed());
        }
    }

    /** Null where there is nothing to choose. */
    private static @Nullable UserId keptBy(Answers answers, Map<String, String> users) {
        if (users.size() < 2) {
            return null;
        }
        String chosen = answers.value(USER);
        return UserId.of(
                users.containsKey(chosen) ? chosen : users.keySet().iterator().next());
    }

    private static MergeRequest request(Customer survivor, Customer other, ExternalKey key, @Nullable UserId user) {
        MergeRequest request = MergeRequest.of(survivor.id(), List.of(other.id()), key);
        return user == null ? request : request.keeping(user);
    }

    Reply merge(Call call, Customer survivor) {
        return with(call, survivor, call.form().value(OTHER), other -> merge(call, survivor, other));
    }

    private Reply merge(Call call, Customer survivor, Customer other) {
        UserId user = keptBy(call.form(), users(call, survivor, other));
        MergeResult result = call.clerk().merging().merge(request(survivor, other, Keys.of(call.form()), user));
        return result instanceof MergeResult.Merged merged
                ? Reply.done(Paths.of(merged.merge().id()), Done.MERGED)
                : Reply.conflict(page(call, survivor, other, Keys.without(call.form())));
    }
}

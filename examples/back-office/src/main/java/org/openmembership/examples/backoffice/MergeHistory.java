package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;
import static org.openmembership.examples.backoffice.Markup.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmembership.customer.Customer;
import org.openmembership.examples.backoffice.Parts.Column;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeId;
import org.openmembership.merge.MergeMove;
import org.openmembership.merging.UnmergeResult;

/** Merges that were done: what each moved, and undoing it (C34, R16). */
record MergeHistory(Words words) {
    private static final List<Column> COLUMNS =
            List.of(Column.words("Merged"), Column.words("By"), Column.figures("Records"));

    /** The merges into a customer that hold, and the way to another one. */
    Reply list(Call call, Customer customer) {
        List<Merge> merges = call.clerk().merging().into(customer.id());
        Markup shown = merges.isEmpty()
                ? Parts.section("Nothing merged", Parts.paragraph("No other record is a part of this customer."))
                : Parts.table(
                        "Records that are part of this customer",
                        COLUMNS,
                        merges.stream().map(this::line).toList());
        Markup ways = Parts.actions(
                Parts.action(Paths.of(customer.id(), "merge"), "Merge with another"),
                Parts.link(Paths.of(customer.id(), "duplicates"), "Possible duplicates"));
        return Reply.page(CustomerPages.below(customer, "Merges", shown, ways));
    }

    private List<Markup> line(Merge merge) {
        return List.of(
                Parts.link(Paths.of(merge.id()), "Merge of " + words.minute(merge.at())),
                text(merge.by().reference()),
                text(Integer.toString(merge.redirected().size())));
    }

    Reply show(Call call) {
        return call.clerk()
                .merging()
                .find(id(call))
                .map(merge -> Reply.page(page(call, merge, Markup.NONE)))
                .orElseGet(() -> Reply.notFound("merge"));
    }

    private static MergeId id(Call call) {
        return MergeId.of(call.inPath("merge"));
    }

    private Page page(Call call, Merge merge, Markup refused) {
        Optional<Customer> survivor = call.clerk().customers().find(merge.survivor());
        boolean holds = merge.undone().isEmpty();
        Markup body = Markup.all(
                refused,
                facts(merge, survivor),
                Parts.section(
                        holds ? "What it moved" : "What it had moved",
                        Parts.facts(Stream.of(MergeMove.Kind.values())
                                .map(kind -> moved(merge, kind))
                                .toArray(Markup[]::new))),
                holds ? undo(call, merge) : restored(call, merge));
        Page page = Page.of(holds ? "Merge" : "Merge, undone", body);
        return survivor.map(customer -> CustomerPages.below(customer, page.title(), body))
                .orElseGet(() -> page.under("Customers", Paths.CUSTOMERS));
    }

    private Markup facts(Merge merge, Optional<Customer> survivor) {
        return Parts.section(
                "Merge",
                Parts.facts(
                        survivor.map(customer -> Parts.fact(
                                        "Into", Parts.link(Paths.of(customer.id()), CustomerPages.name(customer))))
                                .orElse(Markup.NONE),
                        Parts.fact("When", words.minute(merge.at())),
                        Parts.fact("By", merge.by().reference()),
                        Parts.fact(
                                "State",
                                merge.undone()
                                        .map(at -> Parts.badge("plain", "Undone " + words.minute(at)))
                                        .orElseGet(() -> Parts.badge("good", "Holds")))));
    }

    private static Markup moved(Merge merge, MergeMove.Kind kind) {
        List<MergeMove> moves = merge.of(kind).toList();
        if (moves.isEmpty()) {
            return Markup.NONE;
        }
        String what = kind == MergeMove.Kind.CUSTOMER
                ? moves.stream().map(MergeMove::subject).collect(Collectors.joining(", "))
                : Integer.toString(moves.size());
        return Parts.fact(MergeWords.moved(kind), what);
    }

    private static Markup undo(Call call, Merge merge) {
        return Parts.section(
                "Not the same person after all?",
                Parts.paragraph(
                        "All of it is put back, or nothing: it is refused if something done since contradicts it."
                                + " Notes written since stay where they are."),
                Form.to(Paths.of(merge.id()) + "/unmerge", call).sendForGood("Undo this merge", null));
    }

    private static Markup restored(Call call, Merge merge) {
        List<Markup> customers = merge.redirected().stream()
                .map(id -> call.clerk().customers().find(id).orElse(null))
                .filter(Objects::nonNull)
                .map(customer -> tag("li").of(Parts.link(Paths.of(customer.id()), CustomerPages.name(customer))))
                .toList();
        return Parts.section("Records of their own again", tag("ul").of(customers));
    }

    Reply unmerge(Call call) {
        UnmergeResult result = call.clerk().merging().unmerge(id(call));
        if (result instanceof UnmergeResult.Unmerged unmerged) {
            return Reply.done(Paths.of(unmerged.merge().id()), Done.UNMERGED);
        }
        if (!(result instanceof UnmergeResult.Refused refused)) {
            return Reply.notFound("merge");
        }
        Markup why = Parts.notice("bad", "Not undone. " + MergeWords.contradicts(refused.reason()));
        return call.clerk()
                .merging()
                .find(id(call))
                .map(merge -> Reply.conflict(page(call, merge, why)))
                .orElseGet(() -> Reply.notFound("merge"));
    }
}

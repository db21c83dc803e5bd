package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;
import static org.openmembership.examples.backoffice.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmembership.customer.Customer;
import org.openmembership.examples.backoffice.Parts.Column;
import org.openmembership.examples.foodmart.Figures;
import org.openmembership.member.Member;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.sale.ClubPoints;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page.Cursor;
import org.openmembership.shared.Page.Request;

/**
 * What somebody bought, receipt by receipt and line by line (A27, A56).
 *
 * @param articles what the host calls its articles
 */
record PurchasePages(Words words, Articles articles) {
    private static final int LINES = 20;
    private static final List<Column> RECEIPTS = List.of(
            Column.words("Receipt"),
            Column.words("When"),
            Column.words("Where"),
            Column.words("Bought"),
            Column.figures("Amount"));
    private static final List<Column> ARTICLES = List.of(
            Column.figures("Line"),
            Column.words("Article"),
            Column.words("Group"),
            Column.figures("Quantity"),
            Column.figures("Amount"));

    /** The purchases of a customer's member, or those that name the customer. */
    Reply list(Call call, Customer customer) {
        Optional<Member> member = call.clerk().members().ofCustomer(customer.id());
        PurchaseFilter filter = member.map(known -> PurchaseFilter.of(known.id()))
                .orElseGet(() -> new PurchaseFilter(
                        new PurchaseFilter.Who(null, customer.id()), PurchaseFilter.ALL.what(), null, null));
        String after = call.asked("after");
        Request request = after.isEmpty() ? Request.first(LINES) : Request.after(new Cursor(after), LINES);
        org.openmembership.shared.Page<KeptPurchase> found =
                call.clerk().purchases().list(filter, request);
        Markup receipts = found.items().isEmpty()
                ? Parts.section("Purchases", Parts.paragraph("Nothing was bought yet."))
                : Parts.table(
                        "The latest first",
                        RECEIPTS,
                        found.items().stream().map(this::receipt).toList());
        Cursor next = found.next();
        String more =
                next == null ? null : Paths.of(customer.id(), "purchases") + "?after=" + Paths.encoded(next.value());
        return Reply.page(CustomerPages.below(customer, "Purchases", receipts, Parts.next(more)));
    }

    private List<Markup> receipt(KeptPurchase kept) {
        Purchase purchase = kept.purchase();
        return List.of(
                Parts.link(Paths.of(purchase.key()), purchase.key().value()),
                text(words.day(purchase.purchasedAt())),
                text(purchase.place().store().value()),
                text(bought(purchase)),
                text(Words.of(purchase.total())));
    }

    /** The first articles by name, and how many more. */
    private String bought(Purchase purchase) {
        List<PurchaseLine> lines = purchase.lines();
        String first = lines.stream()
                .limit(2)
                .map(line -> (line.isReturn() ? "back: " : "")
                        + articles.name(line.article().sku()))
                .collect(Collectors.joining(", "));
        return lines.size() <= 2 ? first : first + " and " + (lines.size() - 2) + " more";
    }

    /** One receipt. */
    Reply show(Call call) {
        ExternalKey key = ExternalKey.of(call.inPath("source"), call.inPath("receipt"));
        return call.clerk()
                .purchases()
                .find(key)
                .map(kept -> Reply.page(receipt(call, kept)))
                .orElseGet(() -> Reply.notFound("receipt"));
    }

    private Page receipt(Call call, KeptPurchase kept) {
        Purchase purchase = kept.purchase();
        return Page.of(
                        "Receipt " + purchase.key().value(),
                        Parts.facts(
                                Parts.fact("When", words.day(purchase.purchasedAt())),
                                Parts.fact(
                                        "Where",
                                        purchase.place().store() + ", "
                                                + purchase.place().channel()),
                                Parts.fact("Bought by", buyer(call, kept)),
                                Parts.fact("Paid", paid(purchase))),
                        Parts.table(
                                Words.of(purchase.total()) + " in all",
                                ARTICLES,
                                purchase.lines().stream().map(this::line).toList()),
                        points(call, purchase.key()))
                .under("Customers", Paths.CUSTOMERS);
    }

    private static Markup buyer(Call call, KeptPurchase kept) {
        return Optional.ofNullable(kept.member().member())
                .flatMap(member -> call.clerk().members().find(member))
                .map(member -> member.primary() == null
                        ? text(member.details().name().last())
                        : Parts.link(
                                Paths.of(member.primary()),
                                member.details().name().first() + " "
                                        + member.details().name().last()))
                .orElseGet(() -> text("a guest"));
    }

    private static String paid(Purchase purchase) {
        return purchase.content().tenders().stream()
                .map(tender -> Figures.of(tender.amount()) + " " + tender.type())
                .collect(Collectors.joining(", "));
    }

    private List<Markup> line(PurchaseLine line) {
        List<Markup> article =
                new ArrayList<>(List.of(text(articles.name(line.article().sku()))));
        if (line.article().promotion() != null) {
            article.add(text(" "));
            article.add(Parts.badge("plain", line.article().promotion().value()));
        }
        if (line.returnOf() != null) {
            article.add(tag("br").alone());
            article.add(Parts.link(
                    Paths.of(line.returnOf().purchase()),
                    "gives back line " + line.returnOf().line() + " of "
                            + line.returnOf().purchase().value()));
        }
        String group = line.article().categories().isEmpty()
                ? ""
                : line.article().categories().get(0).value();
        return List.of(
                text(Integer.toString(line.number())),
                Markup.all(article),
                text(group),
                text(line.quantity().stripTrailingZeros().toPlainString()),
                text(Words.of(line.amount())));
    }

    /** What the receipt did in each club, as it was answered to the till. */
    private static Markup points(Call call, ExternalKey key) {
        if (!(call.clerk().sales().lookup(key).orElse(null) instanceof SaleResult.Recorded answer)) {
            return Markup.NONE;
        }
        List<Markup> clubs = answer.clubs().stream().map(PurchasePages::club).toList();
        return Parts.section(
                "Points",
                clubs.isEmpty()
                        ? Parts.paragraph("Nobody collects on this receipt.")
                        : Parts.facts(clubs.toArray(Markup[]::new)));
    }

    private static Markup club(ClubPoints points) {
        return Parts.fact(
                points.club().value(),
                Words.signed(points.points()) + ", then " + Figures.of(points.available()) + " available");
    }
}

package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmembership.customer.Customer;
import org.openmembership.erasure.Blocker;
import org.openmembership.erasure.ErasurePlan;
import org.openmembership.erasure.ErasureRequestResult;
import org.openmembership.erasure.ErasureResult;
import org.openmembership.examples.foodmart.Figures;
import org.openmembership.privacy.ErasedAccount;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.shared.ReasonCode;

/** Forgetting a person: the plan, what stands in the way, the deed, and the receipt (C35-C39, R17). */
record ErasePages(Words words) {
    Reply plan(Call call, Customer customer) {
        return Reply.page(page(call, customer, Answers.NONE));
    }

    private static Page page(Call call, Customer customer, Answers answers) {
        ErasurePlan plan = call.clerk().erasures().plan(customer.id()).orElseThrow();
        return CustomerPages.below(
                customer,
                "Erase",
                Parts.notice(
                        "warn",
                        "This cannot be undone. Everything personal goes, from every table; receipts and points stay without a name."),
                records(plan),
                accounts(plan.accounts()),
                plan.blockers().isEmpty() ? form(call, customer, answers) : blocked(plan.blockers(), customer));
    }

    private static Markup records(ErasurePlan plan) {
        return Parts.section(
                "Whose records go",
                Parts.facts(
                        Parts.fact(
                                "Customers",
                                Integer.toString(plan.records().customers().size())),
                        Parts.fact(
                                "Members",
                                Integer.toString(plan.records().members().size())),
                        Parts.fact(
                                "Logins",
                                Integer.toString(plan.records().users().size()))));
    }

    private static Markup accounts(List<ErasedAccount> accounts) {
        return Parts.section(
                "What becomes of the accounts",
                accounts.isEmpty()
                        ? Parts.paragraph("There are none.")
                        : Parts.facts(accounts.stream().map(ErasePages::line).toArray(Markup[]::new)));
    }

    private static Markup line(ErasedAccount account) {
        boolean closed = account.outcome() == ErasedAccount.Outcome.CLOSED;
        return Parts.fact(
                account.club().value(),
                closed
                        ? "closed, " + Figures.of(account.writtenOff()) + " points written off"
                        : "goes on with those who share it");
    }

    private static Markup blocked(List<Blocker> blockers, Customer customer) {
        List<Markup> lines = blockers.stream()
                .map(blocker -> tag("li").text(Words.of(blocker.kind()) + ": " + blocker.reference()))
                .toList();
        return Markup.all(
                tag("div")
                        .styled("notice bad")
                        .with("role", "alert")
                        .of(
                                tag("strong").text("This stands in the way:"),
                                tag("ul").of(lines)),
                Parts.actions(Parts.action(Paths.of(customer.id()), "Back")));
    }

    private static Markup form(Call call, Customer customer, Answers answers) {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("ASKED", "The person asked for it");
        reasons.put("RETENTION", "Kept long enough");
        return Form.to(Paths.of(customer.id(), "erase"), call, answers)
                .choice(Field.required("reason", "Reason"), reasons)
                .choice(
                        Field.required("proof", "How you made sure that it is this person"),
                        Words.choice("Choose one", IdentityProof.values()))
                .send("Ask for erasure", Paths.of(customer.id()));
    }

    Reply request(Call call, Customer customer) {
        Answers answers = call.form();
        IdentityProof proof = CustomerList.chosen(IdentityProof.values(), answers.value("proof"));
        if (proof == null) {
            return Reply.wrong(page(call, customer, answers.refused("proof", "must be chosen")));
        }
        ReasonCode reason = ReasonCode.of(answers.value("reason"));
        ErasureRequestResult result = call.clerk().erasures().request(customer.id(), reason, proof);
        if (result instanceof ErasureRequestResult.Requested requested) {
            return Reply.done(Paths.of(requested.erasure().id()), Done.ERASURE_REQUESTED);
        }
        return result instanceof ErasureRequestResult.AlreadyErased erased
                ? new Reply.Seen(Paths.of(erased.receipt().id()))
                : Reply.notFound("customer");
    }

    /** An erasure as it stands: what was asked for, or the receipt. */
    Reply show(Call call) {
        return call.clerk()
                .erasures()
                .find(id(call))
                .map(erasure -> Reply.page(page(call, erasure)))
                .orElseGet(() -> Reply.notFound("erasure"));
    }

    private static ErasureId id(Call call) {
        return ErasureId.of(call.inPath("erasure"));
    }

    private Page page(Call call, Erasure erasure) {
        Erasure.Done done = erasure.done();
        Markup facts = Parts.section(
                "Request",
                Parts.facts(
                        Parts.fact("State", Words.of(erasure.state())),
                        Parts.fact("Asked for", words.minute(erasure.request().at())),
                        Parts.fact("By", erasure.request().by().reference()),
                        Parts.fact("Reason", erasure.request().reason().value()),
                        Parts.fact("Proof", Words.of(erasure.request().proof())),
                        Parts.fact("Not before", words.minute(erasure.request().notBefore()))));
        Markup rest =
                done == null ? deed(call, erasure) : Markup.all(receipt(erasure, done), accounts(done.accounts()));
        return Page.of(done == null ? "Erasure" : "Receipt of an erasure", facts, rest)
                .under("Customers", Paths.CUSTOMERS);
    }

    private static Markup deed(Call call, Erasure erasure) {
        if (erasure.state() != Erasure.State.REQUESTED) {
            return Markup.NONE;
        }
        String path = Paths.of(erasure.id());
        return Markup.all(
                Form.to(path + "/execute", call).sendForGood("Erase for good", null),
                Form.to(path + "/withdraw", call).sendQuietly("Withdraw the request"));
    }

    private Markup receipt(Erasure erasure, Erasure.Done done) {
        return Parts.section(
                "Done",
                Parts.facts(
                        Parts.fact("When", words.minute(done.at())),
                        Parts.fact("By", done.by().reference()),
                        Parts.fact(
                                "Customers",
                                Integer.toString(done.records().customers().size())),
                        Parts.fact(
                                "Members",
                                Integer.toString(done.records().members().size())),
                        Parts.fact(
                                "Complete", erasure.isComplete() ? "yes" : "no, a holder of data has not answered")));
    }

    Reply execute(Call call) {
        ErasureResult result = call.clerk().erasures().execute(id(call));
        if (result instanceof ErasureResult.Erased) {
            return Reply.done(Paths.of(id(call)), Done.ERASED);
        }
        if (result instanceof ErasureResult.TooEarly early) {
            return refused(
                    call, "It can be withdrawn until " + words.minute(early.notBefore()) + "; only then it is done.");
        }
        if (result instanceof ErasureResult.Blocked) {
            return refused(call, "Something stands in the way now; the customer's page tells what.");
        }
        return refused(call, "It was withdrawn, or is not there.");
    }

    private static Reply refused(Call call, String why) {
        return Reply.conflict(Page.of(
                        "Not erased", Parts.notice("bad", why), Parts.actions(Parts.action(Paths.of(id(call)), "Back")))
                .under("Customers", Paths.CUSTOMERS));
    }

    Reply withdraw(Call call) {
        call.clerk().erasures().withdraw(id(call));
        return Reply.done(Paths.of(id(call)), Done.ERASURE_WITHDRAWN);
    }
}

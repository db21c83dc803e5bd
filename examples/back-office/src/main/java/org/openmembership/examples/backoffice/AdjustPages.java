package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.adjustment.Adjustment;
import org.openmembership.adjustment.AdjustmentRefusal;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.adjustment.AdjustmentResult;
import org.openmembership.customer.Customer;
import org.openmembership.examples.backoffice.AccountCards.Held;
import org.openmembership.examples.foodmart.Figures;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.shared.Texts;

/** Correcting points by hand, and a supervisor's word on what is more than a clerk may do alone (A30, S17, S18). */
record AdjustPages(Words words, Proposals proposals) {
    private static final String SUPERVISOR = "supervisor";

    Reply form(Call call, Customer customer) {
        return AccountCards.on(call, customer, held -> Reply.page(page(call, customer, held, Answers.NONE)));
    }

    private static Page page(Call call, Customer customer, Held held, Answers answers) {
        Points available = call.clerk()
                .statements()
                .balance(held.account().id())
                .orElseThrow()
                .available();
        Markup form = Form.to(Paths.of(customer.id(), held.account().id(), "adjust"), call, answers)
                .keyed()
                .line(Field.required("points", "Points").number().hint("120 adds, -120 takes"))
                .choice(Field.required("reason", "Reason"), reasons())
                .send("Adjust", Paths.of(customer.id()));
        return CustomerPages.below(
                customer,
                "Adjust points",
                Parts.tiles(Parts.tile(held.club().name(), Figures.of(available), "points available")),
                Parts.aside("More than " + ShopAccess.ALONE + " points at once need a supervisor."),
                form);
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("", "Choose one");
        reasons.put("GOODWILL", "Goodwill");
        reasons.put("FORGOTTEN-CARD", "Forgotten card");
        reasons.put("MISTAKE", "Mistake at the till");
        return reasons;
    }

    Reply adjust(Call call, Customer customer) {
        return AccountCards.on(call, customer, held -> adjust(call, customer, held));
    }

    private Reply adjust(Call call, Customer customer, Held held) {
        Answers answers = checked(call.form());
        BigDecimal number = answers.number("points");
        if (answers.isRefused() || number == null) {
            return Reply.wrong(page(call, customer, held, answers));
        }
        AdjustmentRequest request =
                AdjustmentRequest.of(held.account().id(), Points.of(number), answers.value("reason"), Keys.of(answers));
        Adjustment adjustment = call.clerk().adjustment();
        AdjustmentResult result = adjustment.adjust(request);
        return reply(
                result instanceof AdjustmentResult.NeedsApproval ? adjustment.propose(request) : result,
                call,
                customer,
                held);
    }

    private static Answers checked(Answers form) {
        Answers answers = form.checkNumber("points");
        BigDecimal number = answers.number("points");
        boolean countable = number == null
                || number.signum() != 0
                        && number.stripTrailingZeros().scale() <= Points.SCALE
                        && number.precision() - number.scale() <= 9;
        Answers points =
                countable ? answers : answers.refused("points", "must not be 0, and have at most two decimals");
        String problem = reasons().containsKey(form.value("reason"))
                ? Texts.problemOfCode(form.value("reason"), 40)
                : "is none of ours";
        return problem == null ? points : points.refused("reason", "must be chosen");
    }

    private Reply reply(AdjustmentResult result, Call call, Customer customer, Held held) {
        if (result instanceof AdjustmentResult.Adjusted) {
            return Reply.done(Paths.of(customer.id()), Done.ADJUSTED);
        }
        if (result instanceof AdjustmentResult.Proposed proposed) {
            proposals.add(new Proposals.Waiting(proposed.request(), customer.id(), CustomerPages.name(customer)));
            return Reply.done(Paths.of(customer.id()), Done.PROPOSED);
        }
        if (result instanceof AdjustmentResult.Refused refused) {
            Answers answers = call.form().refused("points", why(refused));
            // a refusal stands under its key, so the next attempt gets a new one
            return Reply.wrong(page(call, customer, held, Keys.without(answers)));
        }
        if (result instanceof AdjustmentResult.KeyReused) {
            Answers answers = call.form()
                    .refused("points", "this form was sent before with other points; look at the statement first");
            return Reply.conflict(page(call, customer, held, Keys.without(answers)));
        }
        throw new IllegalStateException("not known whether it was done: " + result);
    }

    private static String why(AdjustmentResult.Refused refused) {
        return switch (refused.reason()) {
            case NOT_ENOUGH_POINTS -> "are more than the " + Figures.of(refused.available()) + " that are there";
            case CLOSED -> "cannot be adjusted: the account is closed";
            case REJECTED -> "were rejected by a supervisor";
            case NOT_PROPOSED, OWN_PROPOSAL, UNKNOWN_ACCOUNT -> Words.of(refused.reason());
        };
    }

    Reply waiting(Call call) {
        return Reply.page(approvals(call, Answers.NONE));
    }

    private Page approvals(Call call, Answers answers) {
        List<Markup> cards = proposals.all().stream()
                .map(proposal -> card(call, proposal, answers))
                .toList();
        return Page.of(
                "Approvals",
                Parts.aside(
                        "A supervisor comes to the desk and decides under their own number, which stands for signing in."),
                cards.isEmpty()
                        ? tag("div")
                                .styled("card nothing")
                                .of(tag("h2").text("Nothing waits"), Parts.paragraph("All corrections are decided."))
                        : Markup.all(cards));
    }

    private static Markup card(Call call, Proposals.Waiting proposal, Answers answers) {
        String key = proposal.request().key().value();
        Answers own = answers.value(Form.KEY).equals(key) ? answers : Answers.NONE;
        Markup form = Form.to(Paths.APPROVALS, call, own)
                .hidden(Form.KEY, key)
                .line(Field.required(SUPERVISOR, "Supervisor").hint("Another person than the one who proposed it"))
                .choice(Field.required("decision", "Decision"), decisions())
                .send("Decide", null);
        return Parts.section(
                Words.signed(proposal.request().points()) + " points for " + proposal.name(),
                Parts.facts(
                        Parts.fact("Customer", Parts.link(Paths.of(proposal.customer()), proposal.name())),
                        Parts.fact("Reason", proposal.request().reason().value())),
                form);
    }

    private static Map<String, String> decisions() {
        Map<String, String> decisions = new LinkedHashMap<>();
        decisions.put("approve", "Approve");
        decisions.put("reject", "Reject");
        return decisions;
    }

    Reply decide(Call call) {
        Optional<Proposals.Waiting> proposal = proposals.find(call.form().value(Form.KEY));
        String supervisor = call.form().value(SUPERVISOR);
        if (proposal.isEmpty()) {
            return Reply.notFound("proposal");
        }
        String problem = Texts.problemOfCode(supervisor, Actor.MAX_REFERENCE);
        if (problem != null) {
            return Reply.wrong(approvals(call, call.form().refused(SUPERVISOR, problem)));
        }
        try {
            return decide(
                    call,
                    proposal.get().request(),
                    call.clerk().as(Actor.staff(supervisor)).adjustment());
        } catch (PermissionDeniedException denied) {
            return Reply.wrong(approvals(call, call.form().refused(SUPERVISOR, "may not decide on corrections")));
        }
    }

    private Reply decide(Call call, AdjustmentRequest request, Adjustment adjustment) {
        boolean approved = call.form().value("decision").equals("approve");
        AdjustmentResult result = approved ? adjustment.approve(request) : adjustment.reject(request);
        if (result instanceof AdjustmentResult.Refused refused && refused.reason() == AdjustmentRefusal.OWN_PROPOSAL) {
            return Reply.wrong(
                    approvals(call, call.form().refused(SUPERVISOR, "proposed it; somebody else has to decide")));
        }
        proposals.remove(request.key());
        boolean adjusted = result instanceof AdjustmentResult.Adjusted;
        if (adjusted || result instanceof AdjustmentResult.Refused no && no.reason() == AdjustmentRefusal.REJECTED) {
            return Reply.done(Paths.APPROVALS, adjusted ? Done.APPROVED : Done.REJECTED);
        }
        return Reply.conflict(Page.of(
                "Not adjusted", Parts.paragraph("It could not be done any more: there are not enough points now.")));
    }
}

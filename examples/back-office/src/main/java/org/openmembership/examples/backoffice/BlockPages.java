package org.openmembership.examples.backoffice;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.blocking.BlockResult;
import org.openmembership.blocking.BlockedAlong;
import org.openmembership.blocking.Cascade;
import org.openmembership.customer.Customer;
import org.openmembership.examples.backoffice.AccountCards.Held;
import org.openmembership.shared.ReasonCode;

/** Stopping an account, and letting it go on with whatever was stopped along (B37, B38, R54). */
final class BlockPages {
    private BlockPages() {}

    static Reply form(Call call, Customer customer) {
        return AccountCards.on(call, customer, held -> Reply.page(page(call, customer, held, Answers.NONE)));
    }

    private static Page page(Call call, Customer customer, Held held, Answers answers) {
        boolean blocked = held.account().block().isPresent();
        return blocked ? unblock(call, customer, held) : block(call, customer, held, answers);
    }

    private static Page block(Call call, Customer customer, Held held, Answers answers) {
        Markup form = Form.to(Paths.of(customer.id(), held.account().id(), "block"), call, answers)
                .choice(Field.required("reason", "Reason"), reasons())
                .sendForGood("Block the account", Paths.of(customer.id()));
        return CustomerPages.below(
                customer,
                "Block the account",
                Parts.paragraph("The account in " + held.club().name()
                        + " is not identified at the till any more and spends nothing. Points in flight still post;"
                        + " it can be unblocked."),
                form);
    }

    private static Page unblock(Call call, Customer customer, Held held) {
        BlockedAlong along =
                call.clerk().blocking().unblockPreview(held.account().id()).orElse(BlockedAlong.NOTHING);
        Form form = Form.to(Paths.of(customer.id(), held.account().id(), "unblock"), call);
        along(form, Cascade.Part.CARDS, along.cards(), "cards");
        along(form, Cascade.Part.MEMBERS, along.members(), "members");
        along(form, Cascade.Part.LOGINS, along.logins(), "logins");
        return CustomerPages.below(
                customer,
                "Unblock the account",
                Parts.paragraph(
                        "The account in " + held.club().name()
                                + " is identified and spends again. What was blocked by itself stays blocked unless it is ticked here."),
                form.send("Unblock the account", Paths.of(customer.id())));
    }

    private static void along(Form form, Cascade.Part part, List<?> blocked, String what) {
        if (!blocked.isEmpty()) {
            form.tick(part.name(), Words.of(part), "Also unblock " + blocked.size() + " " + what);
        }
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("", "Choose one");
        reasons.put("LOST", "Card lost or stolen");
        reasons.put("FRAUD", "Suspected fraud");
        reasons.put("ASKED", "The customer asked for it");
        return reasons;
    }

    static Reply block(Call call, Customer customer) {
        return AccountCards.on(call, customer, held -> {
            Answers answers = call.form();
            boolean chosen = answers.given("reason") != null && reasons().containsKey(answers.value("reason"));
            if (!chosen) {
                return Reply.wrong(page(call, customer, held, answers.refused("reason", "must be chosen")));
            }
            ReasonCode reason = ReasonCode.of(answers.value("reason"));
            BlockResult result = call.clerk().blocking().block(held.account().id(), reason);
            return result instanceof BlockResult.Refused refused
                    ? Reply.wrong(page(
                            call,
                            customer,
                            held,
                            answers.refused("reason", "is refused: " + Words.of(refused.reason()))))
                    : Reply.done(Paths.of(customer.id()), Done.BLOCKED);
        });
    }

    static Reply unblock(Call call, Customer customer) {
        return AccountCards.on(call, customer, held -> {
            Set<Cascade.Part> parts = EnumSet.noneOf(Cascade.Part.class);
            for (Cascade.Part part : Cascade.Part.values()) {
                if (call.form().isTicked(part.name())) {
                    parts.add(part);
                }
            }
            BlockResult result = call.clerk().blocking().unblock(held.account().id(), new Cascade(parts));
            return result instanceof BlockResult.Refused
                    ? Reply.notFound("account")
                    : Reply.done(Paths.of(customer.id()), Done.UNBLOCKED);
        });
    }
}

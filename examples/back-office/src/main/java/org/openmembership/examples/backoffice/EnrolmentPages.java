package org.openmembership.examples.backoffice;

import java.util.Optional;
import org.openmembership.card.CardNumber;
import org.openmembership.cards.CardResult;
import org.openmembership.club.ClubId;
import org.openmembership.customer.Customer;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.examples.backoffice.AccountCards.Held;
import org.openmembership.member.Member;
import org.openmembership.shared.Texts;

/** Accounts in clubs, and the cards that identify them (B29, B33). */
final class EnrolmentPages {
    private EnrolmentPages() {}

    static Reply enrol(Call call, Customer customer) {
        Optional<Member> member = call.clerk().members().ofCustomer(customer.id());
        if (member.isEmpty()) {
            return Reply.notFound("member");
        }
        EnrolmentResult result = call.clerk()
                .enrolment()
                .enrol(member.get().id(), ClubId.of(call.form().value("club")));
        if (result instanceof EnrolmentResult.Enrolled) {
            return Reply.done(Paths.of(customer.id()), Done.ENROLLED);
        }
        EnrolmentResult.Refused refused = (EnrolmentResult.Refused) result;
        return Reply.conflict(CustomerPages.below(
                customer,
                "Not enrolled",
                Parts.paragraph("The library says: " + Words.of(refused.reason()) + "."),
                Parts.actions(Parts.action(Paths.of(customer.id()), "Back"))));
    }

    static Reply cardForm(Call call, Customer customer) {
        return AccountCards.on(call, customer, held -> Reply.page(page(call, customer, held, Answers.NONE)));
    }

    private static Page page(Call call, Customer customer, Held held, Answers answers) {
        Markup form = Form.to(Paths.of(customer.id(), held.account().id(), "card"), call, answers)
                .line(Field.required("number", "Card number").hint("Scan it or type it in"))
                .send("Hand out", Paths.of(customer.id()));
        return CustomerPages.below(
                customer,
                "Hand out a card",
                Parts.paragraph("Whoever shows the card collects on this account in "
                        + held.club().name() + "."),
                form);
    }

    static Reply handOut(Call call, Customer customer) {
        return AccountCards.on(call, customer, held -> handOut(call, customer, held));
    }

    private static Reply handOut(Call call, Customer customer, Held held) {
        String number = call.form().value("number");
        String problem = Texts.problemOfCode(number, CardNumber.MAX_LENGTH);
        if (problem != null) {
            return Reply.wrong(page(call, customer, held, call.form().refused("number", problem)));
        }
        Optional<Member> member = call.clerk().members().ofCustomer(customer.id());
        CardResult result = call.clerk()
                .cards()
                .assign(
                        CardNumber.of(number),
                        held.account().id(),
                        member.map(Member::id).orElse(null));
        if (result instanceof CardResult.Refused refused) {
            String why = refused.reason() == CardResult.Reason.TAKEN
                    ? "belongs to another account"
                    : "cannot be handed out: " + Words.of(refused.reason());
            return Reply.wrong(page(call, customer, held, call.form().refused("number", why)));
        }
        return Reply.done(Paths.of(customer.id()), Done.CARD_ASSIGNED);
    }
}

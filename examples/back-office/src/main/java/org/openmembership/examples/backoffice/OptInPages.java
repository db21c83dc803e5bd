package org.openmembership.examples.backoffice;

import org.openmembership.consents.ConfirmationResult;
import org.openmembership.consents.Consents;
import org.openmembership.consents.OptInStatus;
import org.openmembership.user.OptInId;

/**
 * Confirming a consent by the code that was sent to the address itself (C10, R6). It stands for the page of the shop's web
 * site to which the message leads: no clerk confirms anything.
 *
 * @param web the library as that site calls it
 */
record OptInPages(Words words, Consents web) {
    Reply show(Call call) {
        OptInStatus status = web.status(id(call));
        return switch (status) {
            case UNKNOWN -> Reply.notFound("consent");
            case AWAITING_CONFIRMATION -> Reply.page(form(call, Answers.NONE));
            case CONFIRMED -> Reply.page(told("Confirmed", "The customer may be written to."));
            case EXPIRED ->
                Reply.page(told("Too late", "The code has expired, or the customer has said something else since."));
        };
    }

    private static OptInId id(Call call) {
        return OptInId.of(call.inPath("optIn"));
    }

    private static Page form(Call call, Answers answers) {
        return Page.of(
                        "Confirm the consent",
                        Parts.paragraph(
                                "This page stands for the one on the shop's web site to which the message leads."
                                        + " Nothing but this one message is sent until the code is typed in."),
                        Form.to(Paths.of(id(call)), call, answers)
                                .line(Field.required("code", "Code").code().hint("Eight digits, from the message"))
                                .send("Confirm", null))
                .under("Outbox", Paths.OUTBOX);
    }

    private static Page told(String title, String what) {
        return Page.of(title, Parts.paragraph(what), Parts.actions(Parts.action(Paths.CUSTOMERS, "Customers")))
                .under("Outbox", Paths.OUTBOX);
    }

    Reply confirm(Call call) {
        ConfirmationResult result = web.confirm(id(call), call.form().value("code"));
        if (result instanceof ConfirmationResult.Confirmed confirmed) {
            return Reply.done(Paths.of(confirmed.consent().customer(), "consent"), Done.CONSENT_CONFIRMED);
        }
        if (result instanceof ConfirmationResult.Wrong wrong && wrong.attemptsLeft() > 0) {
            return wrong(call, "is not the one that was sent; " + wrong.attemptsLeft() + " more tries");
        }
        if (result instanceof ConfirmationResult.Wait wait) {
            return wrong(
                    call, "must wait until " + words.minute(wait.until()) + ", too many wrong ones came from here");
        }
        return show(call);
    }

    private static Reply wrong(Call call, String why) {
        return Reply.wrong(form(call, Answers.NONE.refused("code", why)));
    }
}

package org.openmembership.examples.backoffice;

import java.util.Map;
import org.openmembership.Membership;
import org.openmembership.inviting.DeclineResult;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.VerificationResult;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.user.InvitationId;

/**
 * The pages to which an invitation leads: on one the customer accepts it, on the other whoever got it says that it was meant for
 * somebody else (C49). They stand for those of the shop's web site; looking at them uses nothing up (R6).
 *
 * @param web the library as that site calls it
 */
record AcceptancePages(Words words, Membership web) {
    private static final String SECRET = "secret";

    Reply show(Call call) {
        return Reply.page(page(call, answers(call)));
    }

    /** What the link of the message has brought along. */
    private static Answers answers(Call call) {
        String secret = call.asked(SECRET);
        return secret.isEmpty() ? Answers.NONE : Answers.of(Map.of(SECRET, secret));
    }

    private static InvitationId id(Call call) {
        return InvitationId.of(call.inPath("invitation"));
    }

    private static Page page(Call call, Answers answers) {
        Form form = Form.to(Paths.of(id(call)), call, answers);
        boolean byLink = carry(form, answers);
        Field email = Field.required("email", "Email").email().hint("The address the message came to");
        RegistrationPages.personal(form, email, "I have read and accept the terms of 1997");
        return Page.of(
                        "You are invited",
                        Parts.aside("This page stands for the one of the shop's web site to which the message leads."),
                        Parts.paragraph("Become a member, and all you have bought in the store is yours to see."
                                + (byLink ? " Your link has brought the code along." : "")),
                        form.send("Become a member", null),
                        Parts.aside("Are you somebody else? Then this message was not meant for you."),
                        Parts.actions(Parts.link(
                                Paths.of(id(call)) + "/decline"
                                        + (byLink ? "?secret=" + Paths.encoded(answers.value(SECRET)) : ""),
                                "This is not me")))
                .under("Outbox", Paths.OUTBOX);
    }

    /** Who came by the link need not type its secret, unless it turned out wrong; who did not has to. */
    private static boolean carry(Form form, Answers answers) {
        boolean byLink =
                !answers.value(SECRET).isEmpty() && answers.wrongWith(SECRET).isEmpty();
        if (byLink) {
            form.hidden(SECRET, answers.value(SECRET));
        } else {
            form.line(Field.required(SECRET, "Code").code().hint("Eight digits, from the message"));
        }
        return byLink;
    }

    Reply showDeclining(Call call) {
        return Reply.page(declining(call, answers(call)));
    }

    private static Page declining(Call call, Answers answers) {
        Form form = Form.to(Paths.of(id(call)) + "/decline", call, answers);
        carry(form, answers);
        return Page.of(
                        "This is not me",
                        Parts.paragraph(
                                "The shop wanted to write to somebody else. Tell it so, and it does not write to you"
                                        + " about this again. Nothing of yours or theirs is shown to anybody."),
                        form.send("This is not me", Paths.of(id(call))))
                .under("Outbox", Paths.OUTBOX);
    }

    Reply decline(Call call) {
        Answers answers = call.form();
        DeclineResult result = web.inviting().decline(id(call), answers.value(SECRET));
        if (result instanceof DeclineResult.Wrong wrong && wrong.attemptsLeft() > 0) {
            return Reply.wrong(declining(call, answers.refused(SECRET, wrong(wrong.attemptsLeft()))));
        }
        if (result instanceof DeclineResult.Wait wait) {
            return Reply.wrong(
                    declining(call, answers.refused(SECRET, "must wait until " + words.minute(wait.until()))));
        }
        if (result instanceof DeclineResult.Declined) {
            return Reply.page(told("Thank you", "The shop does not write to you about this again."));
        }
        return Reply.conflict(told(
                "Not any more",
                result instanceof DeclineResult.Accepted
                        ? "Somebody has registered with this invitation already. Please ask the shop."
                        : "The invitation is over already: nothing more comes of it."));
    }

    private static String wrong(int attemptsLeft) {
        return "is not the one sent to this email; " + attemptsLeft + " more tries";
    }

    private static Page told(String title, String what) {
        return Page.of(title, Parts.paragraph(what), Parts.actions(Parts.action(Paths.OUTBOX, "Outbox")))
                .under("Outbox", Paths.OUTBOX);
    }

    Reply accept(Call call) {
        Answers answers = call.form().checkDay("birthdate");
        Registrant registrant = RegistrationPages.registrant(answers, "WEB");
        try {
            return reply(web.registration().accept(id(call), answers.value(SECRET), registrant), call, answers);
        } catch (InvalidRequestException wrong) {
            return Reply.wrong(page(call, answers.refused(wrong.violations())));
        }
    }

    private Reply reply(VerificationResult result, Call call, Answers answers) {
        if (result instanceof VerificationResult.Verified verified) {
            return Reply.done(RegistrationPages.home(call, verified.member()), Done.ACCEPTED);
        }
        if (result instanceof VerificationResult.Wrong wrong && wrong.attemptsLeft() > 0) {
            return Reply.wrong(page(call, answers.refused(SECRET, wrong(wrong.attemptsLeft()))));
        }
        if (result instanceof VerificationResult.Wait wait) {
            return Reply.wrong(page(call, answers.refused(SECRET, "must wait until " + words.minute(wait.until()))));
        }
        return Reply.conflict(told("Not any more", why(result)));
    }

    private static String why(VerificationResult result) {
        if (result instanceof VerificationResult.EmailTaken) {
            return "Another member has this address already.";
        }
        if (result instanceof VerificationResult.UserDisabled) {
            return "You have registered before, and the shop has switched the login off. Please ask the shop.";
        }
        return result instanceof VerificationResult.CustomerInactive
                ? "The shop has switched this account off for now. Please ask the shop; the invitation waits."
                : "The invitation is over: it is too old, was mistyped too often, was called off, or went to another"
                        + " address. The shop can send a new one.";
    }
}

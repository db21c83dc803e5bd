package org.openmembership.examples.backoffice;

import java.util.Map;
import org.openmembership.customer.Customer;
import org.openmembership.inviting.InvitationResult;
import org.openmembership.registration.MemberRegistration;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.VerificationResult;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.user.InvitationId;

/**
 * Inviting a customer to register, and the page on which the customer accepts (C49). That page stands for the one of the
 * shop's web site to which the message leads; looking at it uses nothing up (R6).
 *
 * @param web the library as that site calls it
 */
record InvitationPages(Words words, MemberRegistration web) {
    private static final String SECRET = "secret";

    /** The button on the page of a customer who can be written to and has no member. */
    static Markup button(Call call, Customer customer) {
        return customer.email() == null
                ? Markup.NONE
                : Form.to(Paths.of(customer.id(), "invite"), call).send("Invite to become a member", null);
    }

    Reply invite(Call call, Customer customer) {
        InvitationResult result = call.clerk().inviting().invite(customer.id());
        if (result instanceof InvitationResult.Invited) {
            return Reply.done(Paths.of(customer.id()), Done.INVITED);
        }
        String why = result instanceof InvitationResult.Refused refused
                ? why(refused)
                : "Too many messages were asked for. Wait until "
                        + words.minute(((InvitationResult.Wait) result).until()) + ".";
        return Reply.conflict(CustomerPages.below(
                customer,
                "Not invited",
                Parts.paragraph(why),
                Parts.actions(Parts.action(Paths.of(customer.id()), "Back"))));
    }

    private static String why(InvitationResult.Refused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_CUSTOMER -> "The customer is not there any more.";
            case NO_EMAIL -> "There is no email to write to.";
            case INACTIVE -> "The customer is inactive or waits for approval.";
            case DEFAULT_CUSTOMER -> "This record stands for whoever is not named.";
            case HAS_MEMBER -> "The customer is a member already.";
            case ADDRESS_TAKEN -> "Another member signs in with this email: merge the two instead.";
        };
    }

    Reply show(Call call) {
        String secret = call.asked(SECRET);
        return Reply.page(page(call, secret.isEmpty() ? Answers.NONE : Answers.of(Map.of(SECRET, secret))));
    }

    private static InvitationId id(Call call) {
        return InvitationId.of(call.inPath("invitation"));
    }

    /** Who came by the link need not type its secret, unless it turned out wrong. */
    private static Page page(Call call, Answers answers) {
        Form form = Form.to(Paths.of(id(call)), call, answers);
        boolean byLink =
                !answers.value(SECRET).isEmpty() && answers.wrongWith(SECRET).isEmpty();
        if (byLink) {
            form.hidden(SECRET, answers.value(SECRET));
        } else {
            form.line(Field.required(SECRET, "Code").code().hint("Eight digits, from the message"));
        }
        Field email = Field.required("email", "Email").email().hint("The address the message came to");
        RegistrationPages.personal(form, email, "I have read and accept the terms of 1997");
        return Page.of(
                        "You are invited",
                        Parts.aside("This page stands for the one of the shop's web site to which the message leads."),
                        Parts.paragraph("Become a member, and all you have bought in the store is yours to see."
                                + (byLink ? " Your link has brought the code along." : "")),
                        form.send("Become a member", null))
                .under("Outbox", Paths.OUTBOX);
    }

    Reply accept(Call call) {
        Answers answers = call.form().checkDay("birthdate");
        Registrant registrant = RegistrationPages.registrant(answers, "WEB");
        try {
            return reply(web.accept(id(call), answers.value(SECRET), registrant), call, answers);
        } catch (InvalidRequestException wrong) {
            return Reply.wrong(page(call, answers.refused(wrong.violations())));
        }
    }

    private Reply reply(VerificationResult result, Call call, Answers answers) {
        if (result instanceof VerificationResult.Verified verified) {
            return Reply.done(RegistrationPages.home(call, verified.member()), Done.ACCEPTED);
        }
        if (result instanceof VerificationResult.Wrong wrong && wrong.attemptsLeft() > 0) {
            String why = "is not the one sent to this email; " + wrong.attemptsLeft() + " more tries";
            return Reply.wrong(page(call, answers.refused(SECRET, why)));
        }
        if (result instanceof VerificationResult.Wait wait) {
            return Reply.wrong(page(call, answers.refused(SECRET, "must wait until " + words.minute(wait.until()))));
        }
        boolean taken = result instanceof VerificationResult.EmailTaken;
        return Reply.conflict(Page.of(
                        "Not any more",
                        Parts.paragraph(
                                taken
                                        ? "Another member has this address already."
                                        : "The invitation is over: it is too old, was mistyped too often, or went to"
                                                + " another address. The shop can send a new one."),
                        Parts.actions(Parts.action(Paths.OUTBOX, "Outbox")))
                .under("Outbox", Paths.OUTBOX));
    }
}

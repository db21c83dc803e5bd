package org.openmembership.examples.backoffice;

import java.util.Optional;
import org.openmembership.customer.Customer;
import org.openmembership.invitation.InvitationState;
import org.openmembership.inviting.InvitationResult;
import org.openmembership.inviting.InvitationStanding;
import org.openmembership.inviting.Withdrawal;

/** Inviting a customer to register, looking at how that stands, and calling it off (C49). */
record InvitationPages(Words words) {
    /** On the page of a customer who has no member: what there is to be done about inviting. */
    Markup about(Call call, Customer customer) {
        if (customer.email() == null) {
            return Markup.NONE;
        }
        Optional<InvitationStanding> standing = call.clerk().inviting().of(customer.id());
        return standing.filter(found -> found.state() != InvitationState.WITHDRAWN)
                .map(found -> Markup.all(
                        Parts.facts(facts(found)),
                        Parts.actions(Parts.action(Paths.of(customer.id(), "invitation"), "Invitation"))))
                .orElseGet(() -> button(call, customer, "Invite to become a member"));
    }

    private static Markup button(Call call, Customer customer, String words) {
        return Form.to(Paths.of(customer.id(), "invite"), call).send(words, null);
    }

    private Markup facts(InvitationStanding standing) {
        boolean open = standing.state() == InvitationState.OPEN;
        return Markup.all(
                Parts.fact("Invitation", badge(standing.state())),
                Parts.fact("Sent", words.minute(standing.invitedAt())),
                Parts.fact("Works until", !open || standing.until() == null ? null : words.minute(standing.until())));
    }

    private static Markup badge(InvitationState state) {
        return switch (state) {
            case OPEN -> Parts.badge("warn", "Not answered yet");
            case ACCEPTED -> Parts.badge("good", "Accepted");
            case WITHDRAWN -> Parts.badge("plain", "Withdrawn");
            case DECLINED -> Parts.badge("bad", "\"That is not me\"");
        };
    }

    Reply show(Call call, Customer customer) {
        return call.clerk()
                .inviting()
                .of(customer.id())
                .map(standing -> Reply.page(page(call, customer, standing)))
                .orElseGet(() -> Reply.notFound("invitation"));
    }

    private Page page(Call call, Customer customer, InvitationStanding standing) {
        return CustomerPages.below(
                customer,
                "Invitation",
                Parts.section(
                        "To "
                                + (customer.email() == null
                                        ? "nobody"
                                        : customer.email().typed()),
                        Parts.facts(facts(standing)),
                        Parts.paragraph(meaning(standing.state())),
                        standing.state() == InvitationState.OPEN ? withdrawing(call, customer) : Markup.NONE),
                Parts.actions(Parts.link(Paths.of(customer.id()), "Back to " + CustomerPages.name(customer))));
    }

    private static String meaning(InvitationState state) {
        return switch (state) {
            case OPEN -> "Whoever follows the link of the message registers with all that this customer has bought.";
            case ACCEPTED -> "The customer has registered with it.";
            case WITHDRAWN -> "The link of the message leads nowhere. The customer can be invited again.";
            case DECLINED ->
                "Whoever has this mailbox says that it is somebody else's, and is not written to again. Ask the customer"
                        + " for the right address.";
        };
    }

    private static Markup withdrawing(Call call, Customer customer) {
        return Markup.all(
                Form.to(Paths.of(customer.id(), "invite"), call).sendQuietly("Send it again"),
                Form.to(Paths.of(customer.id(), "invitation/withdraw"), call)
                        .words(Parts.aside("Withdrawn, the link of the message leads nowhere; you can invite again."))
                        .sendForGood("Withdraw the invitation", null));
    }

    Reply withdraw(Call call, Customer customer) {
        Withdrawal result = call.clerk().inviting().withdraw(customer.id());
        return switch (result) {
            case WITHDRAWN, UNCHANGED -> Reply.done(Paths.of(customer.id(), "invitation"), Done.INVITATION_WITHDRAWN);
            case ACCEPTED, DECLINED -> Reply.done(Paths.of(customer.id(), "invitation"), Done.NOTHING_CHANGED);
            case UNKNOWN_CUSTOMER, NOT_INVITED -> Reply.notFound("invitation");
        };
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
            case DECLINED -> "Whoever has this mailbox says that it is somebody else's. Correct the email first.";
        };
    }
}

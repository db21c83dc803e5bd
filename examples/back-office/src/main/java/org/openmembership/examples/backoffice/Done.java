package org.openmembership.examples.backoffice;

/** What a page that follows a change says of it. */
enum Done {
    SAVED("Saved."),
    NOTHING_CHANGED("Nothing was changed."),
    REGISTERED(
            "Registered. The code is on its way by mail; it is on the outbox page, which stands for the mail server."),
    RESENT("A new message is on its way; the code of the one before is dead."),
    VERIFIED("The address is proven, and the member active."),
    INVITED("The invitation is on its way; it is on the outbox page, which stands for the mail server."),
    INVITATION_WITHDRAWN("The invitation is withdrawn; the link of its message leads nowhere."),
    ACCEPTED("The invitation is accepted, and the member active."),
    ENVOY_CHANGED("Kept; this is how the envoy stands now."),
    ENROLLED("The member has joined the club."),
    CARD_ASSIGNED("The card identifies this account from now on."),
    ADJUSTED("The points are corrected."),
    PROPOSED("That is more than you may correct alone. It waits for a supervisor on the approvals page."),
    APPROVED("Approved. The points are corrected."),
    REJECTED("Rejected. No points have moved."),
    CHARGED("Charged to the customer's account."),
    PAID("The payment is taken."),
    NOTED("The note is kept."),
    DISMISSED("These two are not suggested again."),
    CONSENT_ASKED("Saved. The customer confirms it by a message that is on its way; it is on the outbox page."),
    CONSENT_CONFIRMED("Confirmed. The customer may be written to."),
    UNSUBSCRIBED("The customer is written to by nothing any more, and has left every list."),
    MERGED("They are one customer now."),
    ASKED_TO_AGREE("Both are asked. Their messages are on the outbox page, which stands for the mail server."),
    AGREED("You have agreed."),
    DECLINED("You have declined."),
    UNMERGED("They are customers of their own again."),
    LEADS_HERE("That record was merged; this is the customer it is a part of."),
    BLOCKED("The account is blocked."),
    UNBLOCKED("The account is identified and spends again."),
    ERASURE_REQUESTED("It is asked for; the person is told by mail. Nothing is erased yet."),
    ERASURE_WITHDRAWN("The request is withdrawn; nothing was erased."),
    ERASED("Everything personal is gone. This is the receipt.");

    private final String words;

    Done(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}

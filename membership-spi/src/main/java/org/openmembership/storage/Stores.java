package org.openmembership.storage;

import org.openmembership.access.AuditTrailStore;
import org.openmembership.account.AccountStore;
import org.openmembership.account.SchemeStore;
import org.openmembership.audit.AuditStore;
import org.openmembership.card.CardStore;
import org.openmembership.club.ClubStore;
import org.openmembership.consent.ConsentStore;
import org.openmembership.customer.CustomerStore;
import org.openmembership.directory.DirectoryStore;
import org.openmembership.duplicate.DuplicateStore;
import org.openmembership.envoy.EnvoyStore;
import org.openmembership.flow.FlowStore;
import org.openmembership.giftcard.GiftCardStore;
import org.openmembership.group.GroupStore;
import org.openmembership.idempotency.CommandStore;
import org.openmembership.invitation.InvitationStore;
import org.openmembership.journal.JournalStore;
import org.openmembership.ledger.EarningStore;
import org.openmembership.ledger.LedgerStore;
import org.openmembership.member.MemberStore;
import org.openmembership.merge.MergeStore;
import org.openmembership.note.NoteStore;
import org.openmembership.onaccount.OnAccountStore;
import org.openmembership.outbox.OutboxStore;
import org.openmembership.privacy.PrivacyStore;
import org.openmembership.purchase.PurchaseStore;
import org.openmembership.purchase.WaitingSaleStore;
import org.openmembership.user.ConfirmationStore;
import org.openmembership.user.CredentialStore;
import org.openmembership.user.NotificationStore;
import org.openmembership.user.ThrottleStore;
import org.openmembership.user.UserStore;
import org.openmembership.warning.WarningStore;

/**
 * The stores of one unit of work; not usable after it ends, nor from another thread.
 *
 * <p>A storage may hold writes back and send them together at the end, in an order that suits it; a read sees them
 * nevertheless. Work is cheapest that reads everything before it writes anything.
 */
public interface Stores {
    CommandStore commands();

    CustomerStore customers();

    DirectoryStore directory();

    OnAccountStore onAccount();

    NoteStore notes();

    DuplicateStore duplicates();

    ConsentStore consents();

    GroupStore groups();

    MergeStore merges();

    InvitationStore invitations();

    UserStore users();

    CredentialStore credentials();

    ConfirmationStore confirmations();

    ThrottleStore throttles();

    NotificationStore notifications();

    MemberStore members();

    EnvoyStore envoys();

    ClubStore clubs();

    AccountStore accounts();

    SchemeStore schemes();

    CardStore cards();

    GiftCardStore giftCards();

    PurchaseStore purchases();

    WaitingSaleStore waitingSales();

    LedgerStore ledger();

    JournalStore journals();

    FlowStore flows();

    EarningStore earning();

    WarningStore warnings();

    AuditStore audit();

    AuditTrailStore auditTrail();

    PrivacyStore privacy();

    OutboxStore outbox();
}

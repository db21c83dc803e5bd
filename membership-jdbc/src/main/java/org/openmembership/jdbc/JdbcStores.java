package org.openmembership.jdbc;

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
import org.openmembership.storage.Stores;
import org.openmembership.user.ConfirmationStore;
import org.openmembership.user.CredentialStore;
import org.openmembership.user.NotificationStore;
import org.openmembership.user.ThrottleStore;
import org.openmembership.user.UserStore;
import org.openmembership.warning.WarningStore;

/** The stores of one try at a unit of work; each is as light as the unit it asks. */
final class JdbcStores implements Stores {
    private final JdbcUnit unit;

    JdbcStores(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public CommandStore commands() {
        return new JdbcCommandStore(unit);
    }

    @Override
    public CustomerStore customers() {
        return new JdbcCustomerStore(unit);
    }

    @Override
    public DirectoryStore directory() {
        return new JdbcDirectoryStore(unit);
    }

    @Override
    public OnAccountStore onAccount() {
        return new JdbcOnAccountStore(unit);
    }

    @Override
    public NoteStore notes() {
        return new JdbcNoteStore(unit);
    }

    @Override
    public DuplicateStore duplicates() {
        return new JdbcDuplicateStore(unit);
    }

    @Override
    public ConsentStore consents() {
        return new JdbcConsentStore(unit);
    }

    @Override
    public GroupStore groups() {
        return new JdbcGroupStore(unit);
    }

    @Override
    public MergeStore merges() {
        return new JdbcMergeStore(unit);
    }

    @Override
    public InvitationStore invitations() {
        return new JdbcInvitationStore(unit);
    }

    @Override
    public UserStore users() {
        return new JdbcUserStore(unit);
    }

    @Override
    public CredentialStore credentials() {
        return new JdbcCredentialStore(unit);
    }

    @Override
    public ConfirmationStore confirmations() {
        return new JdbcConfirmationStore(unit);
    }

    @Override
    public ThrottleStore throttles() {
        return new JdbcThrottleStore(unit);
    }

    @Override
    public NotificationStore notifications() {
        return new JdbcNotificationStore(unit);
    }

    @Override
    public MemberStore members() {
        return new JdbcMemberStore(unit);
    }

    @Override
    public EnvoyStore envoys() {
        return new JdbcEnvoyStore(unit);
    }

    @Override
    public ClubStore clubs() {
        return new JdbcClubStore(unit);
    }

    @Override
    public AccountStore accounts() {
        return new JdbcAccountStore(unit);
    }

    @Override
    public SchemeStore schemes() {
        return new JdbcSchemeStore(unit);
    }

    @Override
    public CardStore cards() {
        return new JdbcCardStore(unit);
    }

    @Override
    public GiftCardStore giftCards() {
        return new JdbcGiftCardStore(unit);
    }

    @Override
    public PurchaseStore purchases() {
        return new JdbcPurchaseStore(unit);
    }

    @Override
    public WaitingSaleStore waitingSales() {
        return new JdbcWaitingSaleStore(unit);
    }

    @Override
    public LedgerStore ledger() {
        return new JdbcLedgerStore(unit);
    }

    @Override
    public JournalStore journals() {
        return new JdbcJournalStore(unit);
    }

    @Override
    public FlowStore flows() {
        return new JdbcFlowStore(unit);
    }

    @Override
    public EarningStore earning() {
        return new JdbcEarningStore(unit);
    }

    @Override
    public WarningStore warnings() {
        return new JdbcWarningStore(unit);
    }

    @Override
    public AuditStore audit() {
        return new JdbcAuditStore(unit);
    }

    @Override
    public AuditTrailStore auditTrail() {
        return new JdbcAuditTrailStore(unit);
    }

    @Override
    public PrivacyStore privacy() {
        return new JdbcPrivacyStore(unit);
    }

    @Override
    public OutboxStore outbox() {
        return new JdbcOutboxStore(unit);
    }
}

package org.openmembership.testkit;

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

/** The stores of one unit of work or read, all over one state; closed when it ends. */
final class InMemoryStores implements Stores, AutoCloseable {
    private final State state;
    private final Thread owner = Thread.currentThread();
    private boolean open = true;

    InMemoryStores(State state) {
        this.state = state;
    }

    @Override
    public CommandStore commands() {
        return new InMemoryCommands(state());
    }

    @Override
    public CustomerStore customers() {
        return new InMemoryCustomers(state());
    }

    @Override
    public DirectoryStore directory() {
        return new InMemoryDirectory(state());
    }

    @Override
    public OnAccountStore onAccount() {
        return new InMemoryOnAccount(state());
    }

    @Override
    public NoteStore notes() {
        return new InMemoryNotes(state());
    }

    @Override
    public DuplicateStore duplicates() {
        return new InMemoryDuplicates(state());
    }

    @Override
    public ConsentStore consents() {
        return new InMemoryConsents(state());
    }

    @Override
    public GroupStore groups() {
        return new InMemoryGroups(state());
    }

    @Override
    public MergeStore merges() {
        return new InMemoryMerges(state());
    }

    @Override
    public InvitationStore invitations() {
        return new InMemoryInvitations(state());
    }

    @Override
    public UserStore users() {
        return new InMemoryUsers(state());
    }

    @Override
    public CredentialStore credentials() {
        return new InMemoryCredentials(state());
    }

    @Override
    public ConfirmationStore confirmations() {
        return new InMemoryConfirmations(state());
    }

    @Override
    public ThrottleStore throttles() {
        return new InMemoryThrottles(state());
    }

    @Override
    public NotificationStore notifications() {
        return new InMemoryNotifications(state());
    }

    @Override
    public MemberStore members() {
        return new InMemoryMembers(state());
    }

    @Override
    public EnvoyStore envoys() {
        return new InMemoryEnvoys(state());
    }

    @Override
    public ClubStore clubs() {
        return new InMemoryClubs(state());
    }

    @Override
    public AccountStore accounts() {
        return new InMemoryAccounts(state());
    }

    @Override
    public SchemeStore schemes() {
        return new InMemorySchemes(state);
    }

    @Override
    public CardStore cards() {
        return new InMemoryCards(state());
    }

    @Override
    public GiftCardStore giftCards() {
        return new InMemoryGiftCards(state());
    }

    @Override
    public PurchaseStore purchases() {
        return new InMemoryPurchases(state());
    }

    @Override
    public WaitingSaleStore waitingSales() {
        return new InMemoryWaitingSales(state());
    }

    @Override
    public LedgerStore ledger() {
        return new InMemoryLedger(state());
    }

    @Override
    public JournalStore journals() {
        return new InMemoryJournals(state());
    }

    @Override
    public FlowStore flows() {
        return new InMemoryFlows(state());
    }

    @Override
    public EarningStore earning() {
        return new InMemoryEarning(state());
    }

    @Override
    public WarningStore warnings() {
        return new InMemoryWarnings(state());
    }

    @Override
    public AuditStore audit() {
        return new InMemoryAudit(state());
    }

    @Override
    public AuditTrailStore auditTrail() {
        return new InMemoryAuditTrail(state());
    }

    @Override
    public PrivacyStore privacy() {
        return new InMemoryPrivacy(state());
    }

    @Override
    public OutboxStore outbox() {
        return new InMemoryOutbox(state());
    }

    @Override
    public void close() {
        open = false;
        state.freeze();
    }

    private State state() {
        if (!open || Thread.currentThread() != owner) {
            throw new IllegalStateException("stores are usable only inside their unit of work, in its thread");
        }
        return state;
    }
}

package org.openmembership.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openmembership.access.AuditRecord;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemeStanding;
import org.openmembership.card.CardBatch;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.card.SeriesCounter;
import org.openmembership.club.ClubId;
import org.openmembership.club.ClubVersion;
import org.openmembership.club.SchemeId;
import org.openmembership.consent.Consent;
import org.openmembership.consent.OptIn;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.duplicate.CustomerPair;
import org.openmembership.duplicate.Dismissal;
import org.openmembership.envoy.Envoy;
import org.openmembership.envoy.EnvoyReward;
import org.openmembership.envoy.EnvoySettings;
import org.openmembership.envoy.InviteCode;
import org.openmembership.envoy.Recruit;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardAnswer;
import org.openmembership.giftcard.GiftCardCode;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.GroupMembership;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.invitation.Invitation;
import org.openmembership.journal.Journal;
import org.openmembership.ledger.AdjustedDay;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointCount;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.Registration;
import org.openmembership.merge.Agreement;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeId;
import org.openmembership.note.Note;
import org.openmembership.note.NoteId;
import org.openmembership.onaccount.CommentedEntry;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.outbox.EventId;
import org.openmembership.outbox.KeptEvent;
import org.openmembership.outbox.OutboxTurn;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.Tombstone;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.purchase.SaleAssignment;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.shared.Block;
import org.openmembership.shared.Document;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.Confirmation;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.Credential;
import org.openmembership.user.InvitationId;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.OptInId;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.Throttle;
import org.openmembership.user.ThrottleKey;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;
import org.openmembership.warning.ExpiryWarning;

/**
 * Everything that is kept, as tables with their indexes. A unit of work changes a copy, which becomes what is kept or is
 * forgotten; what is kept is frozen.
 */
final class State {
    /** In the order of the fields below, in every state. */
    private final List<Table<?, ?>> all = new ArrayList<>();

    private final List<Runnable> whenChanged = new ArrayList<>();

    /** By operation, key, club. */
    final Table<Key, RecordedCommand> commands = table();

    final Table<CustomerId, Customer> customers = table();
    final Table<ExternalKey, CustomerId> customersByReference = table();
    final Table<AccountCode, CustomerId> customersByAccountCode = table();
    /** By email key, creation, id. */
    final Table<Key, CustomerId> customersByEmail = table();

    final Table<CustomerId, CustomerAccount> onAccounts = table();
    /** By customer, number. */
    final Table<Key, CommentedEntry> onAccountEntries = table();
    /** The place of an entry, by kind, key. */
    final Table<Key, Key> onAccountEntriesByKey = table();

    final Table<ErasureId, Erasure> erasures = table();
    /** By the names of those who are gone, erasure. */
    final Table<Key, Tombstone> tombstones = table();

    final Table<NoteId, Note> notes = table();
    final Table<ExternalKey, NoteId> notesByKey = table();

    final Table<CustomerPair, Dismissal> dismissals = table();
    final Table<MergeId, Merge> merges = table();
    final Table<ExternalKey, MergeId> mergesByKey = table();
    /** By member, other. */
    final Table<Key, Agreement> agreements = table();
    /** Where merged customers lead. */
    final Table<CustomerId, CustomerId> redirects = table();
    /** Where merged members lead. */
    final Table<MemberId, MemberId> memberRedirects = table();
    /** By customer, channel. */
    final Table<Key, Consent> consents = table();
    /** All versions, by customer, channel, version. */
    final Table<Key, Consent> consentHistory = table();
    /** By channel, state, customer. */
    final Table<Key, CustomerId> consentsByState = table();

    final Table<OptInId, OptIn> optIns = table();
    /** By customer, channel, version of the consent. */
    final Table<Key, OptInId> optInsByConsent = table();

    final Table<CustomerGroupCode, CustomerGroup> groups = table();
    /** By group, customer. */
    final Table<Key, GroupMembership> groupMembers = table();

    final Table<InvitationId, Invitation> invitations = table();
    final Table<CustomerId, InvitationId> invitationsByCustomer = table();

    final Table<UserId, User> users = table();
    final Table<Username, UserId> usersByName = table();
    /** By the text of the email key. */
    final Table<String, UserId> usersByEmail = table();

    final Table<UserId, Credential> credentials = table();
    final Table<ConfirmationId, Confirmation> confirmations = table();
    /** By user, purpose, instant, id. */
    final Table<Key, ConfirmationId> confirmationsByUser = table();

    final Table<ThrottleKey, Throttle> throttles = table();
    /** By the instant of the last count, key. */
    final Table<Key, ThrottleKey> throttlesByInstant = table();

    final Table<Key, ThrottleKey> throttlesByAccount = table();

    final Table<NotificationId, Notification> notifications = table();
    /** The waiting ones, by due instant, id. */
    final Table<Key, NotificationId> notificationsDue = table();

    /** As last written; their links and references are kept apart. */
    final Table<MemberId, Member> members = table();

    final Table<ExternalKey, MemberId> membersByReference = table();
    final Table<UserId, MemberId> membersByUser = table();
    /** By email key, id. */
    final Table<Key, MemberId> membersByEmail = table();
    /** By phone, id. */
    final Table<Key, MemberId> membersByPhone = table();
    /** By member, instant, customer. */
    final Table<Key, CustomerLink> links = table();

    final Table<CustomerId, MemberId> membersByCustomer = table();
    final Table<RegistrationId, Registration> registrations = table();

    /** By club, number. */
    final Table<Key, ClubVersion> clubVersions = table();

    final Table<SchemeId, ClubId> schemeOwners = table();

    final Table<AccountId, MemberAccount> accounts = table();
    /** By club, id. */
    final Table<Key, AccountId> accountsByClub = table();
    /** Who shares what, by account, member. */
    final Table<Key, Share> shares = table();
    /** By member, club, account. */
    final Table<Key, AccountId> accountsByMember = table();
    /** By account, number. */
    final Table<Key, SchemeMove> moves = table();

    final Table<AccountId, SchemeStanding> schemeStandings = table();

    final Table<CardNumber, MembershipCard> cards = table();
    /** By what a scanner reads. */
    final Table<CardNumber, CardNumber> cardsByScan = table();
    /** By account, number. */
    final Table<Key, CardNumber> cardsByAccount = table();

    /** By club, series. */
    final Table<Key, SeriesCounter> seriesCounters = table();

    final Table<ExternalKey, CardBatch> cardBatches = table();
    final Table<RegistrationId, CardNumber> cardWishes = table();
    final Table<MemberId, Block> memberBlocks = table();

    final Table<PurchaseId, KeptPurchase> purchases = table();
    final Table<ExternalKey, PurchaseId> purchasesByKey = table();
    final Table<ExternalKey, SaleAssignment> saleAssignments = table();
    /** By sale, number. */
    final Table<Key, SaleAssignment> assignmentsBySale = table();
    /** By time, id. */
    final Table<Key, PurchaseId> purchasesByTime = table();
    /** By member, time, id. */
    final Table<Key, PurchaseId> purchasesByMember = table();
    /** By the purchase given back, the return, its line. */
    final Table<Key, ReturnedLine> returnsByOriginal = table();

    final Table<EntryId, PointEntry> entries = table();
    /** By related entry, id. */
    final Table<Key, EntryId> entriesByRelated = table();

    /** By club, number. */
    final Table<Key, Journal> journals = table();
    /** By club, key. */
    final Table<Key, Journal> journalsByKey = table();
    /** By club, the number of the journal that is undone. */
    final Table<Key, Journal> journalReversals = table();

    final Table<LotId, Lot> lots = table();
    /** By account, lot; only those with something left. */
    final Table<Key, LotId> openLots = table();
    /** By entry, 0 for the debt or 1 for a lot, lot, purpose. */
    final Table<Key, Allocation> allocations = table();
    /** By lot, entry, purpose. */
    final Table<Key, Allocation> allocationsByLot = table();
    /** By account, lot, window. */
    final Table<Key, ExpiryWarning> warnings = table();
    /** By purchase, account. */
    final Table<Key, WaitingSale> waitingSales = table();
    /** Those that wait, by who has them, purchase, account. */
    final Table<Key, Key> waitingByHolder = table();
    /** By account, key. */
    final Table<Key, Hold> holds = table();

    final Table<Key, HeldLots> heldLots = table();
    /** By the lot that the points came from, the lot a merge brought them to. */
    final Table<LotId, LotId> descents = table();
    /** Closed ones, with who has what they had. */
    final Table<AccountId, AccountId> successors = table();
    /** By closed account, who brought it. */
    final Table<AccountId, InMemoryAccountLines.Brought> bringers = table();
    /** By successor, closed account. */
    final Table<Key, AccountId> predecessors = table();

    /** By purchase, entry, line, kind. */
    final Table<Key, EarnedLine> earnedLines = table();

    /** By account, start, span, rule. */
    final Table<Key, PointCount> pointCounts = table();

    /** By actor and day. */
    final Table<Key, AdjustedDay> adjustedDays = table();

    final Table<EntryId, Document> explanations = table();

    final Table<MemberId, Envoy> envoys = table();
    final Table<InviteCode, MemberId> envoysByCode = table();
    /** By member, number. */
    final Table<Key, EnvoySettings> envoySettings = table();

    final Table<MemberId, Recruit> recruits = table();
    final Table<RegistrationId, InviteCode> envoyWishes = table();
    /** By sale, account, entry. */
    final Table<Key, EnvoyReward> envoyRewards = table();

    final Table<GiftCardId, GiftCard> giftCards = table();
    /** By hash. */
    final Table<String, GiftCardCode> giftCardCodes = table();
    /** The hash of a code, by card, name of kind. */
    final Table<Key, String> giftCardCodesByCard = table();
    /** By card, number. */
    final Table<Key, GiftCardEntry> giftCardEntries = table();
    /** The place of an entry that came of points, or went with them. */
    final Table<EntryId, Key> giftCardEntriesByPoints = table();
    /** By operation, key. */
    final Table<Key, GiftCardAnswer> giftCardAnswers = table();

    final Table<EventId, KeptEvent> events = table();
    /** Those that were not told yet, by instant, version, position, id. */
    final Table<Key, EventId> eventsWaiting = table();
    /** Those that were, in the same order. */
    final Table<Key, EventId> eventsTold = table();

    /** The last turn at telling; one row. */
    final Table<String, OutboxTurn> turns = table();
    /** By instant, id. */
    final Table<Key, AuditRecord> auditTrail = table();

    /** That a hold has, or had, points of lots of an account. */
    record HeldLots(Hold hold, Instant since, Instant until) {}

    /** That a member shares an account. */
    record Share(AccountId account, MemberId member, boolean main) {}

    State copy() {
        State copy = new State();
        for (int i = 0; i < all.size(); i++) {
            copy.all.get(i).startFrom(all.get(i));
        }
        return copy;
    }

    /** Has something done at the end, if anything has been changed by then. */
    void whenChanged(Runnable change) {
        whenChanged.add(change);
    }

    /** The unit of work has come to its end well. */
    void end() {
        if (all.stream().anyMatch(Table::isChanged)) {
            whenChanged.forEach(Runnable::run);
        }
        whenChanged.clear();
    }

    /** From now on every attempt to change anything here fails. */
    State freeze() {
        all.forEach(Table::freeze);
        return this;
    }

    private <K extends Comparable<? super K>, V> Table<K, V> table() {
        Table<K, V> table = new Table<>();
        all.add(table);
        return table;
    }
}

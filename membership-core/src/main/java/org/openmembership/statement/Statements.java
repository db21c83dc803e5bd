package org.openmembership.statement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointValue;
import org.openmembership.command.Caller;
import org.openmembership.document.ExplanationDocuments;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.ReceiptDetail;
import org.openmembership.shared.Document;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.step.Whose;
import org.openmembership.storage.Stores;

/** The door to what accounts and clubs hold and how it came about (A28, A29, B49). Nothing is written. Thread-safe. */
public final class Statements {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Statements(Caller caller) {
        this.caller = caller;
    }

    /** What an account holds now; empty for an unknown account. Reads one row while no lot has lapsed. */
    public Optional<Balance> balance(AccountId account) {
        Instant now = caller.now();
        Optional<MemberAccount> row = caller.read(stores -> find(account, stores));
        boolean answers = row.map(MemberAccount::head)
                .map(head -> head.answersAt(head.recordedAt(now)))
                .orElse(true);
        return answers
                ? row.map(found -> AccountReading.ofHead(found.head()))
                : of(account, reading -> reading.balance(now));
    }

    /**
     * What we would have answered at {@code at}: by what was recorded then, whatever was posted later for an earlier time.
     *
     * <p>Empty for an unknown account; zero for a time before its first entry.
     */
    public Optional<Balance> balanceAt(AccountId account, Instant at) {
        return of(account, reading -> reading.balanceAt(at.truncatedTo(ChronoUnit.MICROS)));
    }

    /**
     * What was recorded on an account from {@code from} until before {@code to}, and what it holds now; one consistent
     * answer, also while tills post (I30). Empty for an unknown account.
     */
    public Optional<Statement> of(AccountId account, Instant from, Instant to) {
        Instant now = caller.now();
        Instant first = from.truncatedTo(ChronoUnit.MICROS);
        Instant end = to.truncatedTo(ChronoUnit.MICROS);
        return of(account, reading -> reading.statement(first, end, now));
    }

    /**
     * All points of an account that will lapse, those held or not available yet included, by the instant at which they do, the
     * next first; what lasts for ever is left out. Empty for an unknown account.
     */
    public Optional<List<Outstanding>> expiring(AccountId account) {
        Instant now = caller.now();
        return of(account, reading -> reading.expiring(now));
    }

    /** Balance, total earned and total redeemed (A29), one consistent answer; empty for an unknown account. */
    public Optional<PointsSummary> summary(AccountId account) {
        Instant now = caller.now();
        return of(account, reading -> reading.summary(now));
    }

    /**
     * What a receipt says about the points of a sale (B19, B39): what it earned, what was redeemed and captured under the same
     * key, what of it waits to be posted (B40), and what is there now. Empty if nothing is recorded under the key.
     *
     * <p>Nine questions to the storage, however long the sale and its accounts' histories are. A sale that was given to
     * somebody else later shows what it did at first.
     */
    public Optional<ReceiptStatement> receipt(ExternalKey sale) {
        return receipt(sale, Set.of());
    }

    /** The same, counting redemptions and captures made under other keys as paying for the sale. */
    public Optional<ReceiptStatement> receipt(ExternalKey sale, Set<ExternalKey> payments) {
        return receipt(sale, payments, ReceiptDetail.SUMMARY);
    }

    /**
     * The same, with as much as is to be printed: of {@link ReceiptDetail#SCHEMES} also which scheme each account holds, which is
     * the next, what that gives, what is missing to it and by when (B22, B23, R46), as {@code review().explain} says it. That
     * takes one more question, and one for each measure by which a club of them judges.
     */
    public Optional<ReceiptStatement> receipt(ExternalKey sale, Set<ExternalKey> payments, ReceiptDetail detail) {
        Instant now = caller.now();
        ReceiptReading reading = new ReceiptReading(sale, payments, detail == ReceiptDetail.SCHEMES, now);
        return caller.steadily(reading::accounts, (accounts, stores) -> {
            if (accounts.isEmpty()) {
                caller.require(Permission.READ_STATEMENT, Subject.NOBODY);
            }
            accounts.forEach(account -> caller.require(
                    Permission.READ_STATEMENT,
                    Whose.account(account, Permission.READ_STATEMENT, caller.actor(), stores)));
            return reading.receipt(accounts, caller.clubs(), stores);
        });
    }

    /** The entries of an account, the latest first; empty for an unknown account. */
    public Page<PointEntry> entries(AccountId account, Page.Request page) {
        return caller.read(stores -> find(account, stores)
                .map(found -> stores.ledger().history(account, page))
                .orElseGet(() -> new Page<>(List.of(), null)));
    }

    /**
     * Why an entry is what it is: what it did to lots and debt, and, where a sale earned it, how its points were worked out,
     * as that was kept then (R37). Empty for an unknown account or entry.
     */
    public Optional<EntryExplanation> explain(EntryId id) {
        return caller.read(stores -> find(id.account(), stores)
                .flatMap(account -> stores.ledger().find(id))
                .map(entry -> explain(entry, stores)));
    }

    private static EntryExplanation explain(PointEntry entry, Stores stores) {
        EntryId first = new EntryId(
                entry.account(), entry.id().seq() - entry.cause().origin().part() + 1);
        boolean mayBeEarned = entry.kind() == EntryKind.SALE || entry.kind() == EntryKind.POSITIVE_ADJUSTMENT;
        Optional<Document> kept = mayBeEarned ? stores.earning().explanation(first) : Optional.empty();
        return new EntryExplanation(
                entry,
                stores.ledger().allocations(List.of(entry.id())),
                kept.map(ExplanationDocuments::read).orElse(null),
                kept.map(Document::json).orElse(null));
    }

    /**
     * What a club has handed out and still owes.
     *
     * @throws IllegalArgumentException for a club that is not published
     */
    public ClubStatement ofClub(ClubId club) {
        Instant now = caller.now();
        return caller.read(Permission.READ_STATEMENT, Subject.NOBODY, stores -> {
            PointValue value = caller.clubs()
                    .latest(club, now, stores)
                    .orElseThrow(() -> new IllegalArgumentException("club " + club + " is not published"))
                    .club()
                    .points()
                    .value();
            List<Outstanding> outstanding = stores.ledger().outstanding(club);
            Points open = Points.ZERO;
            for (Outstanding part : outstanding) {
                open = open.plus(part.points());
            }
            return new ClubStatement(club, stores.ledger().totals(club), outstanding, value.of(open));
        });
    }

    private <R> Optional<R> of(AccountId id, Function<AccountReading, R> question) {
        return caller.steadily(stores -> Set.of(id), (found, stores) -> {
            Optional<MemberAccount> account = found.stream().findFirst();
            requireReader(account, stores);
            return account.map(row -> question.apply(new AccountReading(row, caller.clubs(), stores)));
        });
    }

    private Optional<MemberAccount> find(AccountId id, Stores stores) {
        Optional<MemberAccount> found = stores.accounts().find(id);
        requireReader(found, stores);
        return found;
    }

    private void requireReader(Optional<MemberAccount> account, Stores stores) {
        caller.require(
                Permission.READ_STATEMENT,
                account.map(row -> Whose.account(row, Permission.READ_STATEMENT, caller.actor(), stores))
                        .orElse(Subject.NOBODY));
    }
}

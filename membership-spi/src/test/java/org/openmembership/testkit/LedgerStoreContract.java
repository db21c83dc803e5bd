package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TillCode;

/** What every {@link LedgerStore} keeps; {@link LedgerReadingContract} and {@link LedgerTotalsContract} have the rest. */
public abstract class LedgerStoreContract extends StoreContract {
    private AccountId account = AnyClub.anyAccountId();

    @BeforeEach
    void openAccount() {
        account = story().account().id();
    }

    @Test
    @Requirement({"R21", "B42"})
    void an_entry_with_something_in_every_place_is_read_back_whole() {
        MemberAccount locked = story().current(account);
        PointEntry first = story().earn(account, "5", Any.minute(1));
        PointEntry.Scene scene = new PointEntry.Scene(
                locked.owner().mainMember(), CardNumber.of("card-1"), StoreCode.of("store-1"), TillCode.of("till-7"));

        PointEntry entry = story().post(account, Operation.ADJUSTMENT, Any.minute(2), (ledger, key) -> {
            PointEntry.Origin origin = new PointEntry.Origin(key, 1, first.id(), ReasonCode.of("GOODWILL"), scene);
            PointEntry.Cause cause = new PointEntry.Cause(
                    EntryKind.POSITIVE_ADJUSTMENT,
                    PointKind.OTHER,
                    new PointEntry.Times(Any.minute(-90), Any.minute(2)),
                    new PointEntry.Basis(
                            locked.scheme(), 17, BigMoney.of(CurrencyUnit.JPY, new BigDecimal("0.000001"))),
                    origin);
            return ledger.earn(cause, Points.of(new BigDecimal("0.01")), AnyEntry.forEver(Any.minute(2)));
        });

        assertThat(find(entry.id())).contains(entry);
        assertThat(find(first.id())).contains(first);
    }

    @Test
    @Requirement("I25")
    void points_are_kept_exactly_to_the_end_of_their_range() {
        PointEntry most = story().earn(account, "999999999999.99", Any.minute(1));
        PointEntry spent = story().spend(account, "999999999999.99", Any.minute(2));
        PointEntry owed = story().deduct(account, "1000000000000", Any.minute(3));

        assertThat(find(most.id())).contains(most);
        assertThat(find(spent.id())).contains(spent);
        assertThat(find(owed.id())).contains(owed);
        assertThat(story().current(account).head().debt()).isEqualTo(Points.of(1_000_000_000_000L));
    }

    @Test
    @Requirement({"R23", "I2"})
    void a_posting_moves_the_accounts_head_and_counts_one_version() {
        MemberAccount before = story().current(account);
        Instant lapsesAt = Any.minute(600);

        story().earn(account, "10", AnyEntry.life(Any.minute(1), lapsesAt), Any.minute(1));

        MemberAccount after = story().current(account);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.standing()).isEqualTo(before.standing());
        assertThat(after.head().seq()).isEqualTo(1);
        assertThat(after.head().booked()).isEqualTo(Points.of(10));
        assertThat(after.head().changes().next()).isEqualTo(lapsesAt);
        assertThat(after.head().changes().lastRecordedAt()).isEqualTo(Any.minute(1));
    }

    @Test
    @Requirement("R32")
    void a_posting_of_another_version_loses_the_race_and_leaves_nothing() {
        Posting stale = read(stores -> earned(Story.opened(stores, account, Any.minute(1)), "5"));
        PointEntry first = story().earn(account, "3", Any.minute(1));

        assertAlwaysLost(stores -> stores.ledger().append(List.of(stale), List.of()));

        assertThat(entries(account, 1, 9)).containsExactly(first);
        assertThat(story().current(account).head().booked()).isEqualTo(Points.of(3));
    }

    @Test
    @Requirement({"R32", "I3"})
    void a_unit_of_work_that_met_another_version_is_run_again() {
        Posting stale = read(stores -> earned(Story.opened(stores, account, Any.minute(1)), "5"));
        story().earn(account, "3", Any.minute(1));

        assertRunAgain(stores -> stores.ledger().append(List.of(stale), List.of()), stores -> {
            AccountLedger ledger = Story.opened(stores, account, Any.minute(2));
            CommandKey key =
                    AnyEntry.anyCommandKey(Operation.SALE, ledger.account().club());
            ledger.earn(
                    AnyEntry.anyCause(EntryKind.SALE, ledger.account(), key, Any.minute(2)),
                    Points.of(5),
                    AnyEntry.forEver(Any.minute(2)));
            Story.append(stores, ledger, key, List.of());
        });

        assertThat(story().current(account).head().booked()).isEqualTo(Points.of(8));
    }

    @Test
    void several_postings_are_written_in_one_unit_of_work() {
        AccountId other = story().account(clubOf(account), story().member()).id();
        story().earn(account, "10", Any.minute(1));

        PointEntry left = story().transfer(account, other, "4", Any.minute(2));

        PointEntry came = find(left.related().orElseThrow()).orElseThrow();
        assertThat(came.account()).isEqualTo(other);
        assertThat(came.points()).isEqualTo(Points.of(4));
        assertThat(story().current(account).head().booked()).isEqualTo(Points.of(6));
    }

    @Test
    void a_unit_of_work_sees_the_posting_it_appended() {
        write(stores -> {
            AccountLedger ledger = Story.opened(stores, account, Any.minute(1));
            CommandKey key =
                    AnyEntry.anyCommandKey(Operation.SALE, ledger.account().club());
            PointEntry entry = ledger.earn(
                    AnyEntry.anyCause(EntryKind.SALE, ledger.account(), key, Any.minute(1)),
                    Points.of(5),
                    AnyEntry.forEver(Any.minute(1)));
            Story.append(stores, ledger, key, List.of());

            assertThat(stores.ledger().find(entry.id())).contains(entry);
            assertThat(stores.ledger().lotsOpenedBy(Set.of(entry.id()))).hasSize(1);
            assertThat(stores.accounts().find(account).orElseThrow().head().booked())
                    .isEqualTo(Points.of(5));
            AccountLedger again = Story.opened(stores, account, Any.minute(2));
            assertThat(again.available()).isEqualTo(Points.of(5));
        });
    }

    @Test
    void an_account_changes_twice_in_one_unit_of_work() {
        write(stores -> {
            AccountLedger ledger = Story.opened(stores, account, Any.minute(1));
            CommandKey key =
                    AnyEntry.anyCommandKey(Operation.SALE, ledger.account().club());
            ledger.earn(
                    AnyEntry.anyCause(EntryKind.SALE, ledger.account(), key, Any.minute(1)),
                    Points.of(5),
                    AnyEntry.forEver(Any.minute(1)));
            Story.append(stores, ledger, key, List.of());
            stores.accounts()
                    .update(stores.accounts().find(account).orElseThrow().closed());
        });

        assertThat(story().current(account).isClosed()).isTrue();
        assertThat(story().current(account).head().booked()).isEqualTo(Points.of(5));
        assertThat(story().current(account).version()).isEqualTo(2);
    }

    @Test
    @Requirement("B3")
    void every_naughty_string_is_kept_as_it_is_in_every_code_of_an_entry() {
        MemberAccount locked = story().current(account);
        for (String text : Naughty.strings(40)) {
            PointEntry.Scene scene = new PointEntry.Scene(
                    locked.owner().mainMember(), CardNumber.of(text), StoreCode.of(text), TillCode.of(text));
            CommandKey key = new CommandKey(Operation.ADJUSTMENT, locked.club(), ExternalKey.of(text, text));
            PointEntry.Origin origin = new PointEntry.Origin(key, 1, null, ReasonCode.of(text), scene);
            write(stores -> {
                AccountLedger ledger = Story.opened(stores, account, Any.minute(1));
                PointEntry entry = ledger.earn(
                        AnyEntry.anyCause(EntryKind.POSITIVE_ADJUSTMENT, ledger.account(), Any.minute(1), origin),
                        Points.of(1),
                        AnyEntry.life(Any.minute(1), ExpiryRule.FOREVER));
                Story.append(stores, ledger, key, List.of());
                assertThat(stores.ledger().find(entry.id())).contains(entry);
            });
        }
        for (PointEntry entry : entries(account, 1, 1_000)) {
            String text = entry.cause().origin().command().key().value();
            assertThat(entry.cause().origin().reason()).isEqualTo(ReasonCode.of(text));
            assertThat(entry.cause().origin().scene().card()).isEqualTo(CardNumber.of(text));
        }
    }

    private static Posting earned(AccountLedger ledger, String points) {
        CommandKey key = AnyEntry.anyCommandKey(Operation.SALE, ledger.account().club());
        ledger.earn(
                AnyEntry.anyCause(EntryKind.SALE, ledger.account(), key, Any.minute(1)),
                Points.of(new BigDecimal(points)),
                AnyEntry.forEver(Any.minute(1)));
        return ledger.posting();
    }

    private Club clubOf(AccountId id) {
        return AnyClub.anyClub(story().current(id).club());
    }

    private Optional<PointEntry> find(EntryId id) {
        return read(stores -> stores.ledger().find(id));
    }

    private List<PointEntry> entries(AccountId id, long first, long last) {
        return read(stores -> stores.ledger().entries(id, first, last));
    }
}

package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand.Effect;
import org.openmembership.journal.DocumentCode;
import org.openmembership.journal.Journal;
import org.openmembership.journal.JournalId;
import org.openmembership.journal.JournalType;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** What every storage keeps of journals. */
@Requirement({"B45", "B46"})
@SuppressWarnings("NullAway.Init")
public abstract class JournalStoreContract extends StoreContract {
    private static final DocumentCode NUMBER = DocumentCode.of("J-7");

    private ClubId club;
    private AccountId ada;
    private AccountId eve;

    @BeforeEach
    void open() {
        Club coffee = story().club();
        club = coffee.id();
        AccountId one = story().account(coffee, story().member()).id();
        AccountId other = story().account(coffee, story().member()).id();
        ada = one.compareTo(other) < 0 ? one : other;
        eve = one.compareTo(other) < 0 ? other : one;
    }

    @Test
    void a_journal_is_read_back_whole_with_its_entries_by_part() {
        Journal opening = post(1, null);
        Journal undone = post(2, 1L);

        assertThat(found(stores -> stores.journals().find(opening.id()))).contains(opening);
        assertThat(found(stores -> stores.journals().find(undone.id()))).contains(undone);
        assertThat(found(stores -> stores.journals().postedBy(opening.command())))
                .contains(opening);
        assertThat(found(stores -> stores.journals().reversalOf(opening.id()))).contains(undone);
        assertThat(found(stores -> stores.journals().reversalOf(undone.id()))).isEmpty();
        List<PointEntry> entries = read(stores -> stores.journals().entries(opening.id()));
        assertThat(entries).extracting(PointEntry::account).containsExactly(eve, ada, eve);
    }

    @Test
    void journals_of_a_club_are_listed_the_latest_first_page_by_page() {
        List<Journal> posted = new ArrayList<>();
        for (long number = 1; number <= 5; number++) {
            posted.add(0, post(number, null));
        }

        Page<Journal> first = read(stores -> stores.journals().of(club, Page.Request.first(3)));
        Page<Journal> second = read(stores ->
                stores.journals().of(club, Page.Request.after(first.nextCursor().orElseThrow(), 3)));

        assertThat(first.items()).isEqualTo(posted.subList(0, 3));
        assertThat(second.items()).isEqualTo(posted.subList(3, 5));
        assertThat(second.nextCursor()).isEmpty();
    }

    @Test
    void journals_with_one_number_of_the_hosts_are_found_together_page_by_page() {
        List<Journal> odd = new ArrayList<>();
        for (long number = 1; number <= 6; number++) {
            Journal posted = post(number, null);
            if (number % 2 == 1) {
                odd.add(0, posted);
            }
        }

        Page<Journal> first = read(stores -> stores.journals().withDocument(club, NUMBER, Page.Request.first(2)));
        Page<Journal> second = read(stores -> stores.journals()
                .withDocument(
                        club, NUMBER, Page.Request.after(first.nextCursor().orElseThrow(), 2)));

        assertThat(first.items()).isEqualTo(odd.subList(0, 2));
        assertThat(second.items()).isEqualTo(odd.subList(2, 3));
        assertThat(second.nextCursor()).isEmpty();
        Page<Journal> none =
                read(stores -> stores.journals().withDocument(club, DocumentCode.of("J-8"), Page.Request.first(2)));
        assertThat(none.items()).isEmpty();
    }

    @Test
    @Requirement("R32")
    void a_number_is_given_once_and_a_journal_undone_once() {
        assertThat(lastNumber()).isZero();
        post(1, null);
        post(2, 1L);
        assertThat(lastNumber()).isEqualTo(2);

        assertAlwaysLost(stores -> post(stores, 2, null));
        assertAlwaysLost(stores -> post(stores, 3, 1L));
    }

    private long lastNumber() {
        return storage().inUnitOfWork(stores -> stores.journals().lockLastNumber(club));
    }

    private Optional<Journal> found(Function<Stores, Optional<Journal>> question) {
        return read(question);
    }

    private Journal post(long number, @Nullable Long reverses) {
        return storage().inUnitOfWork(stores -> post(stores, number, reverses));
    }

    /** One entry for Ada between two for Eve. */
    private Journal post(Stores stores, long number, @Nullable Long reverses) {
        AccountLedger forAda = Story.opened(stores, ada, Any.minute(number));
        AccountLedger forEve = Story.opened(stores, eve, Any.minute(number));
        CommandKey key = AnyEntry.anyCommandKey(Operation.JOURNAL, club);
        earn(forEve, key, number, 1);
        earn(forAda, key, number, 2);
        earn(forEve, key, number, 3);
        List<Effect> effects = new ArrayList<>();
        for (AccountLedger ledger : List.of(forAda, forEve)) {
            MemberAccount before = ledger.account();
            effects.add(new Effect(
                    before.id(), before.head().seq() + 1, ledger.nextId().seq() - 1));
        }
        Journal journal = new Journal(
                new JournalId(club, number),
                JournalType.OPENING,
                key,
                new Journal.Heading(3, number % 2 == 1 ? NUMBER : null, reverses),
                Any.minute(number),
                effects);
        stores.commands().addAll(List.of(AnyEntry.anyCommand(key, Effect.none(ada))));
        stores.ledger().append(List.of(forAda.posting(), forEve.posting()), List.of());
        stores.journals().add(journal);
        return journal;
    }

    private static void earn(AccountLedger ledger, CommandKey key, long minute, int part) {
        PointEntry.Origin origin = new PointEntry.Origin(key, part, null, null, PointEntry.Scene.UNKNOWN);
        PointEntry.Cause cause = AnyEntry.anyCause(EntryKind.OPENING, ledger.account(), Any.minute(minute), origin);
        ledger.earn(cause, Points.of(part), AnyEntry.forEver(Any.minute(minute)));
    }
}

package org.openmembership.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.note.Note;
import org.openmembership.note.NoteId;
import org.openmembership.note.TaskStatus;
import org.openmembership.notes.NoteResult.Kept;
import org.openmembership.notes.NoteResult.KeyReused;
import org.openmembership.notes.NoteResult.Stale;
import org.openmembership.notes.NoteResult.UnknownCustomer;
import org.openmembership.notes.NoteResult.UnknownNote;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.StoreCode;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** What clerks write about customers, on every storage. */
@Requirement({"C31", "C55"})
final class NotesTest extends ShopTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Page.Request ALL = Page.Request.first(10);

    @Test
    void a_note_is_a_task_without_an_action() {
        CustomerId ada = customer();

        Note note = kept(notes().add(ada, shop.key(), NoteForm.note("prefers the morning")));
        Note task = kept(notes().add(
                        ada,
                        shop.key(),
                        NoteForm.task("call back", TODAY)
                                .in("CALL")
                                .at(StoreCode.of("store-1"))
                                .assignedTo("clerk-2")));

        assertThat(note.task()).isNull();
        assertThat(task.asTask().orElseThrow().status()).isEqualTo(TaskStatus.OPEN);
        assertThat(notes().of(ada, ALL).items()).extracting(DatedNote::note).containsExactlyInAnyOrder(note, task);
        assertThat(notes().openTasks("clerk-2", false, ALL).items())
                .extracting(DatedNote::note)
                .containsExactly(task);
    }

    @Test
    void a_task_is_overdue_once_its_last_day_is_over_by_the_shops_clock() {
        CustomerId ada = customer();
        notes().add(ada, shop.key(), NoteForm.task("call back", TODAY));
        Notes auckland = shop.over(shop.storage(), "nz-")
                .zone(ZoneId.of("Pacific/Auckland"))
                .open()
                .notes();

        assertThat(notes().openTasks(null, true, ALL).items()).isEmpty();
        assertThat(notes().openTasks(null, false, ALL).items()).singleElement().matches(line -> !line.overdue());
        assertThat(auckland.openTasks(null, true, ALL).items()).singleElement().matches(DatedNote::overdue);
    }

    @Test
    void a_completed_task_is_never_overdue_and_a_stale_change_is_refused() {
        CustomerId ada = customer();
        Note task = kept(notes().add(ada, shop.key(), NoteForm.task("call back", TODAY.minusDays(9))));

        Note done = kept(notes().change(task.id(), 1, NoteForm.from(task).with(TaskStatus.COMPLETED)));

        assertThat(notes().openTasks(null, false, ALL).items()).isEmpty();
        assertThat(notes().of(ada, ALL).items()).containsExactly(new DatedNote(done, false));
        assertThat(notes().change(task.id(), 1, NoteForm.from(task))).isEqualTo(new Stale(done));
    }

    @Test
    void a_repeat_writes_nothing_and_nobody_unknown_is_written_about() {
        CustomerId ada = customer();
        ExternalKey key = shop.key();
        Note note = kept(notes().add(ada, key, NoteForm.note("once")));

        assertThat(notes().add(ada, key, NoteForm.note("twice"))).isEqualTo(new Kept(note, true));
        assertThat(notes().add(customer(), key, NoteForm.note("x"))).isEqualTo(new KeyReused(key, note.createdAt()));
        assertThat(notes().add(CustomerId.of("nobody"), shop.key(), NoteForm.note("x")))
                .isEqualTo(new UnknownCustomer());
        assertThat(notes().change(NoteId.of("nothing"), 1, NoteForm.note("x"))).isEqualTo(new UnknownNote());
    }

    @Test
    void all_that_is_wrong_is_reported_by_path() {
        CustomerId ada = customer();

        assertThatThrownBy(() -> notes().add(
                                ada,
                                shop.key(),
                                NoteForm.task(" ", null).in("a\tb").assignedTo("")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("text")
                .hasMessageContaining("dueOn")
                .hasMessageContaining("category")
                .hasMessageContaining("assignee");
        assertThatThrownBy(() -> notes().add(ada, shop.key(), NoteForm.note("x").assignedTo("clerk-1")))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @Requirement("R20")
    void members_do_not_read_what_clerks_write() {
        CustomerId ada = customer();

        assertThatThrownBy(() -> shop.membership().as(Actor.member("m")).notes().of(ada, ALL))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(shop.membership()
                        .as(Actor.staff("clerk-1"))
                        .notes()
                        .of(ada, ALL)
                        .items())
                .isEmpty();
    }

    private Notes notes() {
        return shop.membership().notes();
    }

    private static Note kept(NoteResult result) {
        return ((Kept) result).note();
    }

    private CustomerId customer() {
        CustomerForm form = CustomerForm.builder().name("Ada", "Byron").build();
        return ((Created) shop.membership().customers().create(shop.key(), NewCustomerKind.IN_STORE, form))
                .customer()
                .id();
    }
}

package org.openmembership.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.note.Note;
import org.openmembership.note.NoteId;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.HolderAnswer;
import org.openmembership.privacy.PrivacyStore;
import org.openmembership.privacy.Tombstone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Topic;
import org.openmembership.user.Credential;
import org.openmembership.user.PasswordHash;
import org.openmembership.user.User;

/** What every {@link PrivacyStore} does to erase somebody. */
@Requirement({"R17", "C35", "C36"})
public abstract class PrivacyStoreContract extends PrivacyContract {
    @Test
    void an_erasure_is_read_back_as_it_is_now_and_waits_once_for_each_person() {
        Topic person = topic(story().member().id());
        Erasure asked = Erasure.requested(anyId(), person, request());
        write(stores -> stores.privacy().add(asked));

        assertThat(find(asked.id())).contains(asked);
        assertThat(waitingFor(person)).contains(asked);
        assertAlwaysLost(stores -> stores.privacy().add(Erasure.requested(anyId(), person, request())));

        Erasure withdrawn = asked.withdrawn();
        write(stores -> stores.privacy().update(withdrawn));
        assertThat(find(asked.id())).contains(withdrawn);
        assertThat(waitingFor(person)).isEmpty();
        assertAlwaysLost(stores -> stores.privacy().update(withdrawn));
        write(stores -> stores.privacy().add(Erasure.requested(anyId(), person, request())));
        assertThat(waitingFor(person)).isPresent();
    }

    @Test
    void everything_about_a_person_is_taken_out_and_nothing_about_another() {
        User user = AnyMember.anyUser().verified(AnyMember.provenAt());
        Customer customer = AnyCustomer.anyFullCustomer();
        Member member = story().member(user, customer);
        Member other = story().member();
        Note note = note(customer.id());
        write(stores -> {
            stores.notes().add(note);
            stores.credentials().put(Credential.first(user.id(), new PasswordHash("v1$x"), AT));
        });

        Erasure receipt = erase(topic(member.id()));

        assertThat(requireNonNull(receipt.done()).records().customers()).containsExactly(customer.id());
        assertThat(requireNonNull(receipt.done()).records().users()).containsExactly(user.id());
        read(stores -> {
            assertThat(stores.customers().find(customer.id())).isEmpty();
            assertThat(stores.customers()
                            .withEmail(requireNonNull(customer.email()).key()))
                    .isEmpty();
            assertThat(stores.members().find(member.id())).isEmpty();
            assertThat(stores.members().standingOfCustomer(customer.id())).isEmpty();
            assertThat(stores.users().find(user.id())).isEmpty();
            assertThat(stores.users().withUsername(user.username())).isEmpty();
            assertThat(stores.credentials().find(user.id())).isEmpty();
            assertThat(stores.notes().find(note.id())).isEmpty();
            assertThat(stores.privacy().personForUpdate(topic(member.id()))).isEmpty();
            assertThat(stores.members().find(other.id())).contains(other);
            return other;
        });
    }

    @Test
    void what_was_done_is_the_receipt_and_names_stay_behind() {
        User user = AnyMember.anyUser().verified(AnyMember.provenAt());
        Customer customer = AnyCustomer.anyFullCustomer();
        Member member = story().member(user, customer);
        Tombstone reference = Tombstone.ofCustomer(requireNonNull(customer.reference()));
        Tombstone unknown = Tombstone.ofMember(requireNonNull(customer.reference()));

        Erasure receipt = erase(topic(member.id()), reference);

        assertThat(find(receipt.id())).contains(receipt);
        read(stores -> {
            PrivacyStore store = stores.privacy();
            assertThat(store.erasureOf(reference)).contains(receipt);
            assertThat(store.erasureOf(Tombstone.of(member.id()))).contains(receipt);
            assertThat(store.erasureOf(unknown)).isEmpty();
            assertThat(store.among(List.of(unknown, reference, Tombstone.of(customer.id()))))
                    .containsExactly(Tombstone.of(customer.id()), reference);
            assertThat(store.among(List.of())).isEmpty();
            return store;
        });
    }

    @Test
    void answers_of_holders_replace_each_other() {
        Erasure receipt = erase(topic(story().member().id()));

        Erasure failed = receipt.answered(List.of(receipt.holders().get(0).failed(AT)));
        write(stores -> stores.privacy().update(failed));
        Erasure done = failed.answered(List.of(failed.holders().get(0).done(3, AT)));
        write(stores -> stores.privacy().update(done));

        assertThat(find(receipt.id())).contains(done);
        assertThat(done.holders()).contains(new HolderAnswer("BASKETS", HolderAnswer.State.DONE, 3, 2, AT));
        assertThat(done.isComplete()).isFalse();
    }

    private Optional<Erasure> find(ErasureId id) {
        return read(stores -> stores.privacy().find(id));
    }

    private Optional<Erasure> waitingFor(Topic person) {
        return read(stores -> stores.privacy().waitingFor(person));
    }

    private static Note note(CustomerId customer) {
        return new Note(
                NoteId.of(Any.any("note")),
                ExternalKey.of("till-7", Any.any("key")),
                customer,
                "likes tea",
                null,
                null,
                null,
                Actor.SYSTEM,
                AT,
                1);
    }
}

package org.openmembership.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.Registration;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeId;
import org.openmembership.merge.MergeMove;
import org.openmembership.note.Note;
import org.openmembership.note.NoteId;
import org.openmembership.privacy.ErasedAccount;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.HolderAnswer;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.privacy.Person;
import org.openmembership.privacy.PrivacyStore;
import org.openmembership.privacy.Tombstone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.Topic;
import org.openmembership.user.Credential;
import org.openmembership.user.PasswordHash;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/** What every {@link PrivacyStore} does. */
@Requirement({"R17", "C35", "C36"})
public abstract class PrivacyStoreContract extends StoreContract {
    private static final Instant AT = Any.minute(7);

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

    @Test
    void records_that_belong_together_are_found_from_each_of_them() {
        Member member = story().member();
        CustomerId linked = member.links().get(0).customer();
        Customer alone = AnyCustomer.anyCustomer();
        write(stores -> stores.customers().add(alone));
        Person whole = new Person(
                sorted(linked),
                sorted(member.id()),
                sorted(Optional.ofNullable(member.user()).orElseThrow()));

        assertThat(person(topic(member.id()))).contains(whole);
        assertThat(person(topic(linked))).contains(whole);
        assertThat(person(topic(alone.id())))
                .contains(new Person(sorted(alone.id()), new TreeSet<>(), new TreeSet<UserId>()));
        assertThat(person(topic(MemberId.of("nobody")))).isEmpty();
        assertThat(person(topic(CustomerId.of("nobody")))).isEmpty();
        assertThat(person(Topic.SHOP)).isEmpty();
    }

    @Test
    @Requirement("R16")
    void whoever_was_merged_away_belongs_to_the_person_and_goes_along() {
        Member ada = story().member();
        Member eve = story().member();
        CustomerId kept = ada.links().get(0).customer();
        CustomerId gone = eve.links().get(0).customer();
        UserId former = requireNonNull(eve.user());
        merge(eve, ada, true);
        Person whole = new Person(
                new TreeSet<>(List.of(kept, gone)),
                new TreeSet<>(List.of(ada.id(), eve.id())),
                new TreeSet<>(List.of(requireNonNull(ada.user()), former)));

        assertThat(person(topic(ada.id()))).contains(whole);
        assertThat(person(topic(eve.id()))).contains(whole);
        assertThat(person(topic(kept))).contains(whole);
        assertThat(person(topic(gone))).contains(whole);

        erase(topic(gone));

        read(stores -> {
            assertThat(stores.customers().find(whole.customers())).isEmpty();
            assertThat(stores.merges().member(eve.id())).isEmpty();
            assertThat(stores.merges().survivors(whole.customers())).isEmpty();
            assertThat(stores.users().find(former)).isEmpty();
            return stores;
        });
    }

    @Test
    @Requirement("R16")
    void a_customer_of_nobody_takes_along_who_was_merged_into_it() {
        Customer ada = AnyCustomer.anyCustomer();
        Customer eve = AnyCustomer.anyFullCustomer();
        write(stores -> {
            stores.customers().add(ada);
            stores.customers().add(eve);
        });
        write(stores -> stores.merges().redirect(eve.changed().build(), ada.id()));
        Person both = new Person(new TreeSet<>(List.of(ada.id(), eve.id())), new TreeSet<>(), new TreeSet<UserId>());

        assertThat(person(topic(ada.id()))).contains(both);
        assertThat(person(topic(eve.id()))).contains(both);
    }

    @Test
    @Requirement("R16")
    void a_user_whose_merge_was_undone_or_who_is_somebody_again_does_not_belong_to_the_person() {
        Member ada = story().member();
        Member eve = story().member();
        UserId former = requireNonNull(eve.user());
        Merge merge = merge(eve, ada, false);
        assertThat(person(topic(ada.id())).orElseThrow().users()).doesNotContain(former);

        write(stores -> {
            stores.members().relink(eve.id(), ada.id(), eve.links().get(0));
            stores.merges().redirect(eve.mergedAway(), ada.id());
        });
        assertThat(person(topic(ada.id())).orElseThrow().users()).contains(former);

        write(stores -> stores.merges().undo(merge.undoneAt(AT)));
        assertThat(person(topic(ada.id())).orElseThrow().users()).doesNotContain(former);
    }

    /** @param whole whether the member is merged away, with customer and all; else that is only written down */
    private Merge merge(Member away, Member into, boolean whole) {
        CustomerId survivor = into.links().get(0).customer();
        CustomerId other = away.links().get(0).customer();
        Merge merge = new Merge(
                MergeId.of(Any.any("merge")),
                new Merge.Command(ExternalKey.of("desk-1", Any.any("merge")), Fingerprint.of("x")),
                survivor,
                Actor.SYSTEM,
                AT,
                List.of(new MergeMove(
                        MergeMove.Kind.USER,
                        away.id().value(),
                        requireNonNull(away.user()).value(),
                        "-")),
                null);
        write(stores -> {
            stores.merges().add(merge);
            if (whole) {
                Customer merged = stores.customers().find(other).orElseThrow();
                stores.merges().redirect(merged.changed().build(), survivor);
                stores.members().relink(away.id(), into.id(), away.links().get(0));
                stores.merges().redirect(away.mergedAway(), into.id());
            }
        });
        return merge;
    }

    @Test
    void attempts_to_register_are_found_by_their_users() {
        User user = AnyMember.anyUser().verified(AnyMember.provenAt());
        Member member = story().member(user, AnyMember.anyCustomerLike(user));
        Registration first = AnyMember.anyRegistration(user, member.id());
        Registration second = AnyMember.anyRegistration(user, member.id());
        Member other = story().member();
        write(stores -> {
            stores.members().add(first);
            stores.members().add(second);
        });

        Person whole = person(topic(member.id())).orElseThrow();
        Person another = person(topic(other.id())).orElseThrow();
        assertThat(read(stores -> stores.privacy().logins(whole)).registrations())
                .containsExactlyInAnyOrder(first, second);
        assertThat(read(stores -> stores.privacy().logins(another)).registrations())
                .isEmpty();
    }

    private Erasure erase(Topic person, Tombstone... more) {
        Erasure asked = Erasure.requested(anyId(), person, request());
        write(stores -> stores.privacy().add(asked));
        Person records = person(person).orElseThrow();
        ErasedAccount account = new ErasedAccount(
                AccountId.of("account-1"),
                ClubId.of("club"),
                ErasedAccount.Outcome.LEFT,
                Points.of(3),
                MemberId.of("other"));
        Erasure receipt = asked.erased(
                new Erasure.Done(Actor.SYSTEM, AT, records, List.of(account)), List.of("BASKETS", "MAILS"));
        List<Tombstone> names = new ArrayList<>(List.of(more));
        records.customers().forEach(customer -> names.add(Tombstone.of(customer)));
        records.members().forEach(member -> names.add(Tombstone.of(member)));
        records.users().forEach(user -> names.add(Tombstone.of(user)));
        write(stores -> stores.privacy().erase(receipt, names));
        return receipt;
    }

    private Optional<Person> person(Topic person) {
        return storage().inUnitOfWork(stores -> stores.privacy().personForUpdate(person));
    }

    private Optional<Erasure> find(ErasureId id) {
        return read(stores -> stores.privacy().find(id));
    }

    private Optional<Erasure> waitingFor(Topic person) {
        return read(stores -> stores.privacy().waitingFor(person));
    }

    private static ErasureId anyId() {
        return ErasureId.of(Any.any("erasure"));
    }

    private static Erasure.Request request() {
        return new Erasure.Request(
                Actor.staff("clerk-1"),
                ReasonCode.of("ASKED"),
                IdentityProof.DOCUMENT_SEEN,
                Any.minute(1),
                Any.minute(5));
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

    private static Topic topic(MemberId member) {
        return new Topic(Topic.Kind.MEMBER, member.value());
    }

    private static Topic topic(CustomerId customer) {
        return new Topic(Topic.Kind.CUSTOMER, customer.value());
    }

    private static <T extends Comparable<T>> SortedSet<T> sorted(T id) {
        return new TreeSet<>(List.of(id));
    }
}

package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.customer.CustomerId;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeId;
import org.openmembership.merge.MergeMove;
import org.openmembership.privacy.ErasedAccount;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.privacy.Person;
import org.openmembership.privacy.Tombstone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.Topic;

/** What is put together from rows of several tables is of one state, whatever is kept while it is read. */
@Requirement("I30")
public abstract class ReadRaceContract extends StoreContract {
    private static final int ITEMS = 40;

    @Test
    void a_merge_is_read_with_all_that_it_moved_or_not_at_all_while_it_is_undone() {
        List<Merge> merges = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            Merge merge = anyMerge();
            write(stores -> stores.merges().add(merge));
            merges.add(merge);
        }

        Together.whileEachIs(
                merges, merge -> write(stores -> stores.merges().undo(merge.undoneAt(Any.minute(9)))), merge -> {
                    CustomerId redirected = merge.redirected().get(0);
                    read(stores -> stores.merges().of(redirected))
                            .ifPresent(found -> assertThat(found).isEqualTo(merge));
                });

        assertThat(merges)
                .allSatisfy(merge -> assertThat(
                                read(stores -> stores.merges().find(merge.id())).flatMap(Merge::undone))
                        .isPresent());
    }

    @Test
    void an_erasure_is_read_as_it_was_asked_for_or_with_its_whole_receipt() {
        List<Erasure> receipts = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            receipts.add(requested(story().member()));
        }

        Together.whileEachIs(
                receipts, receipt -> write(stores -> stores.privacy().erase(receipt, names(receipt))), receipt -> {
                    Erasure found =
                            read(stores -> stores.privacy().find(receipt.id())).orElseThrow();
                    Erasure asked = Erasure.requested(receipt.id(), receipt.person(), receipt.request());
                    assertThat(found).isIn(asked, receipt);
                });

        assertThat(receipts).allSatisfy(receipt -> {
            Optional<Erasure> kept = read(stores -> stores.privacy().find(receipt.id()));
            assertThat(kept).contains(receipt);
        });
    }

    @Test
    void a_member_that_is_locked_is_answered_as_it_stands() {
        Member member = story().member();

        assertThat(storage()
                        .<Optional<?>>inUnitOfWork(stores -> stores.members().standingForUpdate(member.id())))
                .isEqualTo(read(stores -> stores.members().standing(member.id())))
                .isPresent();
        assertThat(storage()
                        .<Optional<?>>inUnitOfWork(
                                stores -> stores.members().standingForUpdate(MemberId.of(Any.any("nobody")))))
                .isEmpty();
    }

    private static Merge anyMerge() {
        CustomerId survivor = CustomerId.of(Any.any("survivor"));
        String other = Any.any("other");
        List<MergeMove> moves = new ArrayList<>();
        moves.add(new MergeMove(MergeMove.Kind.CUSTOMER, other, other, survivor.value()));
        for (int i = 0; i < 5; i++) {
            moves.add(new MergeMove(MergeMove.Kind.NOTE, Any.any("note"), other, survivor.value()));
        }
        return new Merge(
                MergeId.of(Any.any("merge")),
                new Merge.Command(ExternalKey.of("desk-1", Any.any("merge")), Fingerprint.of("x")),
                survivor,
                Actor.staff("clerk-1"),
                Any.minute(1),
                moves,
                null);
    }

    /** Keeps that somebody is to be erased; answers what the receipt will be. */
    private Erasure requested(Member member) {
        Erasure.Request request = new Erasure.Request(
                Actor.staff("clerk-1"),
                ReasonCode.of("ASKED"),
                IdentityProof.DOCUMENT_SEEN,
                Any.minute(1),
                Any.minute(5));
        Topic person = new Topic(Topic.Kind.MEMBER, member.id().value());
        Erasure asked = Erasure.requested(ErasureId.of(Any.any("erasure")), person, request);
        write(stores -> stores.privacy().add(asked));
        Person records = storage()
                .inUnitOfWork(stores -> stores.privacy().personForUpdate(person))
                .orElseThrow();
        ErasedAccount account = new ErasedAccount(
                AccountId.of("account-1"), ClubId.of("club"), ErasedAccount.Outcome.LEFT, Points.ZERO, null);
        return asked.erased(
                new Erasure.Done(Actor.SYSTEM, Any.minute(7), records, List.of(account)), List.of("BASKETS"));
    }

    private static List<Tombstone> names(Erasure receipt) {
        Person records = Optional.ofNullable(receipt.done()).orElseThrow().records();
        List<Tombstone> names = new ArrayList<>();
        records.customers().forEach(customer -> names.add(Tombstone.of(customer)));
        records.members().forEach(member -> names.add(Tombstone.of(member)));
        records.users().forEach(user -> names.add(Tombstone.of(user)));
        return new ArrayList<>(new TreeSet<>(names));
    }
}

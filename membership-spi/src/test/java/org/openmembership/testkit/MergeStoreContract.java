package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.directory.SearchTerm;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.merge.Agreement;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeId;
import org.openmembership.merge.MergeMove;
import org.openmembership.merge.MergeStore;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.storage.Stores;

/** What every {@link MergeStore} does. */
@Requirement({"C34", "R16", "I20"})
public abstract class MergeStoreContract extends StoreContract {
    @Test
    void a_merge_is_read_back_whole_and_undone_once() {
        CustomerId ada = CustomerId.of(Any.any("ada"));
        CustomerId eve = CustomerId.of(Any.any("eve"));
        Merge merge = merge(ada, eve);
        write(stores -> stores.merges().add(merge));

        assertThat(kept(merges -> merges.find(merge.id()))).contains(merge);
        assertThat(kept(merges -> merges.withKey(merge.command().key()))).contains(merge);
        assertThat(kept(merges -> merges.of(eve))).contains(merge);
        assertThat(kept(merges -> merges.of(ada))).isEmpty();

        Merge undone = merge.undoneAt(Any.minute(9));
        write(stores -> stores.merges().undo(undone));
        assertThat(kept(merges -> merges.find(merge.id()))).contains(undone);
        assertThat(kept(merges -> merges.of(eve))).isEmpty();
        assertAlwaysLost(stores -> stores.merges().undo(undone));
    }

    @Test
    void one_key_is_used_once_and_the_latest_merge_of_a_customer_counts() {
        CustomerId eve = CustomerId.of(Any.any("eve"));
        Merge first = merge(CustomerId.of(Any.any("ada")), eve);
        Merge second = merge(CustomerId.of(Any.any("zoe")), eve);
        write(stores -> stores.merges().add(first));
        write(stores -> stores.merges().add(second));
        Merge same = new Merge(
                MergeId.of(Any.any("merge")),
                first.command(),
                first.survivor(),
                first.by(),
                first.at(),
                first.moves(),
                null);

        assertThat(kept(merges -> merges.of(eve))).contains(second);
        assertAlwaysLost(stores -> stores.merges().add(same));
    }

    @Test
    void a_redirect_leads_to_the_survivor_and_is_found_no_more_until_it_is_restored() {
        EmailAddress email = AnyCustomer.anyEmail();
        Customer ada = add(AnyCustomer.anyCustomer());
        Customer eve = add(AnyCustomer.builder()
                .email(email)
                .accountCode(AccountCode.of(Any.any("code")))
                .build());
        Customer merged = eve.changed().build();

        write(stores -> stores.merges().redirect(merged, ada.id()));

        assertThat(find(eve.id())).contains(ada.id());
        assertThat(survivors(ada.id(), eve.id())).isEqualTo(Map.of(eve.id(), ada.id()));
        assertThat(customers(stores -> stores.merges().redirectsTo(ada.id()))).containsExactly(merged);
        Map<CustomerId, CustomerId> leading =
                read(stores -> stores.merges().redirectsToAny(Set.of(ada.id(), eve.id())));
        assertThat(leading).isEqualTo(Map.of(eve.id(), ada.id()));
        assertThat(customers(stores -> stores.customers().find(Set.of(eve.id()))))
                .containsExactly(merged);
        assertThat(customers(stores -> stores.customers().withEmail(email.key())))
                .isEmpty();
        assertThat(withCode(eve)).contains(ada.id());
        assertThat(listed()).contains(ada.id()).doesNotContain(eve.id());
        assertAlwaysLost(stores -> stores.merges().redirect(merged, ada.id()));

        Customer restored = merged.changed().build();
        write(stores -> stores.merges().restore(restored));
        assertThat(find(eve.id())).contains(eve.id());
        assertThat(customers(stores -> stores.customers().withEmail(email.key())))
                .containsExactly(restored);
        assertThat(withCode(eve)).contains(eve.id());
        assertThat(listed()).contains(ada.id(), eve.id());
    }

    @Test
    void the_merges_into_a_survivor_are_those_that_hold_the_latest_first() {
        Customer ada = add(AnyCustomer.anyCustomer());
        Customer bea = add(AnyCustomer.anyCustomer());
        Customer eve = add(AnyCustomer.anyCustomer());
        Merge first = merge(bea.id(), eve.id());
        Merge second = merge(ada.id(), bea.id());
        Customer merged = eve.changed().build();
        write(stores -> {
            stores.merges().add(first);
            stores.merges().redirect(merged, bea.id());
        });
        write(stores -> {
            stores.merges().add(second);
            stores.merges().redirect(bea.changed().build(), ada.id());
            stores.merges().redirect(merged.changed().build(), ada.id());
        });

        List<Merge> all = into(ada);
        assertThat(all).containsExactlyInAnyOrder(first, second);
        assertThat(all)
                .isSortedAccordingTo(
                        Comparator.comparing(Merge::at).thenComparing(Merge::id).reversed());
        assertThat(into(bea)).isEmpty();

        write(stores -> stores.merges().undo(second.undoneAt(Any.minute(9))));
        assertThat(into(ada)).containsExactly(first);
    }

    @Test
    void a_merged_member_is_answered_by_the_one_it_is_part_of() {
        Member ada = story().member();
        Member eve = story().member();
        CustomerId customer = eve.links().get(0).customer();
        Member merged = eve.mergedAway();

        write(stores -> {
            stores.members().relink(eve.id(), ada.id(), eve.links().get(0));
            stores.merges().redirect(merged, ada.id());
        });

        assertThat(standing(eve.id())).contains(ada.id());
        assertThat(ask(merges -> merges.memberSurvivors(Set.of(ada.id(), eve.id())))
                        .entrySet())
                .containsExactly(Map.entry(eve.id(), ada.id()));
        assertThat(member(eve.id()).links()).hasSize(2);
        List<MemberStanding> byEmail = read(
                stores -> stores.members().standingsWithEmail(eve.emailKey().orElseThrow()));
        assertThat(byEmail).extracting(MemberStanding::member).containsExactly(ada.id());
        assertThat(ofCustomer(customer)).contains(ada.id());
        assertThat(ask(merges -> merges.member(eve.id())).orElseThrow().status())
                .isEqualTo(MemberStatus.MERGED);
        assertThat(membersTo(ada.id())).extracting(Member::id).containsExactly(eve.id());

        Member restored =
                merged.restored(Objects.requireNonNull(eve.user()), eve.links(), Objects.requireNonNull(eve.primary()));
        write(stores -> {
            stores.members().relink(ada.id(), eve.id(), eve.links().get(0));
            stores.merges().restore(restored);
        });
        assertThat(standing(eve.id())).contains(eve.id());
        assertThat(member(eve.id())).isEqualTo(restored);
    }

    @Test
    @Requirement("S31")
    void agreements_are_kept_once() {
        MemberId ada = MemberId.of(Any.any("ada"));
        MemberId eve = MemberId.of(Any.any("eve"));
        Agreement agreement = new Agreement(ada, eve, Any.anyInstant());
        write(stores -> stores.merges().agree(agreement));

        assertThat(agreements(Set.of(ada, eve))).containsExactly(agreement);
        assertThat(agreements(Set.of(eve))).isEmpty();
        assertAlwaysLost(stores -> stores.merges().agree(agreement));
    }

    private static Merge merge(CustomerId survivor, CustomerId other) {
        Instant at = Any.minute(Any.anyNumber());
        MergeMove redirect = new MergeMove(MergeMove.Kind.CUSTOMER, other.value(), other.value(), survivor.value());
        MergeMove note = new MergeMove(MergeMove.Kind.NOTE, Any.any("note"), other.value(), survivor.value());
        return new Merge(
                MergeId.of(Any.any("merge")),
                new Merge.Command(ExternalKey.of("desk-1", Any.any("merge")), Fingerprint.of("x")),
                survivor,
                Actor.staff("clerk-1"),
                at,
                List.of(redirect, note),
                null);
    }

    private Customer add(Customer customer) {
        write(stores -> stores.customers().add(customer));
        return customer;
    }

    private <R> R ask(Function<MergeStore, R> question) {
        return read(stores -> question.apply(stores.merges()));
    }

    private Optional<Merge> kept(Function<MergeStore, Optional<Merge>> question) {
        return ask(question);
    }

    private List<Merge> into(Customer survivor) {
        return ask(merges -> merges.into(survivor.id()));
    }

    private Map<CustomerId, CustomerId> survivors(CustomerId... customers) {
        return ask(merges -> merges.survivors(Set.of(customers)));
    }

    private List<Customer> customers(Function<Stores, List<Customer>> question) {
        return read(question);
    }

    private Member member(MemberId id) {
        return read(stores -> stores.members().find(id)).orElseThrow();
    }

    private List<Agreement> agreements(Set<MemberId> members) {
        return ask(merges -> merges.agreements(members));
    }

    private Optional<CustomerId> find(CustomerId id) {
        return read(stores -> stores.customers().find(id)).map(Customer::id);
    }

    private Optional<CustomerId> withCode(Customer customer) {
        return read(stores -> stores.customers().withAccountCode(Objects.requireNonNull(customer.accountCode())))
                .map(Customer::id);
    }

    private Optional<MemberId> standing(MemberId id) {
        return read(stores -> stores.members().standing(id)).map(MemberStanding::member);
    }

    private Optional<MemberId> ofCustomer(CustomerId id) {
        return read(stores -> stores.members().standingOfCustomer(id)).map(MemberStanding::member);
    }

    private List<Member> membersTo(MemberId survivor) {
        return read(stores -> stores.merges().redirectsTo(survivor));
    }

    private List<CustomerId> listed() {
        DirectoryQuery everybody = DirectoryQuery.of(new SearchTerm.Everybody());
        return read(stores -> stores.directory().list(everybody, Page.Request.first(1_000))).items().stream()
                .map(ListedCustomer::id)
                .toList();
    }
}

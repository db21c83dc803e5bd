package org.openmembership.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.Registration;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeId;
import org.openmembership.merge.MergeMove;
import org.openmembership.privacy.Person;
import org.openmembership.privacy.PrivacyStore;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Topic;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/** Which records every {@link PrivacyStore} takes for one person's. */
@Requirement({"R17", "C35"})
public abstract class PersonContract extends PrivacyContract {
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

    private static <T extends Comparable<T>> SortedSet<T> sorted(T id) {
        return new TreeSet<>(List.of(id));
    }
}

package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailAddress;
import org.openmembership.member.AddressHolders;
import org.openmembership.member.MatchingCustomer;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStore;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

/** Who stands behind an address, as every {@link MemberStore} gathers it for a registration. */
public abstract class AddressHolderContract extends StoreContract {
    private final EmailAddress email = AnyCustomer.anyEmail();

    @Test
    @Requirement("R8")
    void behind_an_address_stand_users_who_have_it_and_users_named_by_it_by_username() {
        User named = AnyMember.anyUser(email);
        Member member = story().member(named, AnyCustomer.anyCustomer());
        write(stores -> stores.users().update(named.superseded(AnyCustomer.anyEmail())));
        UserId id = UserId.of(Any.any("user"));
        User having = User.unverified(id, Username.of(email.key(), id), email);
        write(stores -> stores.users().add(having));
        story().member();

        AddressHolders holders = holders(email);

        assertThat(holders.holders()).extracting(holder -> holder.user().id()).containsExactly(named.id(), having.id());
        assertThat(holders.holders())
                .extracting(AddressHolders.Holder::member)
                .containsExactly(AddressHolders.HoldingMember.of(member), null);
        assertThat(holders.imported()).isNull();
    }

    @Test
    @Requirement("R10")
    void behind_an_address_stands_the_oldest_imported_member_that_waits() {
        Member young = imported(Any.minute(2).toString());
        Member old = imported(Any.minute(1).toString());
        write(stores -> List.of(young, old).forEach(stores.members()::add));

        assertThat(holders(email).imported()).isEqualTo(old.id());
        assertThat(holders(email).holders()).isEmpty();
        assertThat(holders(AnyCustomer.anyEmail()).imported()).isNull();
    }

    @Test
    @Requirement({"A15", "A16", "A17", "I15"})
    void matching_customers_come_the_oldest_first_with_the_member_that_took_them() {
        Customer young = created(5);
        Customer oldest = created(1);
        Customer taken = created(3);
        write(stores -> List.of(young, oldest).forEach(stores.customers()::add));
        Member owner = story().member(AnyMember.anyUser(), taken);

        write(stores -> assertThat(stores.members().matchingCustomersForUpdate(email.key()))
                .containsExactly(
                        new MatchingCustomer(oldest, null),
                        new MatchingCustomer(taken, owner.id()),
                        new MatchingCustomer(young, null)));
    }

    @Test
    void matching_customers_include_those_added_in_the_same_unit_of_work() {
        Customer customer = created(1);

        write(stores -> {
            stores.customers().add(customer);
            assertThat(stores.members().matchingCustomersForUpdate(email.key()))
                    .containsExactly(new MatchingCustomer(customer, null));
        });
    }

    private Customer created(int minute) {
        return Customer.builder(AnyCustomer.anyCustomerId(), AnyCustomer.anyName(), Any.minute(minute))
                .email(email)
                .build();
    }

    private Member imported(String createdAt) {
        Member.Times times = new Member.Times(Instant.parse(createdAt), null, null);
        return Member.imported(AnyMember.anyMemberId(), AnyPurchase.anyReceipt(), email, AnyMember.anyDetails(), times);
    }

    private AddressHolders holders(EmailAddress address) {
        return read(stores -> stores.members().holders(address.key()));
    }
}

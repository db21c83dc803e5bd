package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.audit.Invariant;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;

/** What every {@link org.openmembership.audit.AuditStore} finds wrong with whoever was merged away. */
@Requirement("I20")
public abstract class MergeAuditContract extends AuditContract {
    @Test
    void redirects_in_one_step_are_as_they_should_be() {
        Customer ada = customer();
        redirect(customer(), ada);
        redirect(customer(), ada);

        assertThat(violations(Invariant.REDIRECT_LEADS)).isEmpty();
    }

    @Test
    void a_chain_of_customers_is_found() {
        Customer ada = customer();
        Customer eve = customer();
        redirect(eve, ada);
        tampering().redirect(ada.id(), customer().id());

        assertFound(Invariant.REDIRECT_LEADS, eve.id().value());
    }

    @Test
    void a_circle_of_customers_is_found() {
        Customer ada = customer();
        Customer eve = customer();
        redirect(eve, ada);
        tampering().redirect(ada.id(), eve.id());

        assertFound(Invariant.REDIRECT_LEADS, ada.id().value());
        assertFound(Invariant.REDIRECT_LEADS, eve.id().value());
    }

    @Test
    void a_redirect_to_nobody_is_found() {
        Customer ada = customer();
        tampering().redirect(ada.id(), CustomerId.of("nobody"));

        assertFound(Invariant.REDIRECT_LEADS, ada.id().value());
    }

    @Test
    void a_redirect_of_another_member_is_found() {
        Member stranger = story().member();
        CustomerId own = Objects.requireNonNull(member.primary());
        tampering().redirect(own, Objects.requireNonNull(stranger.primary()));

        assertFound(Invariant.REDIRECT_LEADS, own.value());
    }

    @Test
    void a_chain_of_members_is_found() {
        Member first = mergedAway(story().member(), member.id());
        Member second = mergedAway(story().member(), member.id());
        tampering().redirect(first.id(), second.id());

        assertFound(Invariant.REDIRECT_LEADS, first.id().value());
    }

    @Test
    void an_open_account_of_a_member_who_was_merged_away_is_found() {
        Member merged = mergedAway(member, story().member().id());
        assertFound(Invariant.REDIRECT_LEADS, merged.id().value());

        write(stores -> stores.accounts().lock(new TreeSet<>(Set.of(account))).stream()
                .map(MemberAccount::closed)
                .forEach(stores.accounts()::update));

        assertThat(violations(Invariant.REDIRECT_LEADS)).isEmpty();
    }

    @Test
    void points_that_arrive_in_a_merge_from_nowhere_are_found() {
        PointEntry entry = earn("10", 1);
        PointEntry.Cause cause = entry.cause();
        AccountId account = entry.account();
        tampering()
                .put(new PointEntry(
                        entry.id(),
                        entry.points(),
                        entry.balanceAfter(),
                        cause.as(EntryKind.MERGE_IN, cause.origin())));

        assertFound(Invariant.MERGE_PAIRED, account.value());
    }

    private Customer customer() {
        Customer customer = AnyCustomer.anyCustomer();
        write(stores -> stores.customers().add(customer));
        return customer;
    }

    private void redirect(Customer customer, Customer survivor) {
        write(stores -> stores.merges().redirect(customer.changed().build(), survivor.id()));
    }

    private Member mergedAway(Member merged, MemberId into) {
        write(stores -> {
            merged.links().forEach(link -> stores.members().unlink(merged.id(), link.customer()));
            stores.merges().redirect(merged.mergedAway(), into);
        });
        return merged;
    }
}

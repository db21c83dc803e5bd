package org.openmembership.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStatus;

/** What must be true of whoever was merged away. */
final class MergeAudit {
    private final State state;
    private final List<Violation> found = new ArrayList<>();

    MergeAudit(State state) {
        this.state = state;
    }

    List<Violation> violations() {
        state.customers.values().forEach(customer -> check(customer.id()));
        state.members.values().forEach(this::check);
        return found;
    }

    private void check(CustomerId customer) {
        CustomerId survivor = state.redirects.get(customer);
        if (survivor != null) {
            boolean leads = state.customers.contains(survivor) && !state.redirects.contains(survivor);
            require(leads, customer.value(), "leads to " + survivor + ", who leads elsewhere");
            @Nullable MemberId own = state.membersByCustomer.get(customer);
            @Nullable MemberId theirs = state.membersByCustomer.get(survivor);
            require(Objects.equals(own, theirs), customer.value(), "is of " + own + ", the survivor of " + theirs);
        }
    }

    private void check(Member member) {
        MemberId survivor = state.memberRedirects.get(member.id());
        String id = member.id().value();
        if (survivor == null) {
            require(member.status() != MemberStatus.MERGED, id, "is merged and leads nowhere");
            return;
        }
        boolean leads = state.members.contains(survivor) && !state.memberRedirects.contains(survivor);
        require(leads, id, "leads to " + survivor + ", who leads elsewhere");
        new InMemoryAccounts(state)
                .of(member.id())
                .forEach(account -> require(account.isClosed(), id, "has the open account " + account.id()));
    }

    private void require(boolean holds, String subject, String finding) {
        if (!holds) {
            found.add(new Violation(Invariant.REDIRECT_LEADS, subject, finding));
        }
    }
}

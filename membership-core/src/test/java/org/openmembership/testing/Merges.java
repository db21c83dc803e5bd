package org.openmembership.testing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.user.UserId;

/** What to ask for so that members of a shop become one. */
public record Merges(Shop shop) {
    /** Under a key of its own; whoever signs in as the first one goes on to. */
    public MergeRequest of(MemberId into, MemberId away) {
        return MergeRequest.of(customer(into), List.of(customer(away)), shop.key())
                .keeping(user(into));
    }

    public CustomerId customer(MemberId member) {
        return requireNonNull(find(member).primary());
    }

    public UserId user(MemberId member) {
        return requireNonNull(find(member).user());
    }

    private Member find(MemberId member) {
        return shop.storage().read(stores -> stores.members().find(member)).orElseThrow();
    }
}

package org.openmembership.purchase;

import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/** Something has changed about a sale other than points. */
public sealed interface PurchaseEvent extends MembershipEvent {
    /** A sale that waited to be posted on an account was called off, and never moves points there (A59). */
    record SaleWithdrawn(ExternalKey sale, AccountId account, ClubId club) implements PurchaseEvent {
        @Override
        public Topic topic() {
            return new Topic(Topic.Kind.ACCOUNT, account.value());
        }
    }

    /**
     * A sale is somebody else's from now on; told as something about whoever has it, else about whoever had it.
     *
     * @param from null for nobody
     * @param to null for nobody
     */
    record SaleAssigned(
            ExternalKey sale,
            @Nullable MemberId from,
            @Nullable MemberId to) implements PurchaseEvent {
        @Override
        public Topic topic() {
            MemberId about = to == null ? from : to;
            return about == null ? Topic.SHOP : new Topic(Topic.Kind.MEMBER, about.value());
        }
    }
}

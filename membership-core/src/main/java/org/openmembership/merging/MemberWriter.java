package org.openmembership.merging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openmembership.command.Caller;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberEvent.CustomerLinked;
import org.openmembership.merge.MergeEvent.MembersMerged;
import org.openmembership.merge.MergeMove;
import org.openmembership.merge.MergeMove.Kind;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.User;
import org.openmembership.user.UserEvent.UserDisabled;
import org.openmembership.user.UserId;

/** Makes members one: links, primary, user; each change is written down (R3). */
final class MemberWriter {
    /** Where something was nobody's, or is nobody's any more. */
    static final String NOBODY = "-";

    private final Caller caller;
    private final MergePlan plan;
    private final Instant now;
    private final Stores stores;
    private final Facts told;

    MemberWriter(Caller caller, MergePlan plan, Instant now, Stores stores, Facts told) {
        this.caller = caller;
        this.plan = plan;
        this.now = now;
        this.stores = stores;
        this.told = told;
    }

    void write(Member main, Set<CustomerId> redirected, List<MergeMove> moves) {
        link(main, redirected, moves);
        for (Member member : plan.absorbed()) {
            absorb(member, main, moves);
        }
        represent(main, redirected, moves);
        if (!plan.absorbed().isEmpty()) {
            tellUsers(moves);
        }
    }

    /** All of them belong to the member now: those of nobody as well. */
    private void link(Member main, Set<CustomerId> redirected, List<MergeMove> moves) {
        List<CustomerId> all = new ArrayList<>(redirected);
        all.add(plan.facts().survivor().id());
        List<CustomerLink> added = new ArrayList<>();
        for (CustomerId customer : all) {
            if (stores.members().standingOfCustomer(customer).isEmpty()) {
                added.add(new CustomerLink(customer, now));
                moves.add(new MergeMove(
                        Kind.LINK, customer.value(), NOBODY, main.id().value()));
                told.happened(new CustomerLinked(main.id(), customer), now);
            }
        }
        stores.members().link(main.id(), added);
    }

    private void absorb(Member member, Member main, List<MergeMove> moves) {
        for (CustomerLink link : member.links()) {
            stores.members().relink(member.id(), main.id(), new CustomerLink(link.customer(), now));
            moves.add(new MergeMove(
                    Kind.LINK,
                    link.customer().value(),
                    member.id().value(),
                    main.id().value()));
            told.happened(new CustomerLinked(main.id(), link.customer()), now);
        }
        for (Member earlier : stores.merges().redirectsTo(member.id())) {
            redirect(earlier, member, main, moves);
        }
        moves.add(new MergeMove(
                Kind.PRIMARY,
                member.id().value(),
                requireNonNull(member.primary()).value(),
                NOBODY));
        UserId user = requireNonNull(member.user());
        moves.add(new MergeMove(Kind.USER, member.id().value(), user.value(), NOBODY));
        new GiftCardMerge(now, stores, told).move(member.id(), main.id(), moves);
        redirect(member, member, main, moves);
        told.happened(new MembersMerged(member.id(), main.id()), now);
    }

    private void redirect(Member member, Member from, Member main, List<MergeMove> moves) {
        stores.merges().redirect(member.mergedAway(), main.id());
        moves.add(new MergeMove(
                Kind.MEMBER, member.id().value(), from.id().value(), main.id().value()));
    }

    private void represent(Member main, Set<CustomerId> redirected, List<MergeMove> moves) {
        CustomerId primary = requireNonNull(main.primary());
        CustomerId survivor = plan.facts().survivor().id();
        CustomerId next = redirected.contains(primary) ? survivor : primary;
        if (!next.equals(primary)) {
            moves.add(new MergeMove(Kind.PRIMARY, main.id().value(), primary.value(), next.value()));
        }
        UserId user = requireNonNull(main.user());
        UserId kept = requireNonNull(plan.keepUser());
        boolean other = !kept.equals(user);
        if (other) {
            moves.add(new MergeMove(Kind.USER, main.id().value(), user.value(), kept.value()));
            User login = requireNonNull(plan.facts().users().get(kept));
            // whose links may be older than the proof of the address that is the member's now (I14)
            main.links()
                    .forEach(link ->
                            stores.members().relink(main.id(), main.id(), new CustomerLink(link.customer(), now)));
            stores.members().update(main.represented(next).signingIn(login));
        } else {
            stores.members().update(main.represented(next));
        }
    }

    /** Who does not sign in any more is switched off; the name stays taken, and everybody is told (S14, S31). */
    private void tellUsers(List<MergeMove> moves) {
        for (User user : plan.facts().users().values()) {
            stores.notifications()
                    .add(Notification.due(
                            NotificationId.of(caller.ids().next()),
                            NotificationPurpose.MEMBERS_MERGED,
                            user.id(),
                            new MessageTopic.OfUser(),
                            now));
            if (!user.id().equals(plan.keepUser()) && user.enabled()) {
                User disabled = user.withEnabled(false);
                stores.users().update(disabled);
                moves.add(new MergeMove(
                        Kind.DISABLED_USER, user.id().value(), user.id().value(), NOBODY));
                told.happened(new UserDisabled(user.id(), disabled.epoch()), now);
            }
        }
    }
}

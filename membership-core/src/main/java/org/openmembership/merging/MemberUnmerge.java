package org.openmembership.merging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeEvent.MembersUnmerged;
import org.openmembership.merge.MergeMove;
import org.openmembership.merge.MergeMove.Kind;
import org.openmembership.merging.UnmergeResult.Reason;
import org.openmembership.merging.UnmergeResult.Refused;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.User;
import org.openmembership.user.UserEvent.UserEnabled;
import org.openmembership.user.UserId;

/** Makes a member several again: links, primary, user. */
final class MemberUnmerge {
    private final Merge merge;
    private final Instant now;
    private final Stores stores;
    private final Facts told;
    private @Nullable Member main;

    MemberUnmerge(Merge merge, Instant now, Stores stores, Facts told) {
        this.merge = merge;
        this.now = now;
        this.stores = stores;
        this.told = told;
    }

    /** Tells what has changed about the member since the merge. */
    Optional<Refused> contradiction() {
        Optional<MergeMove> link = merge.of(Kind.LINK).findFirst();
        if (link.isEmpty() && merge.of(Kind.PRIMARY).findFirst().isEmpty()) {
            return Optional.empty();
        }
        MemberId id = link.map(move -> MemberId.of(move.to()))
                .orElseGet(() -> MemberId.of(
                        merge.of(Kind.PRIMARY).findFirst().orElseThrow().subject()));
        Member found = stores.merges().member(id).orElseThrow();
        main = found;
        boolean same = found.isActive()
                && moveOf(Kind.USER, id)
                        .map(move -> requireNonNull(found.user()).value().equals(move.to()))
                        .orElse(true)
                && moveOf(Kind.PRIMARY, id)
                        .map(move -> requireNonNull(found.primary()).value().equals(move.to()))
                        .orElse(true);
        return same ? Optional.empty() : Optional.of(new Refused(Reason.MEMBER_CHANGED, id.value()));
    }

    void undo() {
        Member current = main;
        if (current == null) {
            return;
        }
        Optional<MergeMove> user = moveOf(Kind.USER, current.id());
        CustomerId primary = moveOf(Kind.PRIMARY, current.id())
                .map(move -> CustomerId.of(move.from()))
                .orElse(requireNonNull(current.primary()));
        Map<MemberId, Member> merged = merged();
        List<CustomerLink> gone = links(current);
        Member before = current.represented(primary);
        if (user.isPresent()) {
            User login = stores.users().find(UserId.of(user.get().from())).orElseThrow();
            before = before.signingIn(login);
        }
        stores.members().update(before);
        new GiftCardMerge(now, stores, told).undo(merge, current.id());
        members(current, merged, gone);
        users();
    }

    /** Takes the links back; answers those that others get again. */
    private List<CustomerLink> links(Member current) {
        List<CustomerLink> gone = new ArrayList<>();
        for (MergeMove move : merge.of(Kind.LINK).toList()) {
            CustomerId customer = CustomerId.of(move.subject());
            if (move.from().equals(MemberWriter.NOBODY)) {
                stores.members().unlink(current.id(), customer);
            } else {
                CustomerLink link = new CustomerLink(customer, now);
                stores.members().relink(current.id(), MemberId.of(move.from()), link);
                gone.add(link);
            }
        }
        return gone;
    }

    /** As they are kept, before their customers are theirs again. */
    private Map<MemberId, Member> merged() {
        Map<MemberId, Member> merged = new LinkedHashMap<>();
        merge.of(Kind.MEMBER)
                .map(move -> MemberId.of(move.subject()))
                .forEach(id -> merged.put(id, stores.merges().member(id).orElseThrow()));
        return merged;
    }

    private void members(Member current, Map<MemberId, Member> kept, List<CustomerLink> gone) {
        for (MergeMove move : merge.of(Kind.MEMBER).toList()) {
            MemberId id = MemberId.of(move.subject());
            Member merged = requireNonNull(kept.get(id));
            if (!move.from().equals(move.subject())) {
                stores.merges().redirect(merged.mergedAway(), MemberId.of(move.from()));
                continue;
            }
            UserId user = UserId.of(moveOf(Kind.USER, id).orElseThrow().from());
            CustomerId primary =
                    CustomerId.of(moveOf(Kind.PRIMARY, id).orElseThrow().from());
            List<CustomerLink> own = gone.stream()
                    .filter(link -> merge.of(Kind.LINK)
                            .anyMatch(was -> was.from().equals(id.value())
                                    && was.subject().equals(link.customer().value())))
                    .toList();
            stores.merges().restore(merged.restored(user, own, primary));
            told.happened(new MembersUnmerged(id, current.id()), now);
        }
    }

    private void users() {
        for (MergeMove move : merge.of(Kind.DISABLED_USER).toList()) {
            User user = stores.users().find(UserId.of(move.subject())).orElseThrow();
            if (!user.enabled()) {
                User enabled = user.withEnabled(true);
                stores.users().update(enabled);
                told.happened(new UserEnabled(user.id(), enabled.epoch()), now);
            }
        }
    }

    private Optional<MergeMove> moveOf(Kind kind, MemberId member) {
        return merge.of(kind)
                .filter(move -> move.subject().equals(member.value()))
                .findFirst();
    }
}

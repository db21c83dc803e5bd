package org.openmembership.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemePin;
import org.openmembership.account.SchemeStanding;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.club.SchemeId;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.user.User;

/** What must be true of members, and of who shares and holds what. */
final class PeopleAudit {
    private final State state;
    private final List<Violation> found = new ArrayList<>();

    PeopleAudit(State state) {
        this.state = state;
    }

    List<Violation> violations(Invariant invariant) {
        found.clear();
        switch (invariant) {
            case MEMBER_COMPLETE -> activeMembers().forEach(this::requireComplete);
            case TERMS_ACCEPTED -> activeMembers().forEach(this::requireTerms);
            case LINK_AFTER_PROOF -> activeMembers().forEach(this::requireProofBeforeLinks);
            case ACCOUNT_SHARED_PROPERLY -> requireProperShares();
            case SCHEME_MATCHES_MOVES -> state.accounts.values().forEach(this::requireMoves);
            case SCHEME_EXPLAINED -> state.accounts.values().forEach(this::requireRoute);
            default -> throw new IllegalArgumentException("not about people: " + invariant);
        }
        return List.copyOf(found);
    }

    private List<Member> activeMembers() {
        return state.members.values().filter(Member::isActive).toList();
    }

    private void requireComplete(Member member) {
        List<CustomerLink> links = links(member);
        boolean hasUser = member.user() != null && state.users.contains(member.user());
        boolean hasPrimary = links.stream().anyMatch(link -> link.customer().equals(member.primary()));
        if (!hasUser || !hasPrimary) {
            add(
                    Invariant.MEMBER_COMPLETE,
                    member.id().value(),
                    links.size() + " customers, user " + hasUser + ", primary " + hasPrimary);
        }
    }

    private void requireTerms(Member member) {
        if (member.terms() == null) {
            add(Invariant.TERMS_ACCEPTED, member.id().value(), "no terms");
        }
    }

    private void requireProofBeforeLinks(Member member) {
        Instant verifiedAt = verifiedAt(member);
        for (CustomerLink link : links(member)) {
            if (verifiedAt != null && link.linkedAt().isBefore(verifiedAt)) {
                add(
                        Invariant.LINK_AFTER_PROOF,
                        member.id().value(),
                        "linked at " + link.linkedAt() + ", proven at " + verifiedAt);
            }
        }
    }

    private @Nullable Instant verifiedAt(Member member) {
        return member.user() == null
                ? null
                : state.users.find(member.user()).map(User::verifiedAt).orElse(null);
    }

    private List<CustomerLink> links(Member member) {
        Key prefix = Key.of(member.id());
        return state.links.between(prefix, prefix.end()).toList();
    }

    private void requireProperShares() {
        Map<AccountId, Integer> mains = new HashMap<>();
        Map<List<Object>, Integer> inClub = new HashMap<>();
        for (State.Share share : state.shares.values().toList()) {
            mains.merge(share.account(), share.main() ? 1 : 0, Integer::sum);
            state.accounts
                    .find(share.account())
                    .ifPresent(account -> inClub.merge(List.of(share.member(), account.club()), 1, Integer::sum));
        }
        state.accounts.values().forEach(account -> {
            int count = mains.getOrDefault(account.id(), 0);
            int wanted = account.owner().mainMember() == null ? 0 : 1;
            if (count != wanted) {
                add(Invariant.ACCOUNT_SHARED_PROPERLY, account.id().value(), count + " main members");
            }
        });
        inClub.forEach((memberInClub, count) -> {
            if (count > 1) {
                add(
                        Invariant.ACCOUNT_SHARED_PROPERLY,
                        memberInClub.get(0).toString(),
                        count + " accounts in club " + memberInClub.get(1));
            }
        });
    }

    private void requireMoves(MemberAccount account) {
        Key prefix = Key.of(account.id());
        List<SchemeMove> moves = state.moves.between(prefix, prefix.end()).toList();
        Optional<SchemeMove> gap = moves.stream()
                .filter(move -> move.number() != moves.indexOf(move) + 1)
                .findFirst();
        SchemeId last =
                moves.isEmpty() ? null : moves.get(moves.size() - 1).change().to();
        if (gap.isPresent() || !decided(account).equals(last)) {
            add(
                    Invariant.SCHEME_MATCHES_MOVES,
                    account.id().value(),
                    "holds " + decided(account) + ", " + moves.size() + " moves lead to " + last);
        }
    }

    private void requireRoute(MemberAccount account) {
        SchemePin pin = account.standing().pin();
        state.schemeStandings.find(account.id()).ifPresent(standing -> {
            SchemeStanding.Paid paid = standing.paid();
            boolean explained = decided(account).equals(standing.earned().scheme())
                    || paid != null && decided(account).equals(paid.scheme())
                    || pin != null && decided(account).equals(pin.floor());
            if (!explained) {
                add(Invariant.SCHEME_EXPLAINED, account.id().value(), "holds " + decided(account) + ", " + standing);
            }
        });
    }

    /** What it holds, or will. */
    private static SchemeId decided(MemberAccount account) {
        MemberAccount.Coming coming = account.standing().coming();
        return coming == null ? account.scheme() : coming.scheme();
    }

    private void add(Invariant invariant, String subject, String finding) {
        found.add(new Violation(invariant, subject, finding));
    }
}

package org.openmembership.blocking;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openmembership.account.AccountId;
import org.openmembership.blocking.Cascade.Part;
import org.openmembership.card.CardEvent.CardUnblocked;
import org.openmembership.card.MembershipCard;
import org.openmembership.member.MemberEvent.MemberUnblocked;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Block;
import org.openmembership.step.Facts;
import org.openmembership.step.LoginSwitch;
import org.openmembership.storage.Stores;
import org.openmembership.user.User;

/** What goes along when an account is unblocked; in three questions however many share it. */
record Unblocking(AccountId account, List<MembershipCard> cards, List<MemberId> members, List<User> logins) {
    static Unblocking gather(AccountId account, Cascade cascade, Stores stores) {
        List<MembershipCard> cards = cascade.includes(Part.CARDS)
                ? stores.cards().of(account).stream()
                        .filter(card -> card.isBlocked() && card.life().replacedBy() == null)
                        .toList()
                : List.of();
        Set<MemberId> sharers = new TreeSet<>(stores.accounts().membersOf(account));
        List<MembershipCard> ofSharers = cards.stream()
                .filter(card -> card.carrier() == null || sharers.contains(card.carrier()))
                .toList();
        List<MemberId> members = cascade.includes(Part.MEMBERS)
                ? stores.members().blocks(sharers).keySet().stream().sorted().toList()
                : List.of();
        List<User> logins = cascade.includes(Part.LOGINS)
                ? stores.accounts().usersOf(account).stream()
                        .filter(user -> !user.enabled())
                        .toList()
                : List.of();
        return new Unblocking(account, ofSharers, members, logins);
    }

    BlockedAlong along() {
        return new BlockedAlong(
                cards.stream().map(MembershipCard::number).toList(),
                members,
                logins.stream().map(User::id).toList());
    }

    void record(Instant now, Stores stores, Facts facts) {
        stores.cards()
                .update(cards.stream().map(card -> card.with((Block) null)).toList());
        cards.forEach(card -> facts.happened(new CardUnblocked(card.club(), account, card.number()), now));
        for (MemberId member : members) {
            stores.members().block(member, null);
            facts.happened(new MemberUnblocked(member), now);
        }
        logins.forEach(user -> LoginSwitch.turn(user, true, now, stores, facts));
    }
}

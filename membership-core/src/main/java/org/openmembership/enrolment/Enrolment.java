package org.openmembership.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardEvent.CardAssigned;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStatus;
import org.openmembership.card.MembershipCard;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.step.Accounts;
import org.openmembership.step.Facts;
import org.openmembership.step.KeptSales;
import org.openmembership.step.PublishedClub;
import org.openmembership.storage.Stores;

/** The door to accounts and cards: who takes part in which club (B29, B33, B34). Thread-safe. */
public final class Enrolment {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Enrolment(Caller caller) {
        this.caller = caller;
    }

    /**
     * Gives an active or imported member an account in a club, in the club's first scheme.
     *
     * <p>A member has at most one account in a club; a repeat answers with the one that is there. Sales that were kept
     * because the member was not active yet are posted to a first account (R5).
     */
    public EnrolmentResult enrol(MemberId member, ClubId club) {
        Instant now = caller.now();
        return caller.change(
                Permission.ENROL,
                new Subject(member.value()),
                (stores, facts) -> enrol(member, club, now, stores, facts));
    }

    private EnrolmentResult enrol(MemberId member, ClubId club, Instant now, Stores stores, Facts facts) {
        Optional<MemberStanding> standing = stores.members().standing(member);
        Optional<PublishedClub> published = caller.clubs().latest(club, now, stores);
        Optional<MemberAccount> existing = stores.accounts().of(member, club);

        if (existing.isPresent()) {
            return new EnrolmentResult.Enrolled(existing.get(), true);
        }
        if (standing.isEmpty()) {
            return new EnrolmentResult.Refused(EnrolmentResult.Reason.UNKNOWN_MEMBER);
        }
        MemberStatus status = standing.get().status();
        if (status != MemberStatus.ACTIVE && status != MemberStatus.IMPORTED) {
            return new EnrolmentResult.Refused(EnrolmentResult.Reason.NOT_ACTIVE);
        }
        if (published.isEmpty()) {
            return new EnrolmentResult.Refused(EnrolmentResult.Reason.UNKNOWN_CLUB);
        }

        MemberAccount opened = Accounts.openFor(member, published.get().club(), now, caller.ids(), stores, facts);
        int posted = status == MemberStatus.ACTIVE
                ? KeptSales.post(member, caller.actor(), now, caller.clubs(), stores, facts)
                : 0;
        MemberAccount account =
                posted == 0 ? opened : stores.accounts().find(opened.id()).orElseThrow();
        return new EnrolmentResult.Enrolled(account, false);
    }

    /**
     * Hands out a card that identifies an account from now on.
     *
     * <p>A repeat changes nothing.
     *
     * @param carrier the member who carries it, null for a card without a person (R55)
     */
    public CardResult assign(CardNumber number, AccountId account, @Nullable MemberId carrier) {
        Instant now = caller.now();
        return caller.change((stores, facts) -> {
            Optional<MemberAccount> owner = stores.accounts().find(account);
            Optional<MembershipCard> existing = stores.cards().find(number);
            boolean shares = carrier == null
                    || owner.isPresent() && stores.accounts().membersOf(account).contains(carrier);
            caller.require(
                    Permission.ENROL,
                    owner.map(found -> new Subject(found.owner().mainMember().value()))
                            .orElse(Subject.NOBODY),
                    facts);

            MembershipCard card = new MembershipCard(number, account, carrier, CardStatus.ACTIVE);
            if (owner.isEmpty()) {
                return new CardResult.Refused(CardResult.Reason.UNKNOWN_ACCOUNT);
            }
            if (existing.isPresent()) {
                return existing.get().account().equals(account)
                        ? new CardResult.Assigned(existing.get(), true)
                        : new CardResult.Refused(CardResult.Reason.TAKEN);
            }
            if (!shares) {
                return new CardResult.Refused(CardResult.Reason.NOT_OF_ACCOUNT);
            }

            stores.cards().add(card);
            facts.happened(new CardAssigned(account, number, carrier), now);
            return new CardResult.Assigned(card, false);
        });
    }
}

package org.openmembership.members;

import java.util.List;
import java.util.Optional;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.ContactType;
import org.openmembership.card.MembershipCard;
import org.openmembership.command.Caller;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;

/** The door to what is known of members. Nothing is written. Members may read their own. Thread-safe. */
public final class Members {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Members(Caller caller) {
        this.caller = caller;
    }

    /** A member as it is now, whatever its status; empty if there is none. */
    public Optional<Member> find(MemberId id) {
        return caller.read(
                Permission.READ_CUSTOMERS,
                new Subject(id.value()),
                stores -> stores.members().find(id));
    }

    /** The member a customer belongs to; empty for a customer who belongs to none, and for an unknown one (A6). */
    public Optional<Member> ofCustomer(CustomerId customer) {
        return caller.read(stores -> {
            Optional<MemberStanding> standing = stores.members().standingOfCustomer(customer);
            caller.require(
                    Permission.READ_CUSTOMERS,
                    standing.map(found -> new Subject(found.member().value())).orElse(Subject.NOBODY));
            return standing.flatMap(found -> stores.members().find(found.member()));
        });
    }

    /**
     * Whether a member holds a card, which is worked out from the cards at each call and stored nowhere (B30): of those the member
     * carries, and of those of the member's accounts that nobody in particular carries. An unknown member holds none.
     */
    public ContactType contactType(MemberId member) {
        List<MembershipCard> cards = caller.read(
                Permission.READ_CUSTOMERS,
                new Subject(member.value()),
                stores -> stores.cards().of(member));
        return ContactType.of(cards);
    }

    /** The accounts a member shares, blocked and closed ones included, by id; none for an unknown member. */
    public List<MemberAccount> accounts(MemberId member) {
        return caller.read(
                Permission.READ_STATEMENT,
                new Subject(member.value()),
                stores -> stores.accounts().of(member));
    }
}

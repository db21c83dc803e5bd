package org.openmembership.card;

import java.util.List;
import java.util.Optional;
import org.openmembership.account.AccountId;

/** Keeps cards; a number is given out once in a storage. */
public interface CardStore {
    /** Adds a card; if its number was given out meanwhile, the unit of work is run again. */
    void add(MembershipCard card);

    Optional<MembershipCard> find(CardNumber number);

    /** The cards of an account, by number. */
    List<MembershipCard> of(AccountId account);
}

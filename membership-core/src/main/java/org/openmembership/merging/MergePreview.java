package org.openmembership.merging;

import java.util.List;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.customer.CustomerId;
import org.openmembership.ledger.Balance;
import org.openmembership.merge.FieldChoice;

/**
 * What a merge would do; nothing is changed (R16).
 *
 * @param survivor the one that stays
 * @param fields which value wins and why, for each field that any of them has
 * @param blockers what stands in the way; empty if nothing does
 * @param accounts whose points or owner change
 * @param notes how many notes will be about the survivor
 */
public record MergePreview(
        CustomerId survivor,
        List<FieldChoice> fields,
        List<MergeBlocker> blockers,
        List<AccountChange> accounts,
        int notes) {
    public MergePreview {
        fields = List.copyOf(fields);
        blockers = List.copyOf(blockers);
        accounts = List.copyOf(accounts);
    }

    /**
     * @param from an account of a member that is merged away
     * @param into the account its points go to; the same where only its owner changes
     * @param balance of {@code from} now
     */
    public record AccountChange(ClubId club, AccountId from, AccountId into, Balance balance) {}
}

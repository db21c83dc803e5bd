package org.openmembership.identification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.Benefit;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.Balance;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Provisional;

/** Who stands at the till. */
public sealed interface IdentificationResult {
    /**
     * Somebody who may collect and spend.
     *
     * @param member null for a card that was handed out without a person
     * @param accounts by id; with a card only the one it belongs to. May be empty
     */
    record Identified(@Nullable MemberId member, List<IdentifiedAccount> accounts) implements IdentificationResult {
        public Identified {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * An account as the till shows it.
     *
     * @param benefits what the host gives it: its scheme's, then what the club gives all of them (B3)
     * @param provisional what sales that wait to be posted are to bring; no part of the balance (B40)
     * @param eligible whether its points can be used; else they are kept until somebody registers (D23)
     * @param blockedSince null where it is not blocked; shown only where the member has other accounts
     */
    record IdentifiedAccount(
            AccountId account,
            ClubId club,
            SchemeId scheme,
            List<Benefit> benefits,
            Balance balance,
            Provisional provisional,
            boolean eligible,
            @Nullable Instant blockedSince) {
        public IdentifiedAccount {
            benefits = List.copyOf(benefits);
        }
    }

    /** Nobody who may. */
    record NotIdentified(Reason reason) implements IdentificationResult {}

    /** Why nobody was identified. */
    enum Reason {
        UNKNOWN,
        /** The card, its carrier, or every account of the member is blocked (R54). */
        BLOCKED,
        /** The last day of the card has ended. */
        EXPIRED,
        /** The member has not proven the address yet, has not registered, or is closed; or the account is. */
        NOT_ACTIVE,
        /** Several members have this phone number; ask for another sign. */
        AMBIGUOUS
    }
}

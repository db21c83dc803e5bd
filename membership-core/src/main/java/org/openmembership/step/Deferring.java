package org.openmembership.step;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Deferral;
import org.openmembership.club.RuleAccount;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.rules.Earner;
import org.openmembership.shared.Points;

/**
 * Settles whether a kept sale is posted at once or later, and if later, what it is worked out to do then (A59, B40).
 *
 * @param scene who and where
 * @param asksHost whether a club that awaits the host's word gets it; not where the sale has waited for its member
 */
public record Deferring(
        SaleJournal journal, KeptPurchase kept, PointEntry.Scene scene, LinkedReturns returns, boolean asksHost) {
    /**
     * Posts a planned sale, or keeps that it is posted later: by the club as it stood when the sale was made, and never before
     * the sales of which it brings lines back.
     */
    public SaleJournal.Posted settle(SaleJournal.Planned planned) {
        Optional<WaitingSale.Due> due = planned.posting() == null ? Optional.empty() : due(planned.account());
        return due.map(when -> journal.await(planned, waiting(planned, when)))
                .orElseGet(() -> journal.post(planned, kept.purchase(), kept.fingerprint(), scene));
    }

    /** Nothing if it is posted at once. */
    private Optional<WaitingSale.Due> due(AccountId account) {
        Deferral terms = club(account).club().terms().earning().policies().deferral();
        boolean awaits = asksHost && terms.awaits() != Deferral.Awaits.NOTHING;
        Instant notBefore = kept.recordedAt().plus(terms.delay()).truncatedTo(ChronoUnit.MICROS);
        boolean follows = !returns.of(account).waiting().isEmpty();
        return awaits || follows || notBefore.isAfter(journal.now())
                ? Optional.of(new WaitingSale.Due(notBefore, awaits ? null : notBefore))
                : Optional.empty();
    }

    private WaitingSale waiting(SaleJournal.Planned planned, WaitingSale.Due due) {
        WaitingSale.Name name = new WaitingSale.Name(kept.id(), kept.purchase().key(), planned.account());
        return WaitingSale.of(
                name,
                new WaitingSale.Effect(journal.account(planned.account()).club(), planned.buys(), provisional(planned)),
                due);
    }

    /** What the plan comes to, less what lines that come back of sales which wait themselves would have earned. */
    private Points provisional(SaleJournal.Planned planned) {
        PublishedClub club = club(planned.account());
        MemberAccount account = journal.account(planned.account());
        Earner earner = Earner.of(RuleAccount.of(account.id().value()), account.schemeIn(club.club(), journal.now()));
        Points points =
                planned.posting() == null ? Points.ZERO : planned.posting().net();
        for (LinkedReturns.Waiting original : returns.of(planned.account()).waiting()) {
            points = points.minus(original.without().by(club.rules(), earner).points())
                    .plus(original.with().by(club.rules(), earner).points());
        }
        return points;
    }

    private PublishedClub club(AccountId account) {
        return journal.club(account, kept.purchase());
    }
}

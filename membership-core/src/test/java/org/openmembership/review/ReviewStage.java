package org.openmembership.review;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.PointKind;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.periodic.Progress;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;

/** What tests of reviews need: award points, days that pass, and one run over the coffee club. */
abstract class ReviewStage extends ShopTest {
    PointEntry award(AccountId account, long points) {
        return shop.give(account, Points.of(points), PointKind.AWARD);
    }

    void tomorrow() {
        shop.time().advance(Duration.ofDays(1));
    }

    ReviewResult run() {
        return shop.membership().review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE);
    }

    SchemeId scheme(AccountId account) {
        return shop.row(account).scheme();
    }

    /** What it holds by the clock, without anything being written. */
    SchemeId held(AccountId account) {
        return shop.row(account).schemeAt(shop.time().instant());
    }

    SchemeMove lastMove(AccountId account) {
        List<SchemeMove> moves = shop.membership().review().history(account);
        return moves.get(moves.size() - 1);
    }

    void terms(Window window, Downgrade downgrade) {
        shop.publish(club -> club.review(new ReviewTerms(Measure.AWARD_POINTS, window, downgrade, Period.ofDays(1))));
    }

    SchemeId schemeAfterReviewAt(AccountId account, String instant) {
        shop.time().set(instant);
        run();
        return scheme(account);
    }
}

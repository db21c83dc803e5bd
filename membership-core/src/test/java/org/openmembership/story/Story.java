package org.openmembership.story;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.openmembership.reference.ModelRules;
import org.openmembership.reference.ModelSale;

/**
 * What happens in a shop, step by step.
 *
 * <p>Accounts are numbers: those of {@link #MEMBERS} are in the club whose rules change, {@link #ELSEWHERE} is in another
 * club and belongs to the first member, {@link #NOBODY} is not there, and {@link #GUEST} buys without saying who it is. A key is a number too; {@link #FRESH} stands for one that was not used yet.
 */
record Story(ModelRules rules, List<Step> steps) {
    static final int MEMBERS = 4;
    static final int ELSEWHERE = MEMBERS;
    static final int NOBODY = MEMBERS + 1;
    static final int GUEST = MEMBERS + 2;
    static final int FRESH = -1;

    Story {
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Story by ").append(rules);
        steps.forEach(step -> text.append("\n  ").append(step));
        return text.toString();
    }

    /** Something sold, or brought back without a receipt where pieces and amount are below zero. */
    record Item(ModelSale.Article article, int pieces, BigDecimal amount) {}

    /** A part of a line of an earlier receipt, counted from the last; the one after the first is not there yet. */
    record Back(int receipt, int line, int percent) {}

    /** One thing that happens. */
    sealed interface Step {
        record Redeem(int account, long points, boolean offline, int key) implements Step {}

        record Adjust(int account, long points, int key) implements Step {}

        record Reverse(int account, int entry, int key) implements Step {}

        record Transfer(int from, int to, long points, int key) implements Step {}

        /**
         * A receipt with what is sold and what comes back.
         *
         * @param late how long ago by the till's clock
         * @param foreign whether it is in a currency of no club
         * @param receipt its number, counted from the first
         * @param inPoints how many of a hundred of what is sold are paid with points; below zero, how many of a hundred of
         *     what is due back are paid out so, and the rest in cash
         */
        record Sell(
                int buyer,
                List<Item> items,
                List<Back> backs,
                Duration late,
                boolean foreign,
                int receipt,
                int inPoints)
                implements Step {}

        /** Something done with a hold, or with the end of a lot. */
        sealed interface OfLots extends Step {
            int key();
        }

        record Hold(int account, long points, int hours, int key) implements OfLots {}

        /**
         * @param hold counted from the last
         * @param points all that is held where zero
         */
        record Capture(int hold, long points, int key) implements OfLots {}

        record Release(int hold, int key) implements OfLots {}

        /**
         * @param entry whose first lot is to last longer
         * @param days from the first of March to its new last day
         */
        record Extend(int account, int entry, int days, int key) implements OfLots {}

        /** Delivers an earlier command once more. */
        record Repeat(int command) implements Step {}

        record Expire() implements Step {}

        record Publish(ModelRules rules) implements Step {}

        /** Time passes, backwards too. */
        record Pass(Duration duration) implements Step {}

        /** Time passes until the next lot lapses or the next hold ends, or a microsecond less. */
        record PassToNextEnd(boolean justBefore) implements Step {}

        record Block(int account, boolean blocked) implements Step {}

        record Close(int account) implements Step {}
    }
}

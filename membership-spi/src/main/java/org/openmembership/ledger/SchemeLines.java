package org.openmembership.ledger;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.SchemeExplanation;
import org.openmembership.account.SchemeExplanation.Goal;
import org.openmembership.account.SchemeExplanation.Next;
import org.openmembership.club.Benefit;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.SchemeTerms.PaidTerm;

/**
 * What a receipt says of the scheme an account holds and of the next one.
 *
 * @param lines takes what stands to the left and to the right
 * @param texts takes what may go over several lines
 */
record SchemeLines(Function<ReceiptWord, String> words, BiConsumer<String, String> lines, Consumer<String> texts) {
    void add(SchemeExplanation standing) {
        LocalDate until = standing.held().life().until();
        if (until != null) {
            line(standing.held().scheme().name(), words.apply(ReceiptWord.HELD_UNTIL) + " " + until);
        }
        Next next = standing.next();
        if (next != null) {
            add(next);
        }
    }

    private void add(Next next) {
        line(words.apply(ReceiptWord.NEXT_SCHEME), next.scheme().name());
        Goal entry = next.entry();
        if (entry != null) {
            add(entry);
        }
        PaidTerm paid = next.paid();
        if (paid != null) {
            line(words.apply(ReceiptWord.SOLD_FOR), paid.price().toString());
        }
        next.benefits().forEach(this::add);
    }

    private void add(Goal entry) {
        if (entry.isMet()) {
            line(words.apply(ReceiptWord.REACHED), "");
        } else {
            line(
                    words.apply(missing(entry.measure())) + by(entry.by()),
                    entry.missing().stripTrailingZeros().toPlainString());
        }
    }

    private String by(@Nullable LocalDate day) {
        return day == null ? "" : " " + words.apply(ReceiptWord.MISSING_BY) + " " + day;
    }

    private static ReceiptWord missing(Measure measure) {
        return switch (measure) {
            case AWARD_POINTS -> ReceiptWord.POINTS_MISSING;
            case SPEND -> ReceiptWord.SPEND_MISSING;
            case SINGLE_SPEND -> ReceiptWord.SINGLE_SPEND_MISSING;
            case VISITS -> ReceiptWord.VISITS_MISSING;
        };
    }

    /** What is written for the member stands as it is. */
    private void add(Benefit benefit) {
        switch (benefit.kind()) {
            case DISCOUNT_PERCENT -> line(words.apply(ReceiptWord.DISCOUNT_PERCENT), benefit.value());
            case PRICE_GROUP -> line(words.apply(ReceiptWord.PRICE_GROUP), benefit.value());
            case DISCOUNT_GROUP -> line(words.apply(ReceiptWord.DISCOUNT_GROUP), benefit.value());
            case FREE_DELIVERY -> line(words.apply(ReceiptWord.FREE_DELIVERY), benefit.value());
            case OTHER -> texts.accept(benefit.value());
        }
    }

    private void line(String left, String right) {
        lines.accept(left, right);
    }
}

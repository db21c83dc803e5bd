package org.openmembership.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a sale pays back as points.
 *
 * @param refusal why it pays nothing back although its tenders say so; null where all is well
 * @param account that gets it, null where nothing is paid back
 * @param amount in money
 */
record ModelRefund(@Nullable String refusal, @Nullable ModelAccount account, BigDecimal amount) {
    static final ModelRefund NONE = new ModelRefund(null, null, BigDecimal.ZERO);

    static ModelRefund refused(String reason) {
        return new ModelRefund(reason, null, BigDecimal.ZERO);
    }

    BigDecimal money(ModelAccount of) {
        return of == account ? amount : BigDecimal.ZERO;
    }

    /** In hundredths, cut. */
    long points(ModelAccount of, ModelRules rules) {
        return of == account
                ? amount.movePointRight(2)
                        .divide(rules.refunding().perPoint(), 0, RoundingMode.DOWN)
                        .longValueExact()
                : 0;
    }
}

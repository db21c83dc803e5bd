package org.openmembership.rules;

import java.util.Map;
import org.openmembership.club.RuleAccount;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.PointCount.Span;
import org.openmembership.shared.Points;

/**
 * Who earns, as far as rules can ask.
 *
 * @param scheme the account holds
 * @param counted what it got before in spans that have caps; what is not here is nothing
 */
public record Earner(RuleAccount account, SchemeId scheme, Map<Span, Points> counted) {
    public Earner {
        counted = Map.copyOf(counted);
    }

    /** An account that got nothing before. */
    public static Earner of(RuleAccount account, SchemeId scheme) {
        return new Earner(account, scheme, Map.of());
    }

    Points counted(Span span) {
        return counted.getOrDefault(span, Points.ZERO);
    }
}

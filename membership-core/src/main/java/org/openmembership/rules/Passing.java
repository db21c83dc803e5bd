package org.openmembership.rules;

import java.util.ArrayList;
import java.util.List;
import org.openmembership.club.RuleId;
import org.openmembership.ledger.Explanation.Line;
import org.openmembership.ledger.Explanation.Passed;
import org.openmembership.ledger.Explanation.Why;

/** Notes which rules and offers were considered and not used; after enough of them it notes no more. Not thread-safe. */
final class Passing {
    private final List<Passed> all = new ArrayList<>(4);

    void note(Candidate<?> candidate, Why why) {
        if (all.size() < Line.MAX_PASSED && !isNoted(candidate.id())) {
            all.add(new Passed(candidate.id(), why));
        }
    }

    private boolean isNoted(RuleId id) {
        for (Passed passed : all) {
            if (passed.rule().equals(id)) {
                return true;
            }
        }
        return false;
    }

    List<Passed> all() {
        return List.copyOf(all);
    }
}

package org.openmembership.step;

import java.util.List;
import java.util.Optional;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemeStanding;

/**
 * What was decided about the scheme of one account; not written yet.
 *
 * @param before as it was locked
 * @param known its routes till now
 * @param standing its routes from now on
 * @param after its row from now on
 * @param moves what is added to its history
 */
public record SettledScheme(
        SchemeCase before, SchemeStanding known, SchemeStanding standing, MemberAccount after, List<SchemeMove> moves) {
    public SettledScheme {
        moves = List.copyOf(moves);
    }

    /** Whether there is more to know from now on than what is kept, or than the account's row says where nothing is. */
    boolean isRerouted() {
        boolean onlyRow = before.kept() == null;
        return !standing.equals(known)
                || onlyRow && !after.scheme().equals(standing.earned().scheme());
    }

    /** From what it held to what it holds, or will; empty if that is the same. */
    public Optional<SchemeMove.Change> change() {
        List<SchemeMove.Change> changes = moves.stream()
                .map(SchemeMove::change)
                .filter(SchemeMove.Change::moves)
                .toList();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new SchemeMove.Change(
                                changes.get(0).from(),
                                changes.get(changes.size() - 1).to()))
                        .filter(SchemeMove.Change::moves);
    }
}

package org.openmembership.importing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.importing.ImportReport.Kept;
import org.openmembership.member.MemberId;
import org.openmembership.request.Violation;
import org.openmembership.shared.ExternalKey;

/** Which rows of a chunk of opening balances are posted, in their order: a reference counts once. Not thread-safe. */
final class OpeningChoice {
    private final LocalDate today;
    private final Owners owners;
    private final Map<ExternalKey, Fingerprint> known;
    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<Integer, Violation> refused = new HashMap<>();
    private final Map<MemberId, MemberAccount> opened = new HashMap<>();
    private long repeated;
    private long erased;

    /** A balance that is posted. */
    final class Accepted {
        private final OpeningRow row;
        private final Owners.Found owner;

        private Accepted(OpeningRow row, Owners.Found owner) {
            this.row = row;
            this.owner = owner;
        }

        OpeningRow row() {
            return row;
        }

        Owners.Found owner() {
            return owner;
        }

        /** The account there was, or the one that has been opened for its member. */
        AccountId account() {
            MemberAccount account = owner.account();
            return account == null
                    ? requireNonNull(opened.get(requireNonNull(owner.member()).id()))
                            .id()
                    : account.id();
        }
    }

    /**
     * @param today by the club's calendar
     * @param known what was posted before under references of the chunk
     */
    OpeningChoice(LocalDate today, Owners owners, Map<ExternalKey, Fingerprint> known) {
        this.today = today;
        this.owners = owners;
        this.known = new HashMap<>(known);
    }

    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    Kept kept() {
        return new Kept(repeated, erased, refused);
    }

    /** Accounts that members have got meanwhile. */
    void opened(Map<MemberId, MemberAccount> accounts) {
        opened.putAll(accounts);
    }

    /** A reference that stands for other points by now is no repeat: points are never guessed (R27). */
    void take(int place, OpeningRow row) {
        Fingerprint before = known.get(row.key());
        if (before != null && before.equals(row.fingerprint())) {
            repeated++;
            return;
        }
        if (before == null && owners.isErased(row.owner())) {
            erased++;
            return;
        }
        Violation problem = before == null
                ? problem(row)
                : new Violation("reference", "was taken over before, with something else in its row");
        if (problem != null) {
            refused.put(place, problem);
            return;
        }
        known.put(row.key(), row.fingerprint());
        accepted.add(new Accepted(row, owners.found(row.owner())));
    }

    private @Nullable Violation problem(OpeningRow row) {
        if (row.days().isInFuture(today)) {
            return new Violation("earnedOn", "is in the future");
        }
        return row.days().endsBeforeItBegins(today)
                ? new Violation("expiresOn", "is over, and earnedOn is missing")
                : owners.problem(row.owner());
    }
}

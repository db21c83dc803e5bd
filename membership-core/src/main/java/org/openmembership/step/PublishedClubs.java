package org.openmembership.step;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.ClubVersion;
import org.openmembership.rules.ClubRules;
import org.openmembership.shared.Document;
import org.openmembership.storage.Stores;

/**
 * The published clubs, read once and kept: definitions are immutable, and each gathering step says which version is the
 * last, so that one published by another node is noticed before anything is decided by an older one.
 *
 * <p>Thread-safe; shared by all callers of a {@code Membership}.
 */
public final class PublishedClubs {
    private static final int ACCOUNTS_KEPT = 200_000;

    private final Function<Document, Club> reader;
    private final Map<ClubId, List<PublishedClub>> versions = new ConcurrentHashMap<>();
    private final Cache<AccountId, ClubId> clubOfAccount =
            CacheBuilder.newBuilder().maximumSize(ACCOUNTS_KEPT).build();

    public PublishedClubs(Function<Document, Club> reader) {
        this.reader = reader;
    }

    /** All versions of a club, the first first; empty for an unknown club. */
    public List<PublishedClub> versions(ClubId club, Stores stores) {
        List<PublishedClub> kept = versions.get(club);
        return kept != null ? kept : reload(club, stores);
    }

    /** As {@link #at}, by all that has been published so far, also by other nodes; for steps that lock no account. */
    public Optional<PublishedClub> latest(ClubId club, Instant instant, Stores stores) {
        reload(club, stores);
        return at(club, instant, stores);
    }

    /** The version that holds for what occurs at {@code instant}; the first one also for what occurred before it. */
    public Optional<PublishedClub> at(ClubId club, Instant instant, Stores stores) {
        PublishedClub found = null;
        for (PublishedClub version : versions(club, stores)) {
            if (found == null || !instant.isBefore(version.effectiveFrom())) {
                found = version;
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * As {@link #at} for a club that must be there.
     *
     * @throws IllegalStateException if no version of the club is kept
     */
    public PublishedClub require(ClubId club, Instant instant, Stores stores) {
        return at(club, instant, stores)
                .orElseThrow(
                        () -> new IllegalStateException("an account names the club " + club + ", which is not kept"));
    }

    /**
     * Reads again those clubs of which more versions have been published than are known here.
     *
     * @return whether any was read again
     */
    public boolean refresh(Map<ClubId, Integer> lastVersions, Stores stores) {
        boolean changed = false;
        for (Map.Entry<ClubId, Integer> last : lastVersions.entrySet()) {
            if (versions(last.getKey(), stores).size() < last.getValue()) {
                reload(last.getKey(), stores);
                changed = true;
            }
        }
        return changed;
    }

    /** Reads the versions that are not known yet; all versions of the club, the first first. */
    public List<PublishedClub> reload(ClubId club, Stores stores) {
        List<PublishedClub> all = new ArrayList<>(versions.getOrDefault(club, List.of()));
        stores.clubs().versionsAfter(club, all.size()).forEach(version -> all.add(read(version)));
        if (!all.isEmpty()) {
            versions.put(club, List.copyOf(all));
        }
        return List.copyOf(all);
    }

    /**
     * The club of an account, which never changes (B29), or a guess where that saves asking: the only club that is known.
     * Whoever has the account checks it; empty for an unknown account.
     */
    public Optional<ClubId> likelyClubOf(AccountId account, Stores stores) {
        ClubId kept = clubOfAccount.getIfPresent(account);
        if (kept != null) {
            return Optional.of(kept);
        }
        Iterator<ClubId> known = versions.keySet().iterator();
        ClubId first = known.hasNext() ? known.next() : null;
        return first != null && !known.hasNext()
                ? Optional.of(first)
                : stores.accounts().find(account).map(MemberAccount::club);
    }

    /** Keeps what club the accounts are in. */
    public void remember(List<MemberAccount> accounts) {
        accounts.forEach(account -> clubOfAccount.put(account.id(), account.club()));
    }

    private PublishedClub read(ClubVersion version) {
        Club club = reader.apply(version.document());
        return new PublishedClub(club, version.number(), version.effectiveFrom(), ClubRules.of(club, version.number()));
    }
}

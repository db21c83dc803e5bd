package org.openmembership.publishing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountStore.SchemeCount;
import org.openmembership.club.Club;
import org.openmembership.club.ClubEvent.ClubPublished;
import org.openmembership.club.ClubId;
import org.openmembership.club.ClubVersion;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.document.ClubDocuments;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/** One definition on its way to becoming a version. */
record Publication(Club club, Instant effectiveFrom, Instant now) {
    PublishResult run(Stores stores, Facts facts) {
        List<ClubVersion> versions = stores.clubs().versions(club.id());
        ClubVersion last = versions.isEmpty() ? null : versions.get(versions.size() - 1);
        if (last != null && ClubDocuments.published(last.document()).equals(club)) {
            return new PublishResult.Published(club.id(), last.number(), last.effectiveFrom(), false);
        }
        Optional<PublishResult> refusal = refusal(last, stores);
        if (refusal.isPresent()) {
            return refusal.get();
        }

        int number = versions.size() + 1;
        ClubVersion version = new ClubVersion(
                club.id(), number, effectiveFrom, now, ClubVersion.Taking.of(club), ClubDocuments.write(club));
        stores.clubs().add(version, schemes());
        facts.happened(new ClubPublished(club.id(), number, effectiveFrom), now);
        return new PublishResult.Published(club.id(), number, effectiveFrom, true);
    }

    private Optional<PublishResult> refusal(@Nullable ClubVersion last, Stores stores) {
        if (last != null) {
            CurrencyUnit currency =
                    ClubDocuments.published(last.document()).place().currency();
            if (!currency.equals(club.place().currency())) {
                return Optional.of(new PublishResult.CurrencyFixed(currency));
            }
            if (effectiveFrom.isBefore(last.effectiveFrom())) {
                return Optional.of(new PublishResult.TooEarly(last.effectiveFrom()));
            }
        }
        return taken(stores).or(() -> stillHeld(stores));
    }

    private Optional<PublishResult> taken(Stores stores) {
        for (Scheme scheme : club.schemes()) {
            Optional<ClubId> owner = stores.clubs().ownerOf(scheme.id());
            if (owner.isPresent() && !owner.get().equals(club.id())) {
                return Optional.of(new PublishResult.SchemeTaken(scheme.id(), owner.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<PublishResult> stillHeld(Stores stores) {
        Set<SchemeId> schemes = schemes();
        for (SchemeCount held : stores.accounts().countBySchemeInUse(club.id())) {
            if (held.accounts() > 0 && !schemes.contains(held.scheme())) {
                return Optional.of(new PublishResult.SchemeInUse(held.scheme(), held.accounts()));
            }
        }
        return Optional.empty();
    }

    private Set<SchemeId> schemes() {
        Set<SchemeId> schemes = new HashSet<>();
        club.schemes().forEach(scheme -> schemes.add(scheme.id()));
        return schemes;
    }
}

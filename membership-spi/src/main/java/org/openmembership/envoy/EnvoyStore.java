package org.openmembership.envoy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.user.RegistrationId;

/** Keeps envoys, what they were promised when, and whom they recruited. */
public interface EnvoyStore {
    /** Adds an envoy with its settings; if another unit of work has made the member one meanwhile, this one is run again. */
    void add(Envoy envoy);

    /**
     * Replaces the stored envoy, and keeps its settings where their number is new.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, this one is run again.
     */
    void update(Envoy envoy);

    /** The member as an envoy; one that is none itself, as the envoy who was merged into it (R16). */
    Optional<Envoy> find(MemberId member);

    Optional<Envoy> withCode(InviteCode code);

    /**
     * A page of envoys, by member.
     *
     * @param status only those who stand there; null for all
     */
    Page<Envoy> all(@Nullable EnvoyStatus status, Page.Request page);

    /** Adds a recruit; if another unit of work has made the member one meanwhile, this one is run again. */
    void tie(Recruit recruit);

    Optional<Recruit> recruit(MemberId member);

    /**
     * A page of those who registered with an envoy's codes, or with those of somebody who was merged into it, by member.
     *
     * @param refusedToo whether those are wanted who are no recruits after all
     */
    Page<Recruit> recruits(MemberId envoy, boolean refusedToo, Page.Request page);

    /**
     * Which of these members are recruits of whom; refused ones, and those of whom there is no envoy any more, are left out. Where
     * the envoy was merged into another member, its accounts are those of that one, and so is its status where that one has one.
     */
    List<Patronage> patronages(Set<MemberId> members);

    /** What envoys have of sales, by sale, then account, then entry. */
    List<EnvoyReward> rewards(Set<ExternalKey> sales);

    /** Adds first versions, and replaces others; if another unit of work came first, this one is run again. */
    void keep(List<EnvoyReward> rewards);

    /** Keeps the code that came with a registration until that is proven. */
    void wish(RegistrationId registration, InviteCode code);

    Optional<InviteCode> wishOf(RegistrationId registration);
}

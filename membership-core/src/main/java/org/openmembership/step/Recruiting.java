package org.openmembership.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.envoy.Envoy;
import org.openmembership.envoy.EnvoyEvent;
import org.openmembership.envoy.EnvoyEvent.MemberRecruited;
import org.openmembership.envoy.EnvoyEvent.RecruitRefused;
import org.openmembership.envoy.InviteCode;
import org.openmembership.envoy.NotRecruited;
import org.openmembership.envoy.Recruit;
import org.openmembership.member.MemberId;
import org.openmembership.storage.Stores;

/**
 * Ties a member who has just become active to the envoy whose code came with the registration (A52, R56).
 *
 * <p>A code that is nobody's leads to nothing. Whoever may not be the envoy's recruit is kept with the reason, for the shop to
 * see; nothing of it reaches whoever registered.
 *
 * @param code that came with the registration
 * @param card that was named with it, null for none
 */
public record Recruiting(InviteCode code, @Nullable CardNumber card) {
    public void tie(MemberId member, Instant now, Stores stores, Facts facts) {
        Optional<Envoy> envoy = stores.envoys()
                .withCode(code)
                .filter(found ->
                        stores.members().standingForUpdate(found.member()).isPresent());
        if (envoy.isEmpty() || stores.envoys().recruit(member).isPresent()) {
            return;
        }
        MemberId recruiter = envoy.get().member();
        NotRecruited refused = against(envoy.get(), member, stores).orElse(null);
        Instant until = envoy.get().settings().terms().benefitUntil(now);
        stores.envoys().tie(new Recruit(member, recruiter, now, until, refused));
        EnvoyEvent told = refused == null
                ? new MemberRecruited(member, recruiter)
                : new RecruitRefused(member, recruiter, refused);
        facts.happened(told, now);
    }

    private Optional<NotRecruited> against(Envoy envoy, MemberId member, Stores stores) {
        if (!envoy.isActive()) {
            return Optional.of(NotRecruited.NOT_ACTIVE);
        }
        List<MembershipCard> cards = new ArrayList<>();
        for (MemberAccount account : stores.accounts().of(envoy.member())) {
            cards.addAll(stores.cards().of(account.id()));
        }
        SamePerson.Side recruiter = new SamePerson.Side(envoy.member(), cards);
        SamePerson.Side registered = new SamePerson.Side(member, stores.cards().of(member));
        Optional<NotRecruited> same =
                SamePerson.of(recruiter, registered, stores).map(Recruiting::reason);
        return same.or(() -> names(cards) ? Optional.of(NotRecruited.SAME_CARD) : Optional.empty());
    }

    /** Whether one of the envoy's own cards was named. */
    private boolean names(List<MembershipCard> cards) {
        return cards.stream().anyMatch(own -> own.number().equals(card));
    }

    private static NotRecruited reason(SamePerson.Trait same) {
        return switch (same) {
            case PERSON -> NotRecruited.SAME_PERSON;
            case EMAIL -> NotRecruited.SAME_EMAIL;
            case PHONE -> NotRecruited.SAME_PHONE;
            case ADDRESS -> NotRecruited.SAME_ADDRESS;
            case CARD -> NotRecruited.SAME_CARD;
        };
    }
}

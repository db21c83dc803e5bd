package org.openmembership.envoys;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Feature;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.envoy.Envoy;
import org.openmembership.envoy.EnvoyStatus;
import org.openmembership.envoy.EnvoyTerms;
import org.openmembership.envoy.InviteCode;
import org.openmembership.envoy.Recruit;
import org.openmembership.envoys.EnvoyResult.Reason;
import org.openmembership.envoys.EnvoyResult.Refused;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.storage.Stores;

/**
 * The door to envoys: who recruits, on which terms, and whom (A31, A52, A53). Thread-safe.
 *
 * <p>Managing needs {@code MANAGE_ENVOYS} and looking {@code VIEW_ENVOYS}; a member looks at what is their own, asks to be an
 * envoy, and has another code made. All of it refuses with {@code FeatureOffException} while {@link Feature#ENVOYS} is off, but
 * for {@link #tab}. A repeat of anything but {@link #renewCode} changes nothing.
 */
public final class Envoys {
    private static final Page<Recruit> NO_RECRUITS = new Page<>(List.of(), null);

    private final Caller caller;
    private final EnvoyPolicy policy;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Envoys(Caller caller, EnvoyPolicy policy) {
        this.caller = caller;
        this.policy = policy;
    }

    /**
     * Makes an active member an envoy, whether or not the member asked to be one or was told no before; a suspended one is
     * {@linkplain #reactivate reactivated} instead.
     *
     * @param own what is settled for this one; null for the defaults, and for what was settled before
     * @throws org.openmembership.request.InvalidRequestException with all that is wrong, by path; nothing is kept
     */
    public EnvoyResult designate(MemberId member, @Nullable EnvoyForm own) {
        EnvoyTerms terms = own == null ? null : own.read(caller);
        return change(Permission.MANAGE_ENVOYS, member, terms, change -> change.take(StatusStep.DESIGNATE, member));
    }

    /** Asks for a member to be an envoy, where the shop lets members ask; one who was told no may ask again. */
    public EnvoyResult request(MemberId member) {
        return change(
                Permission.BECOME_ENVOY,
                member,
                null,
                change -> policy.requestsAllowed()
                        ? change.take(StatusStep.REQUEST, member)
                        : new Refused(Reason.REQUESTS_CLOSED));
    }

    /** Says yes to a member who asked. */
    public EnvoyResult accept(MemberId member) {
        return manage(member, change -> change.take(StatusStep.ACCEPT, member));
    }

    /** Says no to a member who asked. */
    public EnvoyResult reject(MemberId member) {
        return manage(member, change -> change.take(StatusStep.REJECT, member));
    }

    /**
     * Lets an envoy recruit nobody and get nothing until {@link #reactivate}. The recruits stay; what their sales would have
     * brought meanwhile is not made up for, and what returns take back is taken all the same.
     */
    public EnvoyResult suspend(MemberId member) {
        return manage(member, change -> change.take(StatusStep.SUSPEND, member));
    }

    /** Lets a suspended envoy recruit again. */
    public EnvoyResult reactivate(MemberId member) {
        return manage(member, change -> change.take(StatusStep.REACTIVATE, member));
    }

    /**
     * Settles what an envoy gets of sales made from now on; sales made before bring what was settled then, also where they are
     * recorded later. The benefits period counts for who is recruited from now on.
     *
     * @param own null for the defaults as they are now
     * @throws org.openmembership.request.InvalidRequestException with all that is wrong, by path; nothing is kept
     */
    public EnvoyResult settle(MemberId member, @Nullable EnvoyForm own) {
        EnvoyTerms terms = own == null ? null : own.read(caller);
        return change(Permission.MANAGE_ENVOYS, member, terms, change -> change.settle(member));
    }

    /** Makes another invite code; the one before leads nowhere from now on, also for who has registered and not proven it yet. */
    public EnvoyResult renewCode(MemberId member) {
        return change(Permission.BECOME_ENVOY, member, null, change -> change.renew(member));
    }

    /** What an active envoy gives away; empty for anybody else. */
    public Optional<InviteCode> inviteCode(MemberId member) {
        return find(member).filter(Envoy::isActive).map(Envoy::code);
    }

    /** A member as an envoy, or as somebody who asked to be one; of somebody who was merged away, as who that is now. */
    public Optional<Envoy> find(MemberId member) {
        return look(member, stores -> survivor(member, stores).flatMap(stores.envoys()::find));
    }

    /**
     * The envoys of the shop, by member.
     *
     * @param status only those who stand there; null for all
     */
    public Page<Envoy> all(@Nullable EnvoyStatus status, Page.Request page) {
        return caller.read(
                Permission.VIEW_ENVOYS,
                Subject.NOBODY,
                stores -> stores.envoys().all(status, page));
    }

    /**
     * Whom an envoy has recruited, by member; for the shop also who registered with the code and was refused, with the reason.
     */
    public Page<Recruit> recruits(MemberId envoy, Page.Request page) {
        return look(
                envoy,
                stores -> survivor(envoy, stores)
                        .map(now -> stores.envoys().recruits(now, isShop(), page))
                        .orElse(NO_RECRUITS));
    }

    /**
     * What there is to be shown of a member about envoys; empty where the member neither is one nor was recruited by one, and
     * while {@link Feature#ENVOYS} is off (A31).
     */
    public Optional<EnvoyTab> tab(MemberId member) {
        if (!caller.features().contains(Feature.ENVOYS)) {
            return Optional.empty();
        }
        return look(
                member,
                stores -> survivor(member, stores)
                        .flatMap(now -> EnvoyTab.of(
                                stores.envoys().find(now).orElse(null),
                                stores.envoys()
                                        .recruit(now)
                                        .filter(recruit ->
                                                isShop() || recruit.refusal().isEmpty())
                                        .orElse(null))));
    }

    /** Whoever registered with a code is not told that it led to nothing. */
    private boolean isShop() {
        return caller.actor().kind() != Actor.Kind.MEMBER;
    }

    private static Optional<MemberId> survivor(MemberId member, Stores stores) {
        return stores.members().standing(member).map(MemberStanding::member);
    }

    private <R> R look(MemberId member, Function<Stores, R> work) {
        return caller.read(Permission.VIEW_ENVOYS, new Subject(member.value()), work);
    }

    private EnvoyResult manage(MemberId member, Function<EnvoyChange, EnvoyResult> work) {
        return change(Permission.MANAGE_ENVOYS, member, null, work);
    }

    private EnvoyResult change(
            Permission permission, MemberId member, @Nullable EnvoyTerms own, Function<EnvoyChange, EnvoyResult> work) {
        return caller.change(
                permission,
                new Subject(member.value()),
                (stores, facts) -> work.apply(new EnvoyChange(policy, own, caller.now(), stores, facts)));
    }
}

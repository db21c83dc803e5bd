package org.openmembership.envoy;

import org.openmembership.member.MemberId;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/** Something has happened to an envoy, or to somebody an envoy has recruited. */
public sealed interface EnvoyEvent extends MembershipEvent {
    /** Whom it happened to. */
    MemberId member();

    @Override
    default Topic topic() {
        return new Topic(Topic.Kind.MEMBER, member().value());
    }

    /** A member asks to be an envoy. */
    record EnvoyRequested(MemberId member) implements EnvoyEvent {}

    /** A member is an envoy from now on: designated, or accepted after asking. */
    record EnvoyAccepted(MemberId member) implements EnvoyEvent {}

    /** A member who asked to be an envoy is none. */
    record EnvoyRejected(MemberId member) implements EnvoyEvent {}

    /** An envoy gets nothing for the time being. */
    record EnvoySuspended(MemberId member) implements EnvoyEvent {}

    /** An envoy who was suspended recruits again. */
    record EnvoyReactivated(MemberId member) implements EnvoyEvent {}

    /** An envoy has other terms from now on. */
    record EnvoySettingsChanged(MemberId member, int number) implements EnvoyEvent {}

    /** The invite code that an envoy had is nobody's any more; it has another one. */
    record InviteCodeRenewed(MemberId member) implements EnvoyEvent {}

    /** A member is an envoy's recruit. */
    record MemberRecruited(MemberId member, MemberId envoy) implements EnvoyEvent {}

    /** A member registered with an envoy's code and is not the recruit. */
    record RecruitRefused(MemberId member, MemberId envoy, NotRecruited reason) implements EnvoyEvent {}
}

package org.openmembership.envoys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.Feature;
import org.openmembership.access.FeatureOffException;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.envoy.Envoy;
import org.openmembership.envoy.EnvoyStatus;
import org.openmembership.envoy.EnvoyTerms;
import org.openmembership.envoy.InviteCode;
import org.openmembership.envoys.EnvoyResult.Changed;
import org.openmembership.envoys.EnvoyResult.Reason;
import org.openmembership.envoys.EnvoyResult.Refused;
import org.openmembership.member.MemberId;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Who is an envoy, on every storage. */
@Requirement("A53")
final class EnvoysTest extends ShopTest {
    private static final Page.Request ALL = Page.Request.first(10);

    @Test
    void a_designated_member_is_an_envoy_on_the_defaults_or_on_terms_of_its_own() {
        MemberId ada = shop.member();
        MemberId bob = shop.member();

        Envoy onDefaults = changed(envoys().designate(ada, null));
        Envoy onOwn = changed(envoys().designate(bob, EnvoyForm.percent("2.5").forDays(30)));

        assertThat(onDefaults.status()).isEqualTo(EnvoyStatus.ACTIVE);
        assertThat(onDefaults.settings().terms()).isEqualTo(EnvoyPolicy.DEFAULT.defaults());
        assertThat(onDefaults.settings().own()).isFalse();
        assertThat(onOwn.settings().terms())
                .isEqualTo(EnvoyTerms.ofPercent("2.5").forDays(30));
        assertThat(envoys().find(ada)).contains(onDefaults);
        assertThat(envoys().all(null, ALL).items()).containsExactlyInAnyOrder(onDefaults, onOwn);
        assertThat(envoys().designate(ada, null)).isEqualTo(new Changed(onDefaults, true));
    }

    @Test
    void a_member_who_asks_is_accepted_or_rejected_where_asking_is_allowed() {
        MemberId ada = shop.member();
        MemberId bob = shop.member();
        Envoys open = asking().envoys();
        assertThat(envoys().request(ada)).isEqualTo(new Refused(Reason.REQUESTS_CLOSED));

        Envoy asked = changed(open.request(ada));
        open.request(bob);

        assertThat(open.all(EnvoyStatus.REQUESTED, ALL).items()).hasSize(2).contains(asked);
        assertThat(open.inviteCode(ada)).isEmpty();
        assertThat(changed(open.accept(ada)).status()).isEqualTo(EnvoyStatus.ACTIVE);
        assertThat(changed(open.reject(bob)).status()).isEqualTo(EnvoyStatus.REJECTED);
        assertThat(open.inviteCode(ada)).contains(asked.code());
        assertThat(open.inviteCode(bob)).isEmpty();
        assertThat(open.accept(bob)).isEqualTo(new Refused(Reason.OTHER_STATUS));
        assertThat(changed(open.request(bob)).status()).isEqualTo(EnvoyStatus.REQUESTED);
        assertThat(open.request(ada)).isEqualTo(new Refused(Reason.OTHER_STATUS));
    }

    @Test
    void an_envoy_is_suspended_and_reactivated_and_a_repeat_changes_nothing() {
        MemberId ada = shop.member();
        Envoy active = changed(envoys().designate(ada, null));

        Envoy suspended = changed(envoys().suspend(ada));

        assertThat(suspended.status()).isEqualTo(EnvoyStatus.SUSPENDED);
        assertThat(envoys().suspend(ada)).isEqualTo(new Changed(suspended, true));
        assertThat(envoys().inviteCode(ada)).isEmpty();
        assertThat(envoys().designate(ada, null)).isEqualTo(new Refused(Reason.OTHER_STATUS));
        assertThat(changed(envoys().reactivate(ada)).code()).isEqualTo(active.code());
        assertThat(envoys().reject(ada)).isEqualTo(new Refused(Reason.OTHER_STATUS));
    }

    @Test
    void settings_of_an_envoy_override_the_defaults_and_go_back_to_them() {
        MemberId ada = shop.member();
        envoys().designate(ada, null);

        Envoy own = changed(envoys().settle(ada, EnvoyForm.percent("50")));
        Envoy back = changed(envoys().settle(ada, null));

        assertThat(own.settings().terms()).isEqualTo(EnvoyTerms.ofPercent("50"));
        assertThat(own.settings().own()).isTrue();
        assertThat(own.settings().number()).isEqualTo(2);
        assertThat(back.settings().terms()).isEqualTo(EnvoyPolicy.DEFAULT.defaults());
        assertThat(envoys().settle(ada, null)).isEqualTo(new Changed(back, true));
    }

    @Test
    void another_code_takes_the_place_of_the_one_before() {
        MemberId ada = shop.member();
        InviteCode first = changed(envoys().designate(ada, null)).code();

        InviteCode next = changed(envoys().renewCode(ada)).code();

        assertThat(next).isNotEqualTo(first);
        assertThat(envoys().inviteCode(ada)).contains(next);
    }

    @Test
    void nobody_unknown_or_without_the_status_is_changed() {
        MemberId nobody = MemberId.of("nobody");
        MemberId ada = shop.member();

        assertThat(envoys().designate(nobody, null)).isEqualTo(new Refused(Reason.UNKNOWN_MEMBER));
        assertThat(envoys().accept(ada)).isEqualTo(new Refused(Reason.NO_ENVOY));
        assertThat(envoys().settle(ada, null)).isEqualTo(new Refused(Reason.NO_ENVOY));
        assertThat(envoys().renewCode(ada)).isEqualTo(new Refused(Reason.NO_ENVOY));
        assertThat(envoys().recruits(nobody, ALL).items()).isEmpty();
    }

    @Test
    void all_that_is_wrong_with_settings_is_reported_by_path() {
        MemberId ada = shop.member();

        assertThatThrownBy(() -> envoys().designate(ada, new EnvoyForm(new BigDecimal("100.01"), 0)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("percent")
                .hasMessageContaining("benefitDays");
        assertThatThrownBy(() -> envoys().settle(ada, new EnvoyForm(null, null)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("percent");
        assertThat(envoys().find(ada)).isEmpty();
    }

    @Test
    @Requirement("R20")
    void a_member_asks_and_looks_for_itself_and_managing_is_granted_to_nobody_by_default() {
        MemberId ada = shop.member();
        MemberId bob = shop.member();
        Membership asking = asking();
        Envoys hers = asking.as(Actor.member(ada.value())).envoys();
        Envoys clerk = asking.as(Actor.staff("clerk-1")).envoys();

        hers.request(ada);

        assertThat(hers.find(ada)).isPresent();
        assertThat(hers.recruits(ada, ALL).items()).isEmpty();
        assertDenied(Permission.MANAGE_ENVOYS, () -> hers.accept(ada));
        assertDenied(Permission.BECOME_ENVOY, () -> hers.request(bob));
        assertDenied(Permission.VIEW_ENVOYS, () -> hers.recruits(bob, ALL));
        assertDenied(Permission.VIEW_ENVOYS, () -> hers.all(null, ALL));
        assertDenied(Permission.MANAGE_ENVOYS, () -> clerk.designate(bob, null));
        assertDenied(Permission.VIEW_ENVOYS, () -> clerk.tab(ada));
    }

    @Test
    @Requirement("A31")
    void the_tab_is_there_for_an_envoy_and_for_nobody_else_and_not_while_the_part_is_off() {
        MemberId ada = shop.member();
        MemberId bob = shop.member();
        Envoy envoy = changed(envoys().designate(ada, null));
        Set<Feature> others = EnumSet.complementOf(EnumSet.of(Feature.ENVOYS));
        Envoys off = shop.over(shop.storage(), "off-").features(others).open().envoys();

        assertThat(envoys().tab(ada)).contains(new EnvoyTab(envoy, null));
        assertThat(envoys().tab(bob)).isEmpty();
        assertThat(off.tab(ada)).isEmpty();
        assertThatThrownBy(() -> off.find(ada)).isInstanceOf(FeatureOffException.class);
        assertThatThrownBy(() -> off.designate(bob, null)).isInstanceOf(FeatureOffException.class);
    }

    private Envoys envoys() {
        return shop.membership().envoys();
    }

    private Membership asking() {
        return shop.over(shop.storage(), "asking-")
                .envoys(EnvoyPolicy.DEFAULT.allowingRequests())
                .open();
    }

    private static Envoy changed(EnvoyResult result) {
        assertThat(result).isInstanceOf(Changed.class);
        assertThat(((Changed) result).repeated()).isFalse();
        return ((Changed) result).envoy();
    }

    private static void assertDenied(Permission permission, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessageContaining(permission.name());
    }
}

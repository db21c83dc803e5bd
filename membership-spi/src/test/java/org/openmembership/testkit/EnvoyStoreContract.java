package org.openmembership.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.envoy.Envoy;
import org.openmembership.envoy.EnvoyStatus;
import org.openmembership.envoy.EnvoyStore;
import org.openmembership.envoy.EnvoyTerms;
import org.openmembership.envoy.InviteCode;
import org.openmembership.envoy.NotRecruited;
import org.openmembership.envoy.Recruit;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.Registration;
import org.openmembership.shared.Page;
import org.openmembership.user.User;

/** What every {@link EnvoyStore} does. */
@Requirement({"A52", "A53"})
public abstract class EnvoyStoreContract extends StoreContract {
    private static final Instant AT = Any.minute(0);
    private static final EnvoyTerms TENTH = EnvoyTerms.ofPercent("10");

    private final AtomicInteger codes = new AtomicInteger();

    @Test
    void an_envoy_is_read_back_as_it_is_now() {
        Envoy first = envoy(EnvoyStatus.REQUESTED);
        Envoy settled = first.with(EnvoyTerms.ofPercent("2.5").forDays(30), true, Any.minute(1));
        Envoy renewed = settled.with(EnvoyStatus.ACTIVE, Any.minute(2)).with(code());

        write(stores -> stores.envoys().update(settled));
        assertThat(find(first.member())).isEqualTo(settled);
        write(stores -> stores.envoys().update(settled.with(EnvoyStatus.ACTIVE, Any.minute(2))));
        write(stores -> stores.envoys().update(renewed));

        assertThat(find(first.member())).isEqualTo(renewed);
        assertThat(asked(envoys -> envoys.withCode(renewed.code()))).contains(renewed);
        assertThat(asked(envoys -> envoys.withCode(first.code()))).isEmpty();
        assertAlwaysLost(stores -> stores.envoys().update(settled));
    }

    @Test
    void a_member_is_an_envoy_once_and_a_code_is_one_envoys() {
        Envoy ada = envoy(EnvoyStatus.ACTIVE);
        MemberId bob = story().member().id();

        assertAlwaysLost(
                stores -> stores.envoys().add(Envoy.begun(ada.member(), EnvoyStatus.ACTIVE, AT, code(), TENTH, false)));
        assertAlwaysLost(
                stores -> stores.envoys().add(Envoy.begun(bob, EnvoyStatus.ACTIVE, AT, ada.code(), TENTH, false)));
    }

    @Test
    void envoys_come_by_member_in_pages_all_or_those_of_a_status() {
        List<Envoy> active = new ArrayList<>();
        List<Envoy> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Envoy envoy = envoy(i % 3 == 0 ? EnvoyStatus.SUSPENDED : EnvoyStatus.ACTIVE);
            all.add(envoy);
            if (envoy.isActive()) {
                active.add(envoy);
            }
        }

        assertThat(pages(page -> read(stores -> stores.envoys().all(null, page))))
                .containsExactlyInAnyOrderElementsOf(all)
                .isSortedAccordingTo((one, other) -> one.member().compareTo(other.member()));
        assertThat(pages(page -> read(stores -> stores.envoys().all(EnvoyStatus.ACTIVE, page))))
                .containsExactlyInAnyOrderElementsOf(active);
    }

    @Test
    void recruits_come_by_member_in_pages_with_those_who_are_none_only_where_asked() {
        Envoy ada = envoy(EnvoyStatus.ACTIVE);
        Envoy other = envoy(EnvoyStatus.ACTIVE);
        List<Recruit> tied = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tied.add(tie(ada, i % 2 == 0 ? Any.minute(90) : null, null));
        }
        Recruit refused = tie(ada, null, NotRecruited.SAME_PHONE);
        Recruit others = tie(other, null, null);
        List<Recruit> both = new ArrayList<>(tied);
        both.add(refused);

        assertThat(pages(page -> read(stores -> stores.envoys().recruits(ada.member(), false, page))))
                .containsExactlyInAnyOrderElementsOf(tied);
        assertThat(pages(page -> read(stores -> stores.envoys().recruits(ada.member(), true, page))))
                .containsExactlyInAnyOrderElementsOf(both);
        assertThat(asked(envoys -> envoys.recruit(others.member()))).contains(others);
        assertThat(asked(envoys -> envoys.recruit(ada.member()))).isEmpty();
    }

    @Test
    void a_member_is_recruited_once() {
        Envoy ada = envoy(EnvoyStatus.ACTIVE);
        Recruit recruit = tie(ada, null, null);

        assertAlwaysLost(stores -> stores.envoys().tie(recruit));
    }

    @Test
    void the_code_that_came_with_a_registration_is_kept_for_it() {
        Member member = story().member();
        User user = read(stores -> stores.users().find(requireNonNull(member.user())))
                .orElseThrow();
        Registration registration = AnyMember.anyRegistration(user, member.id());
        Registration without = AnyMember.anyRegistration(user, member.id());
        InviteCode code = code();
        write(stores -> {
            stores.members().add(registration);
            stores.members().add(without);
            stores.envoys().wish(registration.id(), code);
        });

        assertThat(asked(envoys -> envoys.wishOf(registration.id()))).contains(code);
        assertThat(asked(envoys -> envoys.wishOf(without.id()))).isEmpty();
    }

    private Envoy find(MemberId member) {
        return read(stores -> stores.envoys().find(member)).orElseThrow();
    }

    private <T> Optional<T> asked(Function<EnvoyStore, Optional<T>> question) {
        return read(stores -> question.apply(stores.envoys()));
    }

    private Envoy envoy(EnvoyStatus status) {
        Envoy envoy = Envoy.begun(story().member().id(), status, AT, code(), TENTH, false);
        write(stores -> stores.envoys().add(envoy));
        return envoy;
    }

    private Recruit tie(Envoy envoy, @Nullable Instant until, @Nullable NotRecruited refused) {
        Recruit recruit = new Recruit(story().member().id(), envoy.member(), AT, until, refused);
        write(stores -> stores.envoys().tie(recruit));
        return recruit;
    }

    private InviteCode code() {
        byte[] bytes = new byte[16];
        bytes[15] = (byte) codes.incrementAndGet();
        return InviteCode.from(bytes);
    }

    private static <T> List<T> pages(Function<Page.Request, Page<T>> list) {
        List<T> all = new ArrayList<>();
        Page<T> page = list.apply(Page.Request.first(2));
        all.addAll(page.items());
        while (page.next() != null) {
            page = list.apply(Page.Request.after(page.next(), 2));
            all.addAll(page.items());
        }
        return all;
    }
}

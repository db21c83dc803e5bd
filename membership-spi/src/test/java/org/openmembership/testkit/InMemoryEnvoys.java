package org.openmembership.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.envoy.Envoy;
import org.openmembership.envoy.EnvoyReward;
import org.openmembership.envoy.EnvoyStatus;
import org.openmembership.envoy.EnvoyStore;
import org.openmembership.envoy.InviteCode;
import org.openmembership.envoy.Patronage;
import org.openmembership.envoy.Recruit;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.user.RegistrationId;

/** Envoys and recruits; lists look at all of them. */
final class InMemoryEnvoys implements EnvoyStore {
    private final State state;

    InMemoryEnvoys(State state) {
        this.state = state;
    }

    @Override
    public void add(Envoy envoy) {
        state.envoys.add(envoy.member(), envoy);
        state.envoysByCode.add(envoy.code(), envoy.member());
        keep(envoy);
    }

    private void keep(Envoy envoy) {
        state.envoySettings.put(Key.of(envoy.member(), envoy.settings().number()), envoy.settings());
    }

    @Override
    public void update(Envoy envoy) {
        Envoy before = state.envoys
                .find(envoy.member())
                .filter(stored -> stored.version() == envoy.version() - 1)
                .orElseThrow(() -> new RaceLostException("envoy " + envoy.member() + " has another version"));
        state.envoysByCode.remove(before.code());
        state.envoysByCode.add(envoy.code(), envoy.member());
        state.envoys.put(envoy.member(), envoy);
        keep(envoy);
    }

    @Override
    public Optional<Envoy> find(MemberId member) {
        return state.envoys
                .find(member)
                .or(() -> state.envoys
                        .values()
                        .filter(envoy -> member.equals(state.memberRedirects.get(envoy.member())))
                        .findFirst());
    }

    @Override
    public Optional<Envoy> withCode(InviteCode code) {
        return state.envoysByCode.find(code).flatMap(state.envoys::find);
    }

    @Override
    public Page<Envoy> all(@Nullable EnvoyStatus status, Page.Request page) {
        Page.Cursor after = page.after("envoys");
        Stream<Envoy> found = state.envoys
                .values()
                .filter(envoy -> status == null || envoy.status() == status)
                .filter(envoy -> isAfter(envoy.member(), after));
        return InMemoryPages.of(found, page, "envoys", last -> last.member().value());
    }

    @Override
    public void tie(Recruit recruit) {
        state.recruits.add(recruit.member(), recruit);
    }

    @Override
    public Optional<Recruit> recruit(MemberId member) {
        return state.recruits.find(member);
    }

    @Override
    public Page<Recruit> recruits(MemberId envoy, boolean refusedToo, Page.Request page) {
        Page.Cursor after = page.after("recruits");
        Stream<Recruit> found = state.recruits
                .values()
                .filter(recruit ->
                        recruit.envoy().equals(envoy) || envoy.equals(state.memberRedirects.get(recruit.envoy())))
                .filter(recruit -> refusedToo || recruit.refusal().isEmpty())
                .filter(recruit -> isAfter(recruit.member(), after));
        return InMemoryPages.of(found, page, "recruits", last -> last.member().value());
    }

    private static boolean isAfter(MemberId member, Page.@Nullable Cursor after) {
        return after == null || member.value().compareTo(after.value()) > 0;
    }

    @Override
    public List<Patronage> patronages(Set<MemberId> members) {
        return new TreeSet<>(members)
                .stream()
                        .flatMap(member -> recruit(member).stream())
                        .filter(found -> found.refusal().isEmpty())
                        .flatMap(found ->
                                state.envoys.find(found.envoy()).stream().map(envoy -> patronage(found, envoy)))
                        .toList();
    }

    private Patronage patronage(Recruit recruit, Envoy envoy) {
        Key prefix = Key.of(envoy.member());
        MemberId now = now(envoy.member());
        return new Patronage(
                recruit,
                state.envoys.find(now).orElse(envoy).status(),
                state.envoySettings.between(prefix, prefix.end()).toList(),
                new InMemoryAccounts(state)
                        .of(now).stream().map(MemberAccount::id).sorted().toList());
    }

    @Override
    public List<EnvoyReward> rewards(Set<ExternalKey> sales) {
        return new TreeSet<>(sales)
                .stream()
                        .flatMap(sale -> state.envoyRewards.between(
                                Key.of(sale), Key.of(sale).end()))
                        .toList();
    }

    @Override
    public void keep(List<EnvoyReward> rewards) {
        for (EnvoyReward reward : rewards) {
            Key key = Key.of(reward.place().sale(), reward.place().account(), reward.entry());
            int before = state.envoyRewards.find(key).map(EnvoyReward::version).orElse(0);
            if (before != reward.version() - 1) {
                throw new RaceLostException("reward " + reward.place() + " has another version");
            }
            state.envoyRewards.put(key, reward);
        }
    }

    @Override
    public void wish(RegistrationId registration, InviteCode code) {
        state.envoyWishes.add(registration, code);
    }

    @Override
    public Optional<InviteCode> wishOf(RegistrationId registration) {
        return state.envoyWishes.find(registration);
    }

    /** Who an envoy is now, who may have been merged into another member. */
    MemberId now(MemberId envoy) {
        return state.memberRedirects.find(envoy).orElse(envoy);
    }

    /** Takes out what is kept of somebody who is erased. */
    void takeOut(MemberId member) {
        state.envoys.find(member).ifPresent(envoy -> {
            state.envoysByCode.remove(envoy.code());
            state.envoys.remove(member);
        });
        Key prefix = Key.of(member);
        state.envoySettings
                .between(prefix, prefix.end())
                .toList()
                .forEach(settings -> state.envoySettings.remove(Key.of(member, settings.number())));
        state.recruits.remove(member);
    }
}

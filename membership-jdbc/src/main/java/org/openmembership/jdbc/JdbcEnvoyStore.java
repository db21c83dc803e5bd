package org.openmembership.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.envoy.Envoy;
import org.openmembership.envoy.EnvoyReward;
import org.openmembership.envoy.EnvoySettings;
import org.openmembership.envoy.EnvoyStatus;
import org.openmembership.envoy.EnvoyStore;
import org.openmembership.envoy.EnvoyTerms;
import org.openmembership.envoy.InviteCode;
import org.openmembership.envoy.NotRecruited;
import org.openmembership.envoy.Patronage;
import org.openmembership.envoy.Recruit;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.user.RegistrationId;

/** Envoys in {@code om_envoy}, with their present settings in one row, and recruits in {@code om_recruit}. */
final class JdbcEnvoyStore implements EnvoyStore {
    private static final String ENVOYS = """
            select e.member, e.status, e.since, e.code, e.version, s.number, s.from_at, s.percent, s.benefit_days, s.is_own
              from om_envoy e
              join om_envoy_settings s on s.tenant = e.tenant and s.envoy = e.member and s.number = e.settings
             where e.tenant = :tenant""";
    /** A member, and who was merged into it. */
    private static final String WITH_MERGED = """
            in (select m.id from om_member m where m.tenant = :tenant and m.id = :member
                 union all
                select m.id from om_member m where m.tenant = :tenant and m.merged_into = :member)""";

    private static final String BY_MEMBER = ENVOYS + " and e.member " + WITH_MERGED
            + " order by case when e.member = :member then 0 else 1 end, e.member limit 1";
    private static final String BY_CODE = ENVOYS + " and e.code = :code";
    private static final String PAGE = " and e.member > :after order by e.member limit :limit";
    private static final String ALL = ENVOYS + PAGE;
    private static final String OF_STATUS = ENVOYS + " and e.status = :status" + PAGE;
    private static final Change CHANGED =
            Change.of(Table.ENVOY, "status, since, code, settings, version", "member, version");

    private static final String RECRUITS =
            "select r.member, r.envoy, r.since, r.until_at, r.refused from om_recruit r where r.tenant = :tenant";
    private static final String RECRUIT = RECRUITS + " and r.member = :member";
    private static final String ALL_OF_ENVOY = RECRUITS + " and r.envoy " + WITH_MERGED + " and r.member > :after";
    private static final String OF_ENVOY = ALL_OF_ENVOY + " and r.refused is null";
    private static final String RECRUITS_PAGE = " order by r.member limit :limit";
    /** A row for each of the envoy's settings and accounts; where the envoy was merged away, of the accounts and standing of the one it is now. */
    private static final String PATRONAGES = """
            select r.member, r.envoy, r.since, r.until_at, r.refused, coalesce(own.status, e.status) as status, s.number, s.from_at, s.percent,
                   s.benefit_days, s.is_own, a.account
              from om_recruit r
              join om_envoy e on e.tenant = r.tenant and e.member = r.envoy
              join om_envoy_settings s on s.tenant = e.tenant and s.envoy = e.member
              join om_member o on o.tenant = e.tenant and o.id = e.member
              left join om_envoy own on own.tenant = e.tenant and own.member = o.merged_into
              left join om_account_member a on a.tenant = e.tenant and a.member = coalesce(o.merged_into, o.id)
             where r.tenant = :tenant and r.member {in:members} and r.refused is null
             order by r.member, s.number, a.account""";

    private static final String WISH =
            "select code from om_envoy_wish where tenant = :tenant and registration = :registration";

    private final JdbcUnit unit;

    JdbcEnvoyStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(Envoy envoy) {
        unit.add(
                Table.ENVOY,
                envoy.member().value(),
                envoy.status(),
                envoy.since(),
                envoy.code().value(),
                envoy.settings().number(),
                envoy.version());
        keep(envoy);
    }

    private void keep(Envoy envoy) {
        EnvoySettings settings = envoy.settings();
        EnvoyTerms terms = settings.terms();
        unit.add(
                Table.ENVOY_SETTINGS,
                envoy.member().value(),
                settings.number(),
                settings.from(),
                Values.scaled(terms.percent(), EnvoyRewardRow.PERCENT_SCALE),
                terms.benefitDays(),
                settings.own());
    }

    @Override
    public void update(Envoy envoy) {
        boolean isSettled = find(envoy.member())
                .filter(before -> before.settings().number() < envoy.settings().number())
                .isPresent();
        unit.change(
                CHANGED,
                envoy.status(),
                envoy.since(),
                envoy.code().value(),
                envoy.settings().number(),
                envoy.version(),
                envoy.member().value(),
                envoy.version() - 1);
        if (isSettled) {
            keep(envoy);
        }
    }

    @Override
    public Optional<Envoy> find(MemberId member) {
        return unit.gather().bind("member", member.value()).one(BY_MEMBER, JdbcEnvoyStore::envoy);
    }

    @Override
    public Optional<Envoy> withCode(InviteCode code) {
        return unit.gather().bind("code", code.value()).one(BY_CODE, JdbcEnvoyStore::envoy);
    }

    @Override
    public Page<Envoy> all(@Nullable EnvoyStatus status, Page.Request page) {
        Gathering gathering = page(page.after("envoys"), page.limit());
        if (status != null) {
            gathering.bind("status", status);
        }
        List<Envoy> found = gathering.all(status == null ? ALL : OF_STATUS, JdbcEnvoyStore::envoy);
        return Pages.of(found, page, "envoys", last -> last.member().value());
    }

    @Override
    public void tie(Recruit recruit) {
        unit.add(
                Table.RECRUIT,
                recruit.member().value(),
                recruit.envoy().value(),
                recruit.since(),
                recruit.until(),
                recruit.refused());
    }

    @Override
    public Optional<Recruit> recruit(MemberId member) {
        return unit.gather().bind("member", member.value()).one(RECRUIT, JdbcEnvoyStore::recruit);
    }

    @Override
    public Page<Recruit> recruits(MemberId envoy, boolean refusedToo, Page.Request page) {
        List<Recruit> found = page(page.after("recruits"), page.limit())
                .bind("member", envoy.value())
                .all((refusedToo ? ALL_OF_ENVOY : OF_ENVOY) + RECRUITS_PAGE, JdbcEnvoyStore::recruit);
        return Pages.of(found, page, "recruits", last -> last.member().value());
    }

    private Gathering page(Page.@Nullable Cursor after, int limit) {
        return unit.gather().bind("after", after == null ? "" : after.value()).bind("limit", limit + 1);
    }

    @Override
    public List<Patronage> patronages(Set<MemberId> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        List<String> ids = members.stream().map(MemberId::value).sorted().toList();
        Map<MemberId, List<Patron>> rows = new LinkedHashMap<>();
        for (Patron row : unit.gather().list("members", ids).all(PATRONAGES, Patron::read)) {
            rows.computeIfAbsent(row.recruit().member(), any -> new ArrayList<>())
                    .add(row);
        }
        return rows.values().stream().map(Patron::together).toList();
    }

    @Override
    public List<EnvoyReward> rewards(Set<ExternalKey> sales) {
        return EnvoyRewardRow.of(unit, sales);
    }

    @Override
    public void keep(List<EnvoyReward> rewards) {
        rewards.forEach(reward -> EnvoyRewardRow.keep(unit, reward));
    }

    @Override
    public void wish(RegistrationId registration, InviteCode code) {
        unit.add(Table.ENVOY_WISH, registration.value(), code.value());
    }

    @Override
    public Optional<InviteCode> wishOf(RegistrationId registration) {
        return unit.gather()
                .bind("registration", registration.value())
                .one(WISH, row -> InviteCode.of(row.getString("code")));
    }

    private static Envoy envoy(ResultSet row) throws SQLException {
        return new Envoy(
                MemberId.of(row.getString("member")),
                EnvoyStatus.valueOf(row.getString("status")),
                Values.instant(row, "since"),
                InviteCode.of(row.getString("code")),
                settings(row),
                row.getInt("version"));
    }

    private static EnvoySettings settings(ResultSet row) throws SQLException {
        BigDecimal percent = Values.unscaled(row.getLong("percent"), EnvoyRewardRow.PERCENT_SCALE);
        int days = row.getInt("benefit_days");
        EnvoyTerms terms = new EnvoyTerms(percent, row.wasNull() ? null : days);
        return new EnvoySettings(
                row.getInt("number"), Values.instant(row, "from_at"), terms, Values.flag(row, "is_own"));
    }

    private static Recruit recruit(ResultSet row) throws SQLException {
        String refused = row.getString("refused");
        return new Recruit(
                MemberId.of(row.getString("member")),
                MemberId.of(row.getString("envoy")),
                Values.instant(row, "since"),
                Values.instantOrNull(row, "until_at"),
                refused == null ? null : NotRecruited.valueOf(refused));
    }

    /** One of the settings, with one of the accounts, of a recruit's envoy. */
    private record Patron(
            Recruit recruit,
            EnvoyStatus status,
            EnvoySettings settings,
            @Nullable AccountId account) {
        static Patron read(ResultSet row) throws SQLException {
            return new Patron(
                    JdbcEnvoyStore.recruit(row),
                    EnvoyStatus.valueOf(row.getString("status")),
                    JdbcEnvoyStore.settings(row),
                    Values.codeOrNull(row, "account", AccountId::of));
        }

        static Patronage together(List<Patron> rows) {
            Patron first = rows.get(0);
            return new Patronage(
                    first.recruit,
                    first.status,
                    rows.stream().map(Patron::settings).distinct().toList(),
                    rows.stream()
                            .map(Patron::account)
                            .flatMap(Stream::ofNullable)
                            .distinct()
                            .toList());
        }
    }
}

package org.openmembership.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.envoy.Envoy;
import org.openmembership.envoy.EnvoySettings;
import org.openmembership.envoy.EnvoyStatus;
import org.openmembership.envoy.EnvoyStore;
import org.openmembership.envoy.EnvoyTerms;
import org.openmembership.envoy.InviteCode;
import org.openmembership.envoy.NotRecruited;
import org.openmembership.envoy.Recruit;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Page;
import org.openmembership.user.RegistrationId;

/** Envoys in {@code om_envoy}, with their present settings in one row, and recruits in {@code om_recruit}. */
final class JdbcEnvoyStore implements EnvoyStore {
    private static final int PERCENT_SCALE = 2;

    private static final String ENVOYS = """
            select e.member, e.status, e.since, e.code, e.version, s.number, s.from_at, s.percent, s.benefit_days, s.is_own
              from om_envoy e
              join om_envoy_settings s on s.tenant = e.tenant and s.envoy = e.member and s.number = e.settings
             where e.tenant = :tenant""";
    private static final String BY_MEMBER = ENVOYS + " and e.member = :member";
    private static final String BY_CODE = ENVOYS + " and e.code = :code";
    private static final String PAGE = " and e.member > :after order by e.member limit :limit";
    private static final String ALL = ENVOYS + PAGE;
    private static final String OF_STATUS = ENVOYS + " and e.status = :status" + PAGE;
    private static final Change CHANGED =
            Change.of(Table.ENVOY, "status, since, code, settings, version", "member, version");

    private static final String RECRUITS =
            "select r.member, r.envoy, r.since, r.until_at, r.refused from om_recruit r where r.tenant = :tenant";
    private static final String RECRUIT = RECRUITS + " and r.member = :member";
    private static final String ALL_OF_ENVOY = RECRUITS + " and r.envoy = :envoy and r.member > :after";
    private static final String OF_ENVOY = ALL_OF_ENVOY + " and r.refused is null";
    private static final String RECRUITS_PAGE = " order by r.member limit :limit";
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
                Values.scaled(terms.percent(), PERCENT_SCALE),
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
        Gathering gathering = page(page);
        if (status != null) {
            gathering.bind("status", status);
        }
        List<Envoy> found = gathering.all(status == null ? ALL : OF_STATUS, JdbcEnvoyStore::envoy);
        return Pages.of(found, page, last -> last.member().value());
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
        List<Recruit> found = page(page)
                .bind("envoy", envoy.value())
                .all((refusedToo ? ALL_OF_ENVOY : OF_ENVOY) + RECRUITS_PAGE, JdbcEnvoyStore::recruit);
        return Pages.of(found, page, last -> last.member().value());
    }

    private Gathering page(Page.Request page) {
        Page.Cursor after = page.after();
        return unit.gather().bind("after", after == null ? "" : after.value()).bind("limit", page.limit() + 1);
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
        BigDecimal percent = Values.unscaled(row.getLong("percent"), PERCENT_SCALE);
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
}

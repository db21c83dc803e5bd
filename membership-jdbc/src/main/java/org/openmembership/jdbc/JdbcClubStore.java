package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.club.ClubId;
import org.openmembership.club.ClubStore;
import org.openmembership.club.ClubVersion;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.Document;

/** Clubs in {@code om_club}, {@code om_club_version} and {@code om_scheme_code}; a version is never changed. */
final class JdbcClubStore implements ClubStore {
    private static final String VERSIONS = """
            select club, number, effective_from, published_at, consumption, until_idle, kind, format, document
              from om_club_version
             where tenant = :tenant and club = :club and number > :number
             order by number""";
    private static final String ALL = "select id from om_club where tenant = :tenant order by id";
    private static final String OWNER = "select club from om_scheme_code where tenant = :tenant and scheme = :scheme";
    private static final String OWN_SCHEMES =
            "select scheme from om_scheme_code where tenant = :tenant and club = :club and scheme {in:schemes}";

    private final JdbcUnit unit;

    JdbcClubStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(ClubVersion version, Set<SchemeId> schemes) {
        String club = version.club().value();
        if (version.number() == 1) {
            unit.add(Table.CLUB, club);
        }
        Document document = version.document();
        unit.add(
                Table.CLUB_VERSION,
                club,
                version.number(),
                version.effectiveFrom(),
                version.publishedAt(),
                version.taking().order().name(),
                version.taking().untilIdle() ? 1 : 0,
                document.kind(),
                document.version(),
                document.json());
        // a code of another club's is added too: its key refuses it
        Set<String> unclaimed = new HashSet<>();
        schemes.forEach(scheme -> unclaimed.add(scheme.value()));
        if (version.number() > 1) {
            unclaimed.removeAll(ownAmong(club, unclaimed));
        }
        unclaimed.stream().sorted().forEach(scheme -> unit.add(Table.SCHEME_CODE, scheme, club));
    }

    @Override
    public List<ClubVersion> versions(ClubId club) {
        return versionsAfter(club, 0);
    }

    @Override
    public List<ClubVersion> versionsAfter(ClubId club, int number) {
        return unit.gather().bind("club", club.value()).bind("number", number).all(VERSIONS, JdbcClubStore::version);
    }

    @Override
    public List<ClubId> all() {
        return unit.gather().all(ALL, row -> ClubId.of(row.getString("id"))).stream()
                .sorted()
                .toList();
    }

    @Override
    public Optional<ClubId> ownerOf(SchemeId scheme) {
        return unit.gather().bind("scheme", scheme.value()).one(OWNER, row -> ClubId.of(row.getString("club")));
    }

    private List<String> ownAmong(String club, Set<String> schemes) {
        if (schemes.isEmpty()) {
            return List.of();
        }
        return unit.gather()
                .bind("club", club)
                .list("schemes", schemes)
                .all(OWN_SCHEMES, row -> row.getString("scheme"));
    }

    private static ClubVersion version(ResultSet row) throws SQLException {
        return new ClubVersion(
                ClubId.of(row.getString("club")),
                row.getInt("number"),
                Values.instant(row, "effective_from"),
                Values.instant(row, "published_at"),
                new ClubVersion.Taking(
                        ConsumptionOrder.valueOf(row.getString("consumption")), row.getInt("until_idle") == 1),
                new Document(row.getString("kind"), row.getInt("format"), row.getString("document")));
    }
}

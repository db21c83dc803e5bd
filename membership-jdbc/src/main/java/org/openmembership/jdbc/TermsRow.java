package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.openmembership.member.TermsAcceptance;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;

/** That terms were accepted, in five columns of a member or a registration. */
final class TermsRow {
    private TermsRow() {}

    static @Nullable TermsAcceptance read(ResultSet row) throws SQLException {
        String version = row.getString("terms_version");
        return version == null
                ? null
                : new TermsAcceptance(
                        version,
                        Values.instant(row, "terms_at"),
                        new Actor(
                                Actor.Kind.valueOf(row.getString("terms_by_kind")),
                                row.getString("terms_by_reference")),
                        Channel.of(row.getString("terms_channel")));
    }
}

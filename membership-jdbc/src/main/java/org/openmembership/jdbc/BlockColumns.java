package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Block;
import org.openmembership.shared.ReasonCode;

/** A block as the last columns of a row of something that can be blocked. */
final class BlockColumns {
    /** In the order of {@link #read} and {@link #values}. */
    static final String NAMES = "block_reason, block_by_kind, block_by_reference, block_since";

    private BlockColumns() {}

    static @Nullable Object[] values(@Nullable Block block) {
        return block == null
                ? new @Nullable Object[4]
                : new @Nullable Object[] {
                    block.reason().value(), block.by().kind(), block.by().reference(), block.since()
                };
    }

    static @Nullable Block read(ResultSet row, int first) throws SQLException {
        String reason = row.getString(first);
        if (reason == null) {
            return null;
        }
        Actor by = new Actor(Actor.Kind.valueOf(row.getString(first + 1)), row.getString(first + 2));
        return new Block(ReasonCode.of(reason), by, Values.instant(row, first + 3));
    }
}

package org.openmembership.jdbc;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows from an error of the database; the order is that of precedence where a chain of errors names several. */
enum Failure {
    /** Cannot be told whether the transaction was kept. */
    UNKNOWN,
    /** The connection is gone, and with it everything that was not being committed. */
    CONNECTION_LOST,
    /** Rolled back for sure, or to be: run the whole unit of work again. */
    RACE_LOST,
    /** A unique key was taken by another unit of work, which has been kept: run again at once and find it. */
    DUPLICATE,
    /** A mistake; running again would not help. */
    REFUSED,
    /** Not known to us; harmless unless a commit was under way. */
    UNRECOGNISED;

    /** Looks at an error and everything it was caused by or is chained to. */
    static Failure of(SQLException error, Dialect dialect) {
        Failure worst = UNRECOGNISED;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(error);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof SQLException sql) {
                Failure failure = dialect.failure(sql);
                worst = failure.compareTo(worst) < 0 ? failure : worst;
                enqueue(open, sql.getNextException());
            }
            enqueue(open, next.getCause());
        }
        return worst;
    }

    /** What an SQL state alone says, on any database; where it says nothing, the error is {@link #UNRECOGNISED}. */
    static Failure ofState(@Nullable String state) {
        if (state == null || state.length() != 5) {
            return UNRECOGNISED;
        }
        return switch (state) {
            case "40003" -> UNKNOWN;
            // what a row refers to was there when it was read: another unit of work has taken it out since
            case "23503" -> RACE_LOST;
            case "40001", "40P01", "55P03", "57014", "70100", "HYT00" -> RACE_LOST;
            case "23505" -> DUPLICATE;
            case "57P01", "57P02", "57P03", "53300", "25006" -> CONNECTION_LOST;
            default -> ofClass(state.substring(0, 2));
        };
    }

    private static Failure ofClass(String stateClass) {
        return switch (stateClass) {
            case "08" -> CONNECTION_LOST;
            case "22", "23", "25", "28", "42" -> REFUSED;
            default -> UNRECOGNISED;
        };
    }

    private static void enqueue(Deque<Throwable> open, @Nullable Throwable next) {
        if (next != null) {
            open.add(next);
        }
    }
}

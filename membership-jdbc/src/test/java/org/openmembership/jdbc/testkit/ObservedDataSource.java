package org.openmembership.jdbc.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A {@code DataSource} that tells an observer of everything sent to the database, and lets it fail. */
public final class ObservedDataSource {
    private static final Set<String> SENT_BY_CONNECTIONS = Set.of("commit", "rollback", "setTransactionIsolation");

    /** Hears of each round trip: one statement, one batch, one commit. */
    public interface Observer {
        /** Before something is sent; an exception keeps it from being sent. */
        default void before(String sql) throws SQLException {}

        /** After it was answered; an exception hides the answer. */
        default void after(String sql) throws SQLException {}
    }

    private ObservedDataSource() {}

    public static DataSource of(DataSource real, Observer observer) {
        Map<Connection, Connection> physical = new ConcurrentHashMap<>();
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object answer = call(real, method, arguments);
            return answer instanceof Connection connection ? observed(connection, observer, physical) : answer;
        });
    }

    /** As {@link #of}, with a connection of its own each time, which ends when it is closed: what a killed process leaves. */
    public static DataSource unpooled(TestDatabase database, Observer observer) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            return observed(database.connect(), observer, new ConcurrentHashMap<>());
        });
    }

    /** What is underneath a pool's connection is observed too, and always the same. */
    private static Connection observed(Connection real, Observer observer, Map<Connection, Connection> physical) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("unwrap")) {
                Connection underneath = real.unwrap(Connection.class);
                return underneath == real
                        ? proxy
                        : physical.computeIfAbsent(underneath, any -> observed(any, observer, physical));
            }
            if (SENT_BY_CONNECTIONS.contains(method.getName())) {
                return sent(real, method, arguments, method.getName(), observer);
            }
            Object answer = call(real, method, arguments);
            return answer instanceof Statement statement
                            && method.getReturnType().isInterface()
                    ? observed(statement, method.getReturnType(), textOf(arguments), observer)
                    : answer;
        });
    }

    private static Object observed(Statement real, Class<?> type, String prepared, Observer observer) {
        return proxy(type, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(real, method, arguments);
            }
            String text = textOf(arguments);
            return sent(real, method, arguments, text.isEmpty() ? prepared : text, observer);
        });
    }

    private static @Nullable Object sent(
            Object real, Method method, @Nullable Object @Nullable [] arguments, String sql, Observer observer)
            throws Throwable {
        observer.before(sql);
        Object answer = call(real, method, arguments);
        observer.after(sql);
        return answer;
    }

    private static @Nullable Object call(Object real, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }

    private static String textOf(@Nullable Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ObservedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

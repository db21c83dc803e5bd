package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Engine;
import org.openmembership.testing.PlantedPerson;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;
import org.slf4j.Logger;

/** S35: what people tell us stands in a log. */
@Requirement({"S35", "S7"})
final class S35NothingPersonalInLogsTest {
    private static final int TRACE = 0;

    @Test
    void whole_flows_leave_nothing_of_a_person_in_the_logs_at_the_finest_level() throws Exception {
        List<String> secrets = new ArrayList<>();
        String log = logged(() -> {
            try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
                PlantedPerson person = PlantedPerson.in(shop);
                person.mailbox.messages().stream()
                        .filter(message -> message.proof() != null)
                        .forEach(message -> {
                            secrets.add(message.proof().code().value());
                            secrets.add(message.proof().token().value());
                        });
                shop.membership().redemption().redeem(person.account, Points.of(5), shop.key());
                Requested asked = (Requested) person.membership
                        .erasures()
                        .request(person.member, ReasonCode.of("ASKED"), IdentityProof.SIGNED_IN);
                shop.time().advance(Duration.ofDays(8));
                person.membership.erasures().execute(asked.erasure().id());
            }
        });

        assertThat(log).as("something was captured").contains("REDEMPTION");
        assertThat(log.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(PlantedPerson.MARK)
                .doesNotContain(PlantedPerson.DIGITS)
                .doesNotContain(PlantedPerson.BIRTHDATE.toString())
                .doesNotContain(PlantedPerson.GENDER)
                .doesNotContain(PlantedPerson.MARITAL_STATUS);
        assertThat(secrets)
                .hasSizeGreaterThan(3)
                .allSatisfy(secret -> assertThat(log).doesNotContain(secret));
    }

    private static String logged(Runnable story) throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Logger> loggers = loggers();
        List<Integer> levels = new ArrayList<>();
        for (Logger logger : loggers) {
            levels.add((Integer) level(logger).get(logger));
            level(logger).set(logger, TRACE);
        }
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            story.run();
        } finally {
            System.setErr(before);
            for (int i = 0; i < loggers.size(); i++) {
                level(loggers.get(i)).set(loggers.get(i), levels.get(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Field level(Logger logger) throws NoSuchFieldException {
        Field level = logger.getClass().getDeclaredField("currentLogLevel");
        level.setAccessible(true);
        return level;
    }

    /** Every logger of ours. */
    private static List<Logger> loggers() throws IllegalAccessException {
        List<Logger> loggers = new ArrayList<>();
        var classes = new ClassFileImporter()
                .importUrl(
                        Membership.class.getProtectionDomain().getCodeSource().getLocation());
        for (var type : classes) {
            for (var declared : type.getFields()) {
                if (declared.getRawType().isEquivalentTo(Logger.class)
                        && Modifier.isStatic(declared.reflect().getModifiers())) {
                    declared.reflect().setAccessible(true);
                    loggers.add((Logger) declared.reflect().get(null));
                }
            }
        }
        assertThat(loggers).isNotEmpty();
        return loggers;
    }
}

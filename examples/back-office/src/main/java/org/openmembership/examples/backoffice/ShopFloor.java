package org.openmembership.examples.backoffice;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.openmembership.Membership;
import org.openmembership.customer.Region;
import org.openmembership.envoys.EnvoyPolicy;
import org.openmembership.erasure.ErasurePolicy;
import org.openmembership.examples.foodmart.FoodMartShop;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;
import org.openmembership.storage.Storage;

/**
 * The shop behind the pages. Its sales are of 1997, so its clock is: it goes as ours does, from the evening on to which the
 * shop was filled.
 *
 * @param behind how far its clock is behind ours
 */
record ShopFloor(Storage storage, Articles articles, Duration behind) {
    private static final String BEHIND = "clock.behind";
    private static final String ARTICLE = "article.";
    private static final Duration NIGHT = Duration.ofHours(9);

    /** Opens the shop as it was left, or fills it if it was never filled to the end. */
    static ShopFloor open(Path data, Storage storage, FoodMartShop foodMart) throws IOException, SQLException {
        Path file = data.resolve("shop.properties");
        if (Files.exists(file)) {
            return read(file, storage);
        }
        FoodMartShop.Filled filled = foodMart.fill(storage);
        // the next morning, when the shop opens
        Instant opens = filled.until().plus(NIGHT);
        ShopFloor floor = new ShopFloor(
                storage,
                new Articles(filled.articles()),
                Duration.between(opens, Clock.systemUTC().instant()));
        floor.write(file);
        return floor;
    }

    private static ShopFloor read(Path file, Storage storage) throws IOException {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        Map<String, String> articles = new HashMap<>();
        kept.stringPropertyNames().stream()
                .filter(name -> name.startsWith(ARTICLE))
                .forEach(name -> articles.put(name.substring(ARTICLE.length()), kept.getProperty(name)));
        return new ShopFloor(storage, new Articles(articles), Duration.parse(kept.getProperty(BEHIND)));
    }

    /** Written last, so that a shop that was filled in part is filled to the end by the next start. */
    private void write(Path file) throws IOException {
        Properties kept = new Properties();
        kept.setProperty(BEHIND, behind.toString());
        articles.names().forEach((sku, name) -> kept.setProperty(ARTICLE + sku, name));
        try (Writer writer = Files.newBufferedWriter(file)) {
            kept.store(writer, "The back office's shop");
        }
    }

    /** The web page of a clerk; not started yet. */
    Server server(String clerk, String supervisor, String address) {
        Words words = new Words(Clock.offset(Clock.systemUTC(), behind.negated()), FoodMartShop.ZONE);
        Outbox outbox = new Outbox(words);
        Membership shop = membership(words, outbox, new ShopAccess(supervisor));
        GroupBoxes.define(shop.groups());
        Membership signedIn = shop.as(Actor.staff(clerk));
        return new Server(signedIn, new Frame(clerk, words), new Routes(words, articles, outbox, shop), address);
    }

    private Membership membership(Words words, Outbox outbox, ShopAccess access) {
        RegistrationPolicy atTheCounter = RegistrationPolicy.DEFAULT
                .with(RegistrationPolicy.Registrars.SELF_AND_STAFF)
                .with(new RegistrationPolicy.Place(Region.of("US"), Channel.of("BACK-OFFICE"), null))
                .revealingExistingEmail();
        return Membership.on(storage)
                .clock(words.clock())
                .zone(words.zone())
                .notifier(outbox)
                .registration(atTheCounter)
                .envoys(EnvoyPolicy.DEFAULT.allowingRequests())
                .accessPolicy(access)
                .adjustmentLimits(access)
                .erasure(ErasurePolicy.DEFAULT.waiting(Duration.ZERO))
                .open();
    }
}

package org.openmembership.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.command.Caller;
import org.openmembership.customer.EmailAddress;
import org.openmembership.storage.StorageException;
import org.openmembership.storage.Stores;
import org.openmembership.user.Message;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.Notifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one notification: mints its secrets, keeps their hashes, calls the notifier, marks it (R6).
 *
 * <p>A crash in between sends again with new secrets; the newest message works. Thread-safe.
 */
public final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int MAX_ATTEMPTS = 10;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private final Caller caller;
    private final @Nullable Notifier notifier;
    private final SecretMint mint;
    private final @Nullable EmailAddress enquiries;

    /**
     * @param notifier null where this process sends nothing, so that messages wait for one that does
     * @param enquiries of the shop, to whose people enquiries go; null where there are none
     */
    public Delivery(Caller caller, @Nullable Notifier notifier, SecretMint mint, @Nullable EmailAddress enquiries) {
        this.caller = caller;
        this.notifier = notifier;
        this.mint = mint;
        this.enquiries = enquiries;
    }

    /** Whether this process sends, and has commits of its own to send after. */
    public boolean isPossible() {
        return problem().isEmpty();
    }

    /** Why nothing can be sent from here. */
    public Optional<String> problem() {
        if (notifier == null) {
            return Optional.of("no Notifier was given to MembershipBuilder.notifier");
        }
        boolean ours = caller.ownsTransaction();
        return ours ? Optional.empty() : Optional.of("messages cannot be sent inside a host's transaction");
    }

    /**
     * Sends a notification if it is due.
     *
     * @return whether it was sent; one that was not stays waiting for a later attempt, or is given up after ten
     */
    public boolean deliver(NotificationId id) {
        Notifier sender = notifier;
        if (sender == null || !isPossible()) {
            return false;
        }
        try {
            Instant now = caller.now();
            Optional<Letter> letter = caller.housekeeping(stores -> prepare(id, now, stores));
            return letter.isPresent() && send(letter.get(), sender);
        } catch (StorageException notNow) {
            LOG.warn("notification {} not sent now: {}", id, notNow.toString());
            return false;
        }
    }

    /** What to send, with fresh secrets that are the only ones from now on; empty if there is nothing to send. */
    private Optional<Letter> prepare(NotificationId id, Instant now, Stores stores) {
        Optional<Notification> due = stores.notifications().find(id).filter(found -> found.isDue(now));
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Notification notification = due.get();
        Message.Proof proof = new Message.Proof(mint.code(), mint.token(), now.plus(mint.life(notification.purpose())));
        boolean given = notification.attempts() >= MAX_ATTEMPTS;
        Optional<Letter> letter =
                given ? Optional.empty() : new Writing(notification, proof, mint.seal(), enquiries, now).write(stores);
        stores.notifications()
                .update(
                        letter.isEmpty()
                                ? notification.abandoned()
                                : notification.attempted(now.plus(pause(notification))));
        return letter;
    }

    private boolean send(Letter letter, Notifier sender) {
        NotificationId id = letter.notification();
        try {
            Optional.ofNullable(letter.message()).ifPresent(sender::send);
        } catch (RuntimeException failed) {
            // The host's message may hold an address, so only its kind is logged.
            LOG.warn("notification {} not sent: {}", id, failed.getClass().getName());
            return false;
        }
        Instant now = caller.now();
        caller.housekeeping(stores -> {
            stores.notifications().delivered(id, now);
            return true;
        });
        return true;
    }

    private static Duration pause(Notification notification) {
        return FIRST_PAUSE.multipliedBy(1L << notification.attempts());
    }
}

package org.openmembership.user;

/**
 * Host port: sends messages.
 *
 * <p>Always called outside any unit of work, so it may wait. It may see a message again after a crash: then its secrets
 * are new, only they work, and the id is the same. Any exception means not sent; the message is tried again later.
 * Implementations are thread-safe and never log a secret or an address.
 */
@FunctionalInterface
public interface Notifier {
    void send(Message message);
}

package org.openmembership.registration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openmembership.user.Message;
import org.openmembership.user.Notifier;

/** A notifier that keeps what it was given, and can be out of order. */
public final class Mailbox implements Notifier {
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    @Override
    public void send(Message message) {
        if (broken) {
            throw new IllegalStateException("mail server says no to canary@example.org");
        }
        messages.add(message);
    }

    public void breakDown() {
        broken = true;
    }

    public void repair() {
        broken = false;
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    public Message last() {
        return messages.get(messages.size() - 1);
    }

    /** The code of the last message. */
    public String code() {
        return proof().code().value();
    }

    /** The token of the last message. */
    public String token() {
        return proof().token().value();
    }

    private Message.Proof proof() {
        Message.Proof proof = last().proof();
        if (proof == null) {
            throw new AssertionError("the last message proves nothing");
        }
        return proof;
    }
}

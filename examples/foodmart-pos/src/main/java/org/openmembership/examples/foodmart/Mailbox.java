package org.openmembership.examples.foodmart;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openmembership.user.Message;
import org.openmembership.user.Notifier;
import org.openmembership.user.RegistrationId;

/**
 * The members' mailboxes: it keeps the codes that a real notifier would send by mail, so that the members of this example
 * can type them in.
 */
final class Mailbox implements Notifier {
    private final Map<RegistrationId, String> codes = new ConcurrentHashMap<>();

    @Override
    public void send(Message message) {
        Message.Proof proof = message.proof();
        if (proof != null) {
            codes.put(message.registration(), proof.code().value());
        }
    }

    /** The code that was sent for a registration; read once, then gone. */
    String open(RegistrationId registration) {
        String code = codes.remove(registration);
        if (code == null) {
            throw new IllegalStateException("no code was sent for registration " + registration);
        }
        return code;
    }
}

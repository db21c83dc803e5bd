package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.openmembership.user.Message;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notifier;

/**
 * Stands for the mail server: it keeps the latest messages of this run, with their codes, for the outbox page. A real
 * notifier sends them and shows them to nobody. Thread-safe.
 */
final class Outbox implements Notifier {
    private static final int LATEST = 30;

    private final Deque<Message> messages = new ArrayDeque<>();
    private final Words words;

    Outbox(Words words) {
        this.words = words;
    }

    @Override
    public synchronized void send(Message message) {
        messages.addFirst(message);
        if (messages.size() > LATEST) {
            messages.removeLast();
        }
    }

    synchronized List<Message> latest() {
        return List.copyOf(messages);
    }

    /**
     * The page that stands for the customers' mailboxes.
     *
     * @param ofTheHost messages that the library knows nothing of
     */
    Page page(Markup ofTheHost) {
        List<Markup> shown = latest().stream().map(this::shown).toList();
        return Page.of(
                "Outbox",
                Parts.aside("This page stands for the mail server of a real shop, where no clerk could read it."),
                shown.isEmpty() && ofTheHost.isEmpty()
                        ? tag("div")
                                .styled("card nothing")
                                .of(
                                        tag("h2").text("No mail yet"),
                                        Parts.paragraph("A registration sends the first message."),
                                        Parts.actions(Parts.action(Paths.REGISTER, "Register somebody")))
                        : Markup.all(ofTheHost, Markup.all(shown)));
    }

    private Markup shown(Message message) {
        Message.Proof proof = message.proof();
        Markup secret = proof == null
                ? Markup.NONE
                : Parts.facts(
                        Parts.fact("Code", tag("code").text(proof.code().value())),
                        Parts.fact("Good until", words.minute(proof.expiresAt())));
        return Parts.section(
                Words.of(message.purpose()),
                Parts.facts(Parts.fact("To", message.address().written())),
                secret,
                proof == null ? Markup.NONE : way(message.topic(), proof));
    }

    private static Markup way(MessageTopic topic, Message.Proof proof) {
        if (topic instanceof MessageTopic.OfRegistration registration) {
            return Parts.actions(Parts.action(Paths.of(registration.id()), "Type the code in"));
        }
        if (topic instanceof MessageTopic.OfInvitation invitation) {
            String page = Paths.of(invitation.id());
            return Parts.actions(
                    Parts.action(
                            page + "?secret=" + Paths.encoded(proof.token().value()), "Follow the link of the message"),
                    Parts.link(page, "Type the code in"));
        }
        return topic instanceof MessageTopic.OfOptIn optIn
                ? Parts.actions(Parts.action(Paths.of(optIn.id()), "Confirm the consent"))
                : Markup.NONE;
    }
}

package org.openmembership.document;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openmembership.account.AccountEvent;
import org.openmembership.card.CardEvent;
import org.openmembership.club.ClubEvent;
import org.openmembership.consent.ConsentEvent;
import org.openmembership.customer.CustomerEvent;
import org.openmembership.envoy.EnvoyEvent;
import org.openmembership.giftcard.GiftCardEvent;
import org.openmembership.group.GroupEvent;
import org.openmembership.ledger.HoldEvent;
import org.openmembership.ledger.LedgerEvent;
import org.openmembership.member.MemberEvent;
import org.openmembership.merge.MergeEvent;
import org.openmembership.privacy.PrivacyEvent;
import org.openmembership.purchase.PurchaseEvent;
import org.openmembership.shared.Document;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.user.UserEvent;
import org.openmembership.warning.WarningEvent;

/**
 * Events as JSON: an event written and read again is equal to itself. Thread-safe.
 *
 * <p>The kind of a document is the event's simple name, its members are the event's components; so a new event needs
 * nothing here, and none may ever be renamed.
 */
public final class EventDocuments {
    public static final String FACTS = "facts";
    public static final int VERSION = 1;

    /** What each room of nouns has to tell. */
    private static final List<Class<? extends MembershipEvent>> ROOMS = List.of(
            CustomerEvent.class,
            ConsentEvent.class,
            GroupEvent.class,
            UserEvent.class,
            ClubEvent.class,
            MemberEvent.class,
            AccountEvent.class,
            CardEvent.class,
            GiftCardEvent.class,
            PurchaseEvent.class,
            EnvoyEvent.class,
            MergeEvent.class,
            LedgerEvent.class,
            WarningEvent.class,
            HoldEvent.class,
            PrivacyEvent.class);

    private static final Map<String, RecordShape> BY_KIND = byKind();

    private EventDocuments() {}

    public static Document write(MembershipEvent event) {
        String kind = kindOf(event);
        return new Document(kind, VERSION, JsonText.line(json -> shape(kind).write(json, event)));
    }

    /** All facts of one audit record, made of the documents that {@link #write} made of them; each with its kind. */
    public static Document together(List<Document> written) {
        String facts = written.stream()
                .map(event ->
                        "{\"kind\":\"" + event.kind() + "\"," + event.json().substring(1))
                .collect(joining(",", "{\"" + FACTS + "\":[", "]}"));
        return new Document(FACTS, VERSION, facts);
    }

    /**
     * The event in a document of {@link #write}; empty if it is of a kind or version that this release does not know.
     *
     * @throws IllegalStateException if the document is of a known kind and not of that shape
     */
    public static Optional<MembershipEvent> read(Document document) {
        RecordShape shape = BY_KIND.get(document.kind());
        if (shape == null || document.version() != VERSION) {
            return Optional.empty();
        }
        Faults faults = new Faults();
        Part<JsonValue> tree = JsonTree.read(document.json(), faults);
        if (!faults.found().isEmpty()) {
            throw new IllegalStateException("an event cannot be read: " + faults.found());
        }
        return Optional.of((MembershipEvent) shape.read(tree.get()));
    }

    /** Every kind of event that this release knows. */
    static Set<String> kinds() {
        return BY_KIND.keySet();
    }

    private static String kindOf(MembershipEvent event) {
        return event.getClass().getSimpleName();
    }

    private static RecordShape shape(String kind) {
        RecordShape shape = BY_KIND.get(kind);
        if (shape == null) {
            throw new IllegalArgumentException("there is no event called " + kind);
        }
        return shape;
    }

    private static Map<String, RecordShape> byKind() {
        Map<String, RecordShape> shapes = new HashMap<>();
        ROOMS.stream().flatMap(room -> Stream.of(room.getPermittedSubclasses())).forEach(type -> {
            if (shapes.put(type.getSimpleName(), RecordShape.of(type.asSubclass(Record.class))) != null) {
                throw new IllegalStateException("two events are called " + type.getSimpleName());
            }
        });
        return Map.copyOf(shapes);
    }
}

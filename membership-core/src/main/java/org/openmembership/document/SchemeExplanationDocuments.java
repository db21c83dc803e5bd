package org.openmembership.document;

import org.jspecify.annotations.Nullable;
import org.openmembership.account.SchemeExplanation;
import org.openmembership.account.SchemeExplanation.Coming;
import org.openmembership.account.SchemeExplanation.Goal;
import org.openmembership.account.SchemeExplanation.Held;
import org.openmembership.account.SchemeExplanation.Named;
import org.openmembership.account.SchemeExplanation.Next;
import org.openmembership.club.SchemeTerms.PaidTerm;
import org.openmembership.shared.Document;

/** Explanations of schemes as JSON, for machines; what is null is left out. Thread-safe. */
public final class SchemeExplanationDocuments {
    public static final String KIND = "scheme-explanation";
    public static final int VERSION = 1;

    private final JsonText json;

    private SchemeExplanationDocuments(JsonText json) {
        this.json = json;
    }

    public static Document write(SchemeExplanation explanation) {
        return new Document(
                KIND, VERSION, JsonText.line(json -> new SchemeExplanationDocuments(json).explanation(explanation)));
    }

    /** Writes its fields into an object of another document. */
    static void into(JsonText json, SchemeExplanation explanation) {
        new SchemeExplanationDocuments(json).explanation(explanation);
    }

    private void explanation(SchemeExplanation explanation) {
        json.put("account", explanation.account())
                .put("club", explanation.club())
                .put("on", explanation.on())
                .object("held", part -> held(explanation.held()));
        goal("keep", explanation.keep());
        Next next = explanation.next();
        if (next != null) {
            json.object("next", part -> next(next));
        }
    }

    private void held(Held held) {
        named(held.scheme());
        json.put("why", held.why())
                .put("since", held.life().since())
                .put("until", held.life().until())
                .put("nextReview", held.life().nextReview())
                .put("reason", held.reason())
                .put("earned", held.earned());
        Coming coming = held.coming();
        if (coming != null) {
            json.object("coming", part -> {
                named(coming.scheme());
                part.put("from", coming.from());
            });
        }
    }

    private void next(Next next) {
        named(next.scheme());
        goal("entry", next.entry());
        PaidTerm paid = next.paid();
        if (paid != null) {
            json.object("paid", part -> part.put("price", paid.price()).put("period", paid.period()));
        }
        json.objects(
                "benefits",
                next.benefits(),
                benefit -> json.put("kind", benefit.kind()).put("value", benefit.value()));
    }

    private void named(Named scheme) {
        json.put("scheme", scheme.id()).put("name", scheme.name());
    }

    private void goal(String name, @Nullable Goal goal) {
        if (goal != null) {
            json.object(
                    name,
                    part -> part.put("measure", goal.measure())
                            .put("from", goal.from())
                            .put("needed", goal.needed())
                            .put("counted", goal.counted())
                            .put("missing", goal.missing())
                            .put("by", goal.by()));
        }
    }
}

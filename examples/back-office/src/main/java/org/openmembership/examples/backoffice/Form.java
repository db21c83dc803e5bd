package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;
import static org.openmembership.examples.backoffice.Markup.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openmembership.request.Violation;

/**
 * A form. One that changes something sends the token along, and shows what is wrong above all and beside each field. Not
 * thread-safe.
 */
final class Form {
    /** What a keyed form calls its attempt, so that sending it twice does it once. */
    static final String KEY = "key";

    private final String method;
    private final String action;
    private final Answers answers;
    private final List<Markup> fields = new ArrayList<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    private Form(String method, String action, Answers answers) {
        this.method = method;
        this.action = action;
        this.answers = answers;
    }

    static Form to(String action, Call call, Answers answers) {
        return new Form("post", action, answers).hidden(Guard.TOKEN, call.token());
    }

    static Form to(String action, Call call) {
        return to(action, call, Answers.NONE);
    }

    /** A form that only asks for another view of a page. */
    static Form asking(String action, Answers answers) {
        return new Form("get", action, answers);
    }

    Form hidden(String name, String value) {
        fields.add(tag("input")
                .with("type", "hidden")
                .with("name", name)
                .with("value", value)
                .alone());
        return this;
    }

    /** A new key, or the one the form was sent with before. */
    Form keyed() {
        String before = answers.value(KEY);
        return hidden(KEY, before.isEmpty() ? UUID.randomUUID().toString() : before);
    }

    Form line(Field field) {
        Tag input = control("input", field)
                .with("type", field.type())
                .with("value", answers.value(field.name()))
                .with("autocomplete", field.autocomplete())
                .with("inputmode", field.keyboard());
        return add(field, input.alone());
    }

    Form area(Field field) {
        return add(field, control("textarea", field).with("rows", "4").text(answers.value(field.name())));
    }

    /** @param options by value, in order */
    Form choice(Field field, Map<String, String> options) {
        return add(field, control("select", field).of(options(options, answers.value(field.name()))));
    }

    static List<Markup> options(Map<String, String> options, String chosen) {
        return options.entrySet().stream()
                .map(option -> tag("option")
                        .with("value", option.getKey())
                        .flag("selected", option.getKey().equals(chosen))
                        .text(option.getValue()))
                .toList();
    }

    /** @param words what is said by ticking it */
    Form tick(String name, String label, String words) {
        labels.put(name, label);
        fields.add(tag("div")
                .styled("field tick")
                .of(
                        tag("label")
                                .of(
                                        tag("input")
                                                .with("type", "checkbox")
                                                .with("id", id(name))
                                                .with("name", name)
                                                .with("value", "yes")
                                                .flag("checked", answers.isTicked(name))
                                                .with(
                                                        "aria-describedby",
                                                        problems(name).isEmpty() ? null : id(name) + "-wrong")
                                                .alone(),
                                        text(words)),
                        problems(name)));
        return this;
    }

    /** A heading over the fields that follow. */
    Form part(String words) {
        fields.add(tag("h2").text(words));
        return this;
    }

    Form words(Markup words) {
        fields.add(words);
        return this;
    }

    /** The form, with a button that does it and, unless null, a way out. */
    Markup send(String words, @Nullable String back) {
        return send("primary", words, back);
    }

    /** A form whose button cannot be undone. */
    Markup sendForGood(String words, @Nullable String back) {
        return send("danger", words, back);
    }

    /** A form whose button is not what most come for. */
    Markup sendQuietly(String words) {
        return send("quiet", words, null);
    }

    private Markup send(String style, String words, @Nullable String back) {
        Markup button = tag("button").with("type", "submit").styled(style).text(words);
        Markup out = back == null ? Markup.NONE : Parts.link(back, "Cancel");
        return tag("form")
                .with("class", method.equals("get") ? "asking" : null)
                .with("method", method)
                .with("action", action)
                .flag("novalidate", true)
                .of(summary(), Markup.all(fields), Parts.actions(button, out));
    }

    private Tag control(String element, Field field) {
        boolean wrong = !answers.wrongWith(field.name()).isEmpty();
        String described = (field.hint().isEmpty() ? "" : id(field.name()) + "-hint ")
                + (wrong ? id(field.name()) + "-wrong" : "");
        return tag(element)
                .with("id", id(field.name()))
                .with("name", field.name())
                .flag("required", field.required())
                .with("aria-invalid", wrong ? "true" : null)
                .with("aria-describedby", described.isBlank() ? null : described.strip());
    }

    private Form add(Field field, Markup control) {
        labels.put(field.name(), field.label());
        Markup hint = field.hint().isEmpty()
                ? Markup.NONE
                : tag("small").with("id", id(field.name()) + "-hint").text(field.hint());
        Markup optional =
                field.required() ? Markup.NONE : tag("span").styled("optional").text(" (optional)");
        fields.add(tag("div")
                .styled("field")
                .of(
                        tag("label").with("for", id(field.name())).of(text(field.label()), optional),
                        hint,
                        problems(field.name()),
                        control));
        return this;
    }

    private Markup problems(String name) {
        List<String> wrong = answers.wrongWith(name);
        return wrong.isEmpty()
                ? Markup.NONE
                : tag("p").styled("wrong").with("id", id(name) + "-wrong").text(String.join("; ", wrong));
    }

    /** All that is wrong, each with the way to its field. */
    private Markup summary() {
        if (!answers.isRefused()) {
            return Markup.NONE;
        }
        List<String> order = List.copyOf(labels.keySet());
        List<Markup> lines = answers.wrong().stream()
                .sorted(Comparator.comparing(wrong -> order.indexOf(wrong.path())))
                .map(this::line)
                .toList();
        return tag("div")
                .styled("notice bad")
                .with("role", "alert")
                .of(tag("strong").text("This was not saved:"), tag("ul").of(lines));
    }

    private Markup line(Violation wrong) {
        String label = labels.get(wrong.path());
        return tag("li")
                .of(
                        label == null
                                ? text(wrong.path() + " " + wrong.message())
                                : Parts.link("#" + id(wrong.path()), label + " " + wrong.message()));
    }

    private static String id(String name) {
        return "field-" + name.replaceAll("[^A-Za-z0-9]", "-");
    }
}

package org.openmembership.examples.backoffice;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name as the path in the request it is for
 * @param type of the browser's: text, email, tel, date
 * @param hint below the label, empty for none
 * @param keyboard which one a phone shows, null for the type's
 * @param autocomplete what a browser may fill in; {@code off} for other people's data
 */
record Field(
        String name,
        String label,
        String type,
        boolean required,
        String hint,
        @Nullable String keyboard,
        String autocomplete) {
    /** A line of text that must be filled in. */
    static Field required(String name, String label) {
        return new Field(name, label, "text", true, "", null, "off");
    }

    static Field optional(String name, String label) {
        return new Field(name, label, "text", false, "", null, "off");
    }

    Field hint(String words) {
        return new Field(name, label, type, required, words, keyboard, autocomplete);
    }

    Field email() {
        return typed("email", null);
    }

    Field phone() {
        return typed("tel", null);
    }

    Field day() {
        return typed("date", null);
    }

    Field number() {
        return typed("text", "decimal");
    }

    Field code() {
        return typed("text", "numeric");
    }

    private Field typed(String other, @Nullable String shown) {
        return new Field(name, label, other, required, hint, shown, autocomplete);
    }
}

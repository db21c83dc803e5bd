package org.openmembership.document;

import java.util.List;
import java.util.Map;

/** JSON as it was written; numbers stay texts until somebody knows what they mean, so that none is ever inexact or huge. */
sealed interface JsonValue {
    /** What a person calls this sort of value. */
    String sort();

    record Text(String text) implements JsonValue {
        @Override
        public String sort() {
            return "a text";
        }
    }

    record Numeral(String digits) implements JsonValue {
        @Override
        public String sort() {
            return "a number";
        }
    }

    record Truth(boolean value) implements JsonValue {
        @Override
        public String sort() {
            return "true or false";
        }
    }

    record Nothing() implements JsonValue {
        @Override
        public String sort() {
            return "null";
        }
    }

    record Items(List<JsonValue> items) implements JsonValue {
        @Override
        public String sort() {
            return "a list";
        }
    }

    record Members(Map<String, JsonValue> members) implements JsonValue {
        @Override
        public String sort() {
            return "an object";
        }
    }
}

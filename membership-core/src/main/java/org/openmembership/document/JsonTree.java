package org.openmembership.document;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmembership.shared.Document;

/** Reads JSON text into {@link JsonValue}s, within bounds that no sensible definition reaches. */
final class JsonTree {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxDocumentLength(Document.MAX_LENGTH)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .maxStringLength(10_000)
                    .build())
            .build();

    private final JsonParser parser;
    private final Faults faults;

    private JsonTree(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** The value that {@code json} is; what is no JSON, or a name used twice, is reported. */
    static Part<JsonValue> read(String json, Faults faults) {
        if (json.length() > Document.MAX_LENGTH) {
            return faults.add("$", "must have at most " + Document.MAX_LENGTH + " characters but has " + json.length());
        }
        try (JsonParser parser = FACTORY.createParser(json)) {
            return new JsonTree(parser, faults).root();
        } catch (JacksonException notJson) {
            return faults.add("$", "is not JSON within bounds: " + notJson.getOriginalMessage() + place(notJson));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String place(JacksonException notJson) {
        JsonLocation location = notJson.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private Part<JsonValue> root() throws IOException {
        if (parser.nextToken() == null) {
            return faults.add("$", "is empty");
        }
        JsonValue value = value("$");
        return parser.nextToken() == null ? Part.of(value) : faults.add("$", "goes on after its end");
    }

    private JsonValue value(String path) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(path);
            case START_ARRAY -> items(path);
            case VALUE_STRING -> new JsonValue.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(parser.getText());
            case VALUE_TRUE -> new JsonValue.Truth(true);
            case VALUE_FALSE -> new JsonValue.Truth(false);
            default -> new JsonValue.Nothing();
        };
    }

    private JsonValue items(String path) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(Paths.item(path, items.size())));
        }
        return new JsonValue.Items(items);
    }

    private JsonValue members(String path) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String memberPath = Paths.member(path, name);
            parser.nextToken();
            JsonValue value = value(memberPath);
            if (members.putIfAbsent(name, value) != null) {
                faults.add(memberPath, "is there twice");
            }
        }
        return new JsonValue.Members(members);
    }
}

package org.openmembership.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmembership.club.Club;
import org.openmembership.document.ClubDocuments;
import org.openmembership.document.ClubReading;

/** The clubs that are written down in the guide for those who come from other systems. */
final class GuideClubs {
    private GuideClubs() {}

    static Club read(String id) {
        Matcher json = Pattern.compile("```json\n(\\{\\s+\"id\": \"" + id + "\".*?)```", Pattern.DOTALL)
                .matcher(guide());
        assertThat(json.find()).as(id).isTrue();
        ClubReading reading = ClubDocuments.read(json.group(1));
        assertThat(reading).isInstanceOf(ClubReading.Whole.class);
        return ((ClubReading.Whole) reading).club();
    }

    private static String guide() {
        try {
            return Files.readString(Path.of("..", "docs", "guide", "coming-from.md"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

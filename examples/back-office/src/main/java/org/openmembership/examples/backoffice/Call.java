package org.openmembership.examples.backoffice;

import java.util.Map;
import org.openmembership.Membership;

/**
 * One request of a clerk's browser.
 *
 * @param clerk the library, called by this clerk
 * @param path what stands in the path, by name
 * @param query what stands behind it
 * @param form what was filled in; empty unless it was sent
 * @param token what every form must send along, which no other site can know
 */
record Call(Membership clerk, Map<String, String> path, Map<String, String> query, Answers form, String token) {
    String inPath(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("no route has a part " + name);
        }
        return value;
    }

    /** What was asked for by that name, without the blanks around it; empty if nothing was. */
    String asked(String name) {
        return query.getOrDefault(name, "").strip();
    }
}

package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;
import static org.openmembership.examples.backoffice.Markup.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What stands around every page.
 *
 * @param clerk who is signed in
 * @param words tells the shop's time
 */
record Frame(String clerk, Words words) {
    private static final Map<String, String> PLACES = places();

    private static Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put(Paths.CUSTOMERS, "Customers");
        places.put(Paths.REGISTER, "Register");
        places.put(Paths.DUPLICATES, "Duplicates");
        places.put(Paths.TASKS, "Tasks");
        places.put(Paths.APPROVALS, "Approvals");
        places.put(Paths.OUTBOX, "Outbox");
        return places;
    }

    /** The whole document. */
    String around(Page page, Call call) {
        Markup head = tag("head")
                .of(
                        tag("meta").with("charset", "utf-8").alone(),
                        tag("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1")
                                .alone(),
                        tag("meta")
                                .with("name", "color-scheme")
                                .with("content", "light dark")
                                .alone(),
                        tag("title").text(page.title() + " - FoodMart back office"),
                        tag("link")
                                .with("rel", "icon")
                                .with("href", "/icon.svg")
                                .alone(),
                        tag("link")
                                .with("rel", "stylesheet")
                                .with("href", "/style.css")
                                .alone());
        Markup body = tag("body")
                .of(
                        tag("a").styled("skip").with("href", "#main").text("Skip to the page"),
                        header(page),
                        tag("main")
                                .with("id", "main")
                                .with("tabindex", "-1")
                                .of(crumbs(page), tag("h1").text(page.title()), done(call), page.body()),
                        footer());
        return "<!DOCTYPE html>\n" + tag("html").with("lang", "en").of(head, body);
    }

    private Markup header(Page page) {
        List<Markup> links = PLACES.entrySet().stream()
                .map(place -> tag("li")
                        .of(tag("a").with("href", place.getKey())
                                .with("aria-current", isIn(place.getValue(), page) ? "true" : null)
                                .text(place.getValue())))
                .toList();
        return tag("header")
                .of(
                        tag("a").styled("brand").with("href", Paths.CUSTOMERS).text("FoodMart back office"),
                        tag("nav").with("aria-label", "Main").of(tag("ul").of(links)),
                        tag("p").styled("clerk")
                                .of(text("Signed in: "), tag("strong").text(clerk)));
    }

    private static boolean isIn(String place, Page page) {
        return page.title().equals(place)
                || page.crumbs().stream().anyMatch(crumb -> crumb.name().equals(place));
    }

    private static Markup crumbs(Page page) {
        if (page.crumbs().isEmpty()) {
            return Markup.NONE;
        }
        Stream<Markup> above =
                page.crumbs().stream().map(crumb -> tag("li").of(Parts.link(crumb.path(), crumb.name())));
        List<Markup> lines = new ArrayList<>(above.toList());
        lines.add(tag("li").with("aria-current", "page").text(page.title()));
        return tag("nav")
                .styled("crumbs")
                .with("aria-label", "Breadcrumbs")
                .of(tag("ol").of(lines));
    }

    /** What has just been done, where the page follows a change; any other word from outside is not repeated. */
    private static Markup done(Call call) {
        String asked = call.asked("done");
        return Stream.of(Done.values())
                .filter(done -> done.name().equals(asked))
                .map(done -> Parts.notice("good", done.words()))
                .findFirst()
                .orElse(Markup.NONE);
    }

    private Markup footer() {
        return tag("footer")
                .of(
                        tag("p").text("The shop's clock: " + words.now()),
                        tag("p").text("An example of OpenMembership: server-rendered, no script, no cookie."));
    }
}

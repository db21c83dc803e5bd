package org.openmembership.examples.backoffice;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.Customer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web server: from requests to {@link Call}s, and from {@link Reply}s to answers. */
final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final long MAX_FORM_BYTES = 64_000;

    private final Membership clerk;
    private final Frame frame;
    private final Guard guard;
    private final Javalin web;

    /**
     * @param clerk the library, called by the clerk who is signed in
     * @param address to bind to; {@code 127.0.0.1} for this machine alone
     */
    Server(Membership clerk, Frame frame, Routes routes, String address) {
        this.clerk = clerk;
        this.frame = frame;
        this.guard = Guard.of(address);
        this.web = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.jetty.host = address;
            config.http.maxRequestSize = MAX_FORM_BYTES;
            protect(config.routes);
            files(config.routes);
            routes.add(new Adding(config.routes));
            failures(config.routes);
        });
    }

    /** Starts, and answers with the port: the one asked for, or a free one for 0. */
    int start(int port) {
        return web.start(port).port();
    }

    @Override
    public void close() {
        web.stop();
    }

    /** Where the rooms of pages put their routes. */
    final class Adding {
        private final RoutesConfig routes;

        private Adding(RoutesConfig routes) {
            this.routes = routes;
        }

        Adding get(String path, Function<Call, Reply> page) {
            routes.get(path, context -> answer(context, page));
            return this;
        }

        Adding post(String path, Function<Call, Reply> change) {
            routes.post(path, context -> answer(context, change));
            return this;
        }

        /** A page about the customer that the path names. */
        Adding getOf(String page, BiFunction<Call, Customer, Reply> shown) {
            return get(Paths.CUSTOMERS + "/{customer}" + page, call -> CustomerPages.of(call, shown));
        }

        Adding postOf(String page, BiFunction<Call, Customer, Reply> change) {
            return post(Paths.CUSTOMERS + "/{customer}" + page, call -> CustomerPages.of(call, change));
        }
    }

    private void protect(RoutesConfig routes) {
        routes.before(context -> {
            Guard.HEADERS.forEach(context::header);
            if (!guard.knows(context.host())) {
                refuse(context, HttpStatus.MISDIRECTED_REQUEST, "This server is not called that.");
            }
            boolean changes = context.method().name().equals("POST");
            if (changes && !guard.isOurs(form(context))) {
                refuse(
                        context,
                        HttpStatus.FORBIDDEN,
                        "This form is older than the server's last start, or does not come from it. Load the page again.");
            }
        });
    }

    private void refuse(Context context, HttpStatus status, String why) {
        show(context, status.getCode(), Page.of("Not allowed", Parts.paragraph(why), home()));
        context.skipRemainingHandlers();
    }

    private static Markup home() {
        return Parts.actions(Parts.action(Paths.CUSTOMERS, "Customers"));
    }

    private static void files(RoutesConfig routes) {
        routes.get("/", context -> context.redirect(Paths.CUSTOMERS, HttpStatus.SEE_OTHER));
        routes.get("/style.css", context -> file(context, "style.css", "text/css; charset=utf-8"));
        routes.get("/icon.svg", context -> file(context, "icon.svg", "image/svg+xml"));
    }

    private static void file(Context context, String name, String type) {
        context.header("Cache-Control", "max-age=300").contentType(type).result(Resources.read(name));
    }

    private void answer(Context context, Function<Call, Reply> page) {
        Reply reply = page.apply(call(context));
        if (reply instanceof Reply.Shown shown) {
            show(context, shown.status(), shown.page());
        } else {
            context.redirect(((Reply.Seen) reply).path(), HttpStatus.SEE_OTHER);
        }
    }

    private void show(Context context, int status, Page page) {
        context.status(status).html(frame.around(page, call(context)));
    }

    private Call call(Context context) {
        return new Call(clerk, context.pathParamMap(), first(context.queryParamMap()), form(context), guard.token());
    }

    private static Answers form(Context context) {
        boolean sent = context.method().name().equals("POST");
        return sent ? Answers.of(first(context.formParamMap())) : Answers.NONE;
    }

    private static Map<String, String> first(Map<String, List<String>> all) {
        Map<String, String> first = new HashMap<>();
        all.forEach((name, values) -> values.stream().findFirst().ifPresent(value -> first.put(name, value)));
        return first;
    }

    private void failures(RoutesConfig routes) {
        routes.error(404, context -> {
            if (context.result() == null || !context.result().startsWith("<!DOCTYPE")) {
                show(context, 404, Page.of("Not here", Parts.paragraph("There is no such page."), home()));
            }
        });
        routes.exception(
                PermissionDeniedException.class,
                (denied, context) -> show(
                        context,
                        403,
                        Page.of(
                                "Not allowed",
                                Parts.paragraph("This needs the permission " + denied.permission() + ", which "
                                        + denied.actor().reference()
                                        + " does not have. The attempt is in the audit trail."),
                                home())));
        routes.exception(IllegalArgumentException.class, (wrong, context) -> {
            LOG.debug("not understood", wrong);
            show(
                    context,
                    400,
                    Page.of(
                            "Not understood",
                            Parts.paragraph("The address or form holds something that cannot be."),
                            home()));
        });
        routes.exception(Exception.class, (failure, context) -> {
            LOG.error("a page failed: {}", context.path(), failure);
            show(
                    context,
                    500,
                    Page.of("Something went wrong", Parts.paragraph("It is written in the server's log."), home()));
        });
    }
}

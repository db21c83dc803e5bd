package org.openmembership.examples.backoffice;

/** What a call is answered with. */
sealed interface Reply {
    /** @param status 200, or why it is another page than the one that was asked for */
    record Shown(int status, Page page) implements Reply {}

    /** Look there: the answer to whatever was done, so that nothing is done again when the page is loaded again. */
    record Seen(String path) implements Reply {}

    static Reply page(Page page) {
        return new Shown(200, page);
    }

    /** The form again, with all that is wrong beside its fields. */
    static Reply wrong(Page page) {
        return new Shown(422, page);
    }

    /** Somebody else was there first. */
    static Reply conflict(Page page) {
        return new Shown(409, page);
    }

    static Reply notFound(String what) {
        return new Shown(
                404,
                Page.of(
                        "Not here",
                        Parts.paragraph("There is no " + what
                                + " of that number. It may have been mistyped, or merged or erased."),
                        Parts.actions(Parts.action(Paths.CUSTOMERS, "Find a customer"))));
    }

    /** @param done what was done, one of {@link Done} */
    static Reply done(String path, Done done) {
        return new Seen(path + (path.contains("?") ? "&" : "?") + "done=" + done.name());
    }
}

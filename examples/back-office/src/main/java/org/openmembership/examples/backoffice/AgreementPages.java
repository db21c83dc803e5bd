package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openmembership.Membership;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.examples.backoffice.Agreements.Asked;
import org.openmembership.examples.backoffice.Agreements.Said;
import org.openmembership.member.Member;
import org.openmembership.shared.Actor;

/**
 * Asking two members whether they are one person, and the page on which each answers (S31). That page stands for the one of
 * the shop's web site on which the member is signed in: no clerk answers for anybody.
 *
 * @param shop the library as that site calls it, for the member who is signed in
 */
record AgreementPages(Agreements agreements, Membership shop) {
    private static final String ANSWER = "answer";

    /** For the plan of a merge that waits for its members: who has said what, and the button that asks them. */
    Markup asking(Call call, Customer survivor, Customer other) {
        Optional<Member> one = member(call, survivor.id());
        Optional<Member> two = member(call, other.id());
        if (one.isEmpty() || two.isEmpty()) {
            return Markup.NONE;
        }
        List<Asked> asked = agreements.between(one.get().id(), two.get().id());
        boolean mayAsk = asked.isEmpty() || asked.stream().anyMatch(question -> question.said() == Said.NO);
        Markup ask = Form.to(Paths.of(survivor.id(), "merge/ask"), call)
                .hidden(MergePages.OTHER, other.id().value())
                .send(asked.isEmpty() ? "Ask both" : "Ask again", null);
        return Parts.section(
                "Both have to agree",
                Parts.paragraph("Each gets a message with a link, and answers on the shop's web site, signed in."),
                Parts.facts(asked.stream().map(AgreementPages::state).toArray(Markup[]::new)),
                mayAsk ? ask : Markup.NONE);
    }

    private static Markup state(Asked asked) {
        Markup badge = switch (asked.said()) {
            case NOTHING -> Parts.badge("warn", "Asked, no answer yet");
            case YES -> Parts.badge("good", "Agreed");
            case NO -> Parts.badge("bad", "Declined");
        };
        return Parts.fact(name(asked.member()) + ", " + reached(asked.member()), badge);
    }

    private static Optional<Member> member(Call call, CustomerId customer) {
        return call.clerk().members().ofCustomer(customer);
    }

    Reply ask(Call call, Customer survivor) {
        String id = call.form().value(MergePages.OTHER);
        Optional<Member> one = member(call, survivor.id());
        Optional<Member> two = id.isEmpty() || id.length() > 36 ? Optional.empty() : member(call, CustomerId.of(id));
        if (one.isEmpty() || two.isEmpty() || one.get().id().equals(two.get().id())) {
            return Reply.notFound("member");
        }
        agreements.ask(one.get(), two.get());
        return Reply.done(MergePages.path(survivor, CustomerId.of(id)), Done.ASKED_TO_AGREE);
    }

    /** The messages that wait to be answered, as the members' mailboxes show them. */
    Markup mail() {
        List<Markup> shown = new ArrayList<>();
        for (Asked asked : agreements.waiting()) {
            shown.add(Parts.section(
                    "Agree to a merge",
                    Parts.facts(Parts.fact("To", reached(asked.member()))),
                    Parts.actions(Parts.action(path(asked), "Answer the question"))));
        }
        return Markup.all(shown);
    }

    private static String path(Asked asked) {
        return "/agreements/" + asked.token();
    }

    /** The question; looking at it answers nothing. */
    Reply show(Call call) {
        return of(call, asked -> Reply.page(page(call, asked)));
    }

    private Reply of(Call call, Function<Asked, Reply> page) {
        return agreements.find(call.inPath("token")).map(page).orElseGet(() -> Reply.notFound("question"));
    }

    private static Page page(Call call, Asked asked) {
        Markup body = switch (asked.said()) {
            case NOTHING -> question(call, asked);
            case YES ->
                Parts.section(
                        "You have agreed",
                        Parts.paragraph("The shop makes them one as soon as the other has agreed too."));
            case NO -> Parts.section("You have declined", Parts.paragraph("Both records stay as they are."));
        };
        return Page.of("Are both of these you?", standsFor(asked), body).under("Outbox", Paths.OUTBOX);
    }

    private static Markup standsFor(Asked asked) {
        return Parts.aside("This page stands for the one of the shop's web site on which " + name(asked.member())
                + " is signed in, which the message leads to.");
    }

    private static Markup question(Call call, Asked asked) {
        Markup both = tag("div")
                .styled("columns")
                .of(
                        Parts.section(
                                "Your membership",
                                Parts.facts(
                                        Parts.fact("Name", name(asked.member())),
                                        Parts.fact("Signs in as", reached(asked.member())))),
                        Parts.section(
                                "The other one",
                                Parts.facts(
                                        Parts.fact("Name", name(asked.other())),
                                        Parts.fact("Signs in as", masked(reached(asked.other()))))));
        Markup what = Parts.section(
                "What happens if you agree",
                Parts.paragraph("Once both have agreed, the shop may make them one: points, cards and receipts come"
                        + " together, one of the two logins stays, and both addresses are told."),
                Parts.paragraph("If the other one is not yours, decline. Nothing is shared with anybody then."),
                tag("div")
                        .styled("choices")
                        .of(
                                answer(call, asked, Said.YES).send("Yes, both are mine", null),
                                answer(call, asked, Said.NO).sendQuietly("No, decline")));
        return Markup.all(both, what);
    }

    private static Form answer(Call call, Asked asked, Said said) {
        return Form.to(path(asked), call).hidden(ANSWER, said.name());
    }

    /** Said once: whoever has answered is shown what. */
    Reply answer(Call call) {
        return of(call, asked -> asked.said() == Said.NOTHING ? answer(call, asked) : Reply.page(page(call, asked)));
    }

    private Reply answer(Call call, Asked asked) {
        String said = call.form().value(ANSWER);
        if (said.equals(Said.YES.name())) {
            Membership member = shop.as(Actor.member(asked.member().id().value()));
            if (!member.merging().agree(asked.member().id(), asked.other().id())) {
                return Reply.notFound("member");
            }
            agreements.say(asked.token(), Said.YES);
            return Reply.done(path(asked), Done.AGREED);
        }
        if (said.equals(Said.NO.name())) {
            agreements.say(asked.token(), Said.NO);
            return Reply.done(path(asked), Done.DECLINED);
        }
        return Reply.wrong(page(call, asked));
    }

    private static String name(Member member) {
        return member.details().name().first() + " " + member.details().name().last();
    }

    private static String reached(Member member) {
        return member.email() == null ? "no email" : member.email().typed();
    }

    /** Enough to know one's own address by, and too little to learn another's. */
    static String masked(String email) {
        int at = email.lastIndexOf('@');
        return at < 1
                ? email
                : email.substring(0, email.offsetByCodePoints(0, 1)) + "\u2022\u2022\u2022" + email.substring(at);
    }
}

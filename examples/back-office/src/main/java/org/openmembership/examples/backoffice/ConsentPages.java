package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.text;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentBasis;
import org.openmembership.consent.ConsentState;
import org.openmembership.consent.CustomerConsents;
import org.openmembership.consents.ConsentGiven;
import org.openmembership.consents.ConsentResult;
import org.openmembership.consents.Consents;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.Customer;
import org.openmembership.examples.backoffice.Parts.Column;
import org.openmembership.shared.Page.Request;

/** Whether and by what a customer may be written to, and which groups the customer is in (C9-C11, D30, R14). */
record ConsentPages(Words words) {
    private static final int LATEST = 5;
    /** The wording that clerks read out. */
    private static final ConsentGiven SAID = ConsentGiven.at("BACK-OFFICE", "counter-1997");

    private static final List<Column> NOW = List.of(
            Column.words("By"),
            Column.words("State"),
            Column.words("Since"),
            Column.words("Because"),
            Column.words("Said at"));
    private static final List<Column> BEFORE = List.of(
            Column.words("When"),
            Column.words("By"),
            Column.words("State"),
            Column.words("Because"),
            Column.words("Evidence"),
            Column.words("Kept by"));

    Reply show(Call call, Customer customer) {
        return Reply.page(page(call, customer, Answers.NONE));
    }

    /** @param answers what was wrong with either form */
    private Page page(Call call, Customer customer, Answers answers) {
        CustomerConsents consents = call.clerk().consents().of(customer.id()).orElseThrow();
        return CustomerPages.below(
                customer,
                "Consent and groups",
                Parts.table(
                        "May be written to",
                        NOW,
                        consents.all().stream().map(this::now).toList()),
                Parts.section("What the customer says", choice(call, customer, consents, answers)),
                new GroupBoxes(words).of(call, customer, answers),
                history(call, customer));
    }

    static String name(ContactChannel channel) {
        return switch (channel) {
            case EMAIL -> "Email";
            case SMS -> "Text message";
            case POST -> "Letter";
        };
    }

    private List<Markup> now(Consent consent) {
        ConsentBasis basis = consent.basis();
        return List.of(
                text(name(consent.channel())),
                badge(consent.state()),
                text(basis == null ? "never asked" : words.minute(basis.at())),
                basis == null ? Markup.NONE : text(Words.of(basis.cause())),
                MergeWords.orNothing(source(basis)));
    }

    private static @Nullable String source(@Nullable ConsentBasis basis) {
        return basis == null || basis.source() == null ? null : basis.source().toString();
    }

    private static Markup badge(ConsentState state) {
        return switch (state) {
            case SUBSCRIBED -> Parts.badge("good", "Yes");
            case PENDING -> Parts.badge("warn", "To be confirmed");
            case UNSUBSCRIBED -> Parts.badge("bad", "No");
            case NOT_SUBSCRIBED, REDACTED -> Parts.badge("plain", Words.of(state));
        };
    }

    private static Markup choice(Call call, Customer customer, CustomerConsents consents, Answers answers) {
        Map<String, String> ticked = new HashMap<>();
        given(consents).forEach(channel -> ticked.put(channel.name(), "yes"));
        Form form = Form.to(Paths.of(customer.id(), "consent"), call, new Answers(ticked, answers.wrong()));
        for (ContactChannel channel : ContactChannel.IN_ORDER) {
            String name = name(channel);
            if (channel.pointOf(customer).isPresent()) {
                form.tick(channel.name(), name, name + ": the customer wants to be written to");
            } else {
                form.words(Parts.aside(name + ": the customer has no such address, so there is nothing to ask for."));
            }
        }
        Markup no = Form.to(Paths.of(customer.id(), "consent/none"), call).sendQuietly("Unsubscribe from everything");
        return Markup.all(form.send("Save consent", Paths.of(customer.id())), no);
    }

    private static Set<ContactChannel> given(CustomerConsents consents) {
        Set<ContactChannel> given = EnumSet.noneOf(ContactChannel.class);
        consents.all().stream()
                .filter(consent -> consent.state().isConsent())
                .forEach(consent -> given.add(consent.channel()));
        return given;
    }

    /** The latest of each channel, the latest first. */
    private Markup history(Call call, Customer customer) {
        Comparator<ConsentBasis> byInstant = Comparator.comparing(ConsentBasis::at);
        List<List<Markup>> lines = ContactChannel.IN_ORDER.stream()
                .flatMap(channel ->
                        call.clerk().consents().history(customer.id(), channel, Request.first(LATEST)).items().stream())
                .filter(consent -> consent.basis() != null)
                .sorted(Comparator.comparing(Consent::basis, byInstant).reversed())
                .map(this::before)
                .toList();
        return lines.isEmpty() ? Markup.NONE : Parts.table("How it came", BEFORE, lines);
    }

    private List<Markup> before(Consent consent) {
        ConsentBasis basis = consent.basis();
        return basis == null
                ? List.of()
                : List.of(
                        text(words.minute(basis.at())),
                        text(name(consent.channel())),
                        badge(consent.state()),
                        text(Words.of(basis.cause())),
                        basis.evidence() == null
                                ? Markup.NONE
                                : text(basis.evidence().toString()),
                        text(basis.by().reference()));
    }

    Reply save(Call call, Customer customer) {
        Consents door = call.clerk().consents();
        Set<ContactChannel> before = given(door.of(customer.id()).orElseThrow());
        Set<ContactChannel> yes = EnumSet.noneOf(ContactChannel.class);
        Set<ContactChannel> no = EnumSet.noneOf(ContactChannel.class);
        for (ContactChannel channel : ContactChannel.IN_ORDER) {
            boolean ticked = call.form().isTicked(channel.name());
            if (ticked != before.contains(channel)) {
                (ticked ? yes : no).add(channel);
            }
        }
        if (!no.isEmpty()) {
            door.unsubscribe(customer.id(), no, SAID);
        }
        return yes.isEmpty() ? saved(customer) : reply(door.subscribe(customer.id(), yes, SAID), call, customer, yes);
    }

    private static Reply saved(Customer customer) {
        return Reply.done(Paths.of(customer.id(), "consent"), Done.SAVED);
    }

    private Reply reply(ConsentResult result, Call call, Customer customer, Set<ContactChannel> wanted) {
        if (result instanceof ConsentResult.Wait wait) {
            return refused(
                    call, customer, wanted, "must wait until " + words.minute(wait.until()) + ", too many messages");
        }
        if (!(result instanceof ConsentResult.Kept kept)) {
            return Reply.notFound("customer");
        }
        if (!kept.unreachable().isEmpty()) {
            return refused(call, customer, kept.unreachable(), "is not possible, the customer has no such address");
        }
        boolean waits =
                wanted.stream().anyMatch(channel -> kept.now().by(channel).state() == ConsentState.PENDING);
        return waits ? Reply.done(Paths.of(customer.id(), "consent"), Done.CONSENT_ASKED) : saved(customer);
    }

    private Reply refused(Call call, Customer customer, Set<ContactChannel> channels, String why) {
        Answers answers = Answers.NONE;
        for (ContactChannel channel : channels) {
            answers = answers.refused(channel.name(), why);
        }
        return Reply.wrong(page(call, customer, answers));
    }

    Reply none(Call call, Customer customer) {
        call.clerk().consents().unsubscribeFromAll(customer.id(), SAID);
        return Reply.done(Paths.of(customer.id(), "consent"), Done.UNSUBSCRIBED);
    }

    Reply groups(Call call, Customer customer) {
        Answers answers = GroupBoxes.choose(call, customer);
        return answers.isRefused()
                ? Reply.wrong(page(call, customer, answers))
                : Reply.done(Paths.of(customer.id(), "consent"), Done.SAVED);
    }
}

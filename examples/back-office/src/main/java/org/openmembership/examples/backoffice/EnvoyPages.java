package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.Membership;
import org.openmembership.access.Feature;
import org.openmembership.customer.Customer;
import org.openmembership.envoy.Envoy;
import org.openmembership.envoy.EnvoyStatus;
import org.openmembership.envoy.EnvoyTerms;
import org.openmembership.envoy.NotRecruited;
import org.openmembership.envoy.Recruit;
import org.openmembership.envoys.EnvoyForm;
import org.openmembership.envoys.EnvoyResult;
import org.openmembership.envoys.EnvoyTab;
import org.openmembership.envoys.Envoys;
import org.openmembership.examples.backoffice.Parts.Column;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page.Request;

/**
 * The envoy tab of a member: the member as an envoy with all that can be done about that, whom it has recruited, and who has
 * recruited the member (A31, A53).
 *
 * @param web the library as the shop's web site calls it, on which members ask to be envoys
 */
record EnvoyPages(Words words, Membership web) {
    private static final int LINES = 20;
    private static final List<Column> RECRUITS =
            List.of(Column.words("Recruit"), Column.words("Since"), Column.words("Brings points"));

    /** Whether there is a tab: the part is on, and the member is an envoy, has asked to be one or came by one. */
    static boolean isShown(Call call, Member member) {
        return call.clerk().envoys().tab(member.id()).isPresent();
    }

    /** On the page of a member who has no such tab. */
    static Markup enabling(Call call, Customer customer, Member member) {
        boolean possible =
                call.clerk().features().contains(Feature.ENVOYS) && member.isActive() && !isShown(call, member);
        return possible ? Parts.actions(Parts.action(Paths.of(customer.id(), "envoy"), "Make an envoy")) : Markup.NONE;
    }

    Reply show(Call call, Customer customer) {
        return of(call, customer, member -> Reply.page(page(call, customer, member, Answers.NONE)));
    }

    private static Reply of(Call call, Customer customer, Function<Member, Reply> page) {
        boolean on = call.clerk().features().contains(Feature.ENVOYS);
        Optional<Member> member = on ? call.clerk().members().ofCustomer(customer.id()) : Optional.empty();
        return member.map(page).orElseGet(() -> Reply.notFound("envoy"));
    }

    private Page page(Call call, Customer customer, Member member, Answers answers) {
        Optional<EnvoyTab> tab = call.clerk().envoys().tab(member.id());
        Envoy envoy = tab.map(EnvoyTab::envoy).orElse(null);
        Markup recruited =
                tab.map(EnvoyTab::recruited).map(by -> recruitedBy(call, by)).orElse(Markup.NONE);
        Markup own = envoy == null
                ? beginning(call, customer, answers)
                : Markup.all(
                        standing(call, customer, envoy),
                        settling(call, customer, envoy, answers),
                        recruits(call, envoy.member()));
        return CustomerPages.below(customer, "Envoy", own, recruited);
    }

    private static Markup beginning(Call call, Customer customer, Answers answers) {
        return Markup.all(
                Parts.section(
                        "Make an envoy",
                        Parts.paragraph(
                                "An envoy gives a code away. Whoever registers with it is the envoy's recruit, and a"
                                        + " share of the points the recruit earns is the envoy's."),
                        terms(Form.to(action(customer, "designate"), call, answers))
                                .send("Make an envoy", Paths.of(customer.id()))),
                Parts.section(
                        "On the web site",
                        Parts.aside("This button stands for the one in the member's own account."),
                        Form.to(action(customer, "request"), call).sendQuietly("Ask to be an envoy")));
    }

    private static Form terms(Form form) {
        return form.line(Field.optional("percent", "Share in percent")
                        .number()
                        .hint("Of the points a recruit earns; empty for what the shop gives all envoys"))
                .line(Field.optional("benefitDays", "For how many days")
                        .code()
                        .hint("After the recruit has registered; empty without an end"));
    }

    private static String action(Customer customer, String step) {
        return Paths.of(customer.id(), "envoy/" + step);
    }

    private Markup standing(Call call, Customer customer, Envoy envoy) {
        EnvoyTerms terms = envoy.settings().terms();
        return Parts.section(
                "As an envoy",
                Parts.facts(
                        Parts.fact("Status", badge(envoy.status())),
                        Parts.fact("Since", words.day(envoy.since())),
                        Parts.fact(
                                "Gets",
                                percent(terms.percent()) + " of what recruits earn"
                                        + (terms.benefitDays() == null
                                                ? ""
                                                : ", for " + terms.benefitDays() + " days")),
                        Parts.fact("Settled", envoy.settings().own() ? "for this envoy" : "as for all envoys"),
                        envoy.isActive() ? Parts.fact("Invite code", code(envoy)) : Markup.NONE),
                Markup.all(steps(envoy.status()).entrySet().stream()
                        .map(step ->
                                Form.to(action(customer, step.getKey()), call).sendQuietly(step.getValue()))));
    }

    /** The code, and where the link that an envoy gives away leads. */
    private static Markup code(Envoy envoy) {
        String code = envoy.code().value();
        return Parts.link(Paths.REGISTER + "?invitedBy=" + Paths.encoded(code), code);
    }

    private static String percent(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    private static Markup badge(EnvoyStatus status) {
        return switch (status) {
            case ACTIVE -> Parts.badge("good", "Envoy");
            case REQUESTED -> Parts.badge("warn", "Asks to be one");
            case SUSPENDED -> Parts.badge("bad", "Suspended");
            case REJECTED -> Parts.badge("bad", "Was told no");
        };
    }

    /** What can be done about somebody who stands there, with the words for it. */
    private static Map<String, String> steps(EnvoyStatus status) {
        return switch (status) {
            case REQUESTED -> new TreeMap<>(Map.of("accept", "Accept", "reject", "Reject"));
            case ACTIVE -> Map.of("suspend", "Suspend");
            case SUSPENDED -> Map.of("reactivate", "Reactivate");
            case REJECTED -> Map.of("designate", "Make an envoy after all");
        };
    }

    private static Markup settling(Call call, Customer customer, Envoy envoy, Answers answers) {
        if (envoy.status() == EnvoyStatus.REJECTED) {
            return Markup.NONE;
        }
        return Parts.section(
                "Other terms",
                Parts.aside("They count for sales from now on; the days for who is recruited from now on."),
                terms(Form.to(action(customer, "settle"), call, answers)).send("Settle", null));
    }

    private Markup recruits(Call call, MemberId envoy) {
        List<Recruit> found =
                call.clerk().envoys().recruits(envoy, Request.first(LINES)).items();
        if (found.isEmpty()) {
            return Parts.section("Recruits", Parts.paragraph("Nobody has registered with the code yet."));
        }
        List<List<Markup>> rows = found.stream()
                .map(recruit ->
                        List.of(person(call, recruit.member()), text(words.day(recruit.since())), brings(recruit)))
                .toList();
        return Parts.section("Recruits", Parts.table("Who has registered with the code", RECRUITS, rows));
    }

    private Markup brings(Recruit recruit) {
        if (recruit.refusal().isPresent()) {
            return Parts.badge("bad", "No: " + why(recruit.refusal().get()));
        }
        if (recruit.until() == null) {
            return Parts.badge("good", "Without an end");
        }
        boolean over = !recruit.benefitsAt(words.clock().instant());
        return Parts.badge(over ? "plain" : "good", (over ? "Was until " : "Until ") + words.day(recruit.until()));
    }

    private static String why(NotRecruited reason) {
        return switch (reason) {
            case SAME_PERSON -> "the same person";
            case SAME_EMAIL -> "the same email";
            case SAME_PHONE -> "the same phone";
            case SAME_ADDRESS -> "the same address";
            case SAME_CARD -> "the same card";
            case NOT_ACTIVE -> "the envoy was not active";
        };
    }

    private Markup recruitedBy(Call call, Recruit recruit) {
        return Parts.section(
                "Recruited",
                Parts.facts(
                        Parts.fact("By", person(call, recruit.envoy())),
                        Parts.fact("Since", words.day(recruit.since())),
                        Parts.fact("Brings the envoy points", brings(recruit))));
    }

    /** The way to the page about a member; a member who was erased has none. */
    private static Markup person(Call call, MemberId id) {
        Optional<Member> member = call.clerk().members().find(id);
        return member.map(known -> Parts.link(
                        RegistrationPages.home(call, id) + "/envoy",
                        known.details().name().first() + " "
                                + known.details().name().last()))
                .orElseGet(() -> text("Somebody who was erased"));
    }

    Reply step(Call call, Customer customer) {
        return of(call, customer, member -> step(call, customer, member));
    }

    private Reply step(Call call, Customer customer, Member member) {
        Answers answers = call.form();
        try {
            EnvoyResult result = change(call, member.id(), answers);
            if (result == null) {
                return Reply.notFound("page");
            }
            if (result instanceof EnvoyResult.Changed changed) {
                return Reply.done(
                        Paths.of(customer.id(), "envoy"),
                        changed.repeated() ? Done.NOTHING_CHANGED : Done.ENVOY_CHANGED);
            }
            String why = "cannot be done: " + Words.of(((EnvoyResult.Refused) result).reason());
            return Reply.conflict(page(call, customer, member, answers.refused("percent", why)));
        } catch (InvalidRequestException wrong) {
            return Reply.wrong(page(call, customer, member, answers.refused(wrong.violations())));
        }
    }

    /** Null where the path names no step. */
    private @Nullable EnvoyResult change(Call call, MemberId member, Answers answers) {
        Envoys door = call.clerk().envoys();
        return switch (call.inPath("step")) {
            case "designate" -> door.designate(member, own(answers));
            case "settle" -> door.settle(member, own(answers));
            case "accept" -> door.accept(member);
            case "reject" -> door.reject(member);
            case "suspend" -> door.suspend(member);
            case "reactivate" -> door.reactivate(member);
            case "request" -> web.as(Actor.member(member.value())).envoys().request(member);
            default -> null;
        };
    }

    /** Null for the defaults; a mistyped number becomes one that is refused for sure, so that all that is wrong is told together. */
    private static @Nullable EnvoyForm own(Answers answers) {
        boolean isEmpty = answers.given("percent") == null && answers.given("benefitDays") == null;
        return isEmpty
                ? null
                : new EnvoyForm(
                        number(answers, "percent"), answers.given("benefitDays") == null ? null : days(answers));
    }

    private static @Nullable BigDecimal number(Answers answers, String field) {
        BigDecimal number = answers.number(field);
        return answers.given(field) != null && number == null ? BigDecimal.ZERO : number;
    }

    private static int days(Answers answers) {
        String days = answers.value("benefitDays");
        return days.matches("\\d{1,8}") ? Integer.parseInt(days) : 0;
    }
}

package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;
import static org.openmembership.examples.backoffice.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PostalAddress;
import org.openmembership.member.Member;
import org.openmembership.member.TermsAcceptance;

/** What is known of a customer, on one page, and the way to everything that can be done (C7, A6, A20-A29). */
final class CustomerPages {
    private final Words words;
    private final AccountCards accounts;

    CustomerPages(Words words, AccountCards accounts) {
        this.words = words;
        this.accounts = accounts;
    }

    /** Answers with a page about the customer that the path names, or leads to whom it is a part of; or there is none. */
    static Reply of(Call call, BiFunction<Call, Customer, Reply> page) {
        String id = call.inPath("customer");
        Optional<Customer> found =
                id.length() > 36 ? Optional.empty() : call.clerk().customers().find(CustomerId.of(id));
        return found.map(customer -> customer.id().value().equals(id)
                        ? page.apply(call, customer)
                        : Reply.done(Paths.of(customer.id()), Done.LEADS_HERE))
                .orElseGet(() -> Reply.notFound("customer"));
    }

    static String name(Customer customer) {
        return customer.name().first() + " " + customer.name().last();
    }

    /** A page below that of a customer. */
    static Page below(Customer customer, String title, Markup... body) {
        return Page.of(title, body)
                .under(List.of(
                        new Page.Crumb("Customers", Paths.CUSTOMERS),
                        new Page.Crumb(name(customer), Paths.of(customer.id()))));
    }

    Reply show(Call call, Customer customer) {
        Optional<Member> member = call.clerk().members().ofCustomer(customer.id());
        Markup left = Markup.all(contact(customer), membership(call, customer, member), privacy(customer));
        Markup right = Markup.all(
                member.map(known -> accounts.of(call, customer, known)).orElseGet(() -> noMember(call, customer)),
                onAccount(call, customer));
        Page page = Page.of(
                name(customer),
                tag("p").styled("badges").of(Standing.badges(customer.standing())),
                ways(
                        customer,
                        member.filter(known -> EnvoyPages.isShown(call, known)).isPresent()),
                tag("div").styled("columns").of(tag("div").of(left), tag("div").of(right)));
        return Reply.page(page.under("Customers", Paths.CUSTOMERS));
    }

    /** The other pages about a customer. */
    private static Markup ways(Customer customer, boolean envoy) {
        Stream<List<String>> ofMany = Stream.of(
                List.of("purchases", "Purchases"),
                List.of("on-account", "On account"),
                List.of("notes", "Notes and tasks"),
                List.of("consent", "Consent and groups"),
                List.of("duplicates", "Possible duplicates"),
                List.of("merges", "Merges"));
        Stream<List<String>> ofSome = envoy ? Stream.of(List.of("envoy", "Envoy")) : Stream.of();
        Stream<Markup> links = Stream.concat(ofMany, ofSome)
                .map(way -> tag("li").of(Parts.link(Paths.of(customer.id(), way.get(0)), way.get(1))));
        return tag("nav")
                .styled("ways")
                .with("aria-label", "About this customer")
                .of(tag("ul").of(Markup.all(links)));
    }

    private Markup contact(Customer customer) {
        CustomerProfile profile = customer.profile();
        return Parts.section(
                "Contact",
                Parts.facts(
                        Parts.fact("Title", profile.title()),
                        Parts.fact(
                                "Email",
                                customer.email() == null
                                        ? null
                                        : customer.email().typed()),
                        Markup.all(ParticularsFields.facts(profile.particulars())),
                        Parts.fact("Phone", lines(customer.phones().stream().map(CustomerPages::phone))),
                        Parts.fact(
                                "Address", lines(customer.addresses().stream().map(CustomerPages::address))),
                        Parts.fact("Company", profile.company().name()),
                        Parts.fact(
                                "Account code",
                                customer.accountCode() == null
                                        ? null
                                        : customer.accountCode().value()),
                        Parts.fact(
                                "Known to the POS as",
                                customer.reference() == null
                                        ? null
                                        : customer.reference().toString()),
                        Parts.fact("Customer since", words.day(customer.createdAt()))),
                Parts.actions(Parts.action(Paths.of(customer.id(), "edit"), "Edit contact")));
    }

    private static Markup lines(Stream<String> lines) {
        List<Markup> parts = new ArrayList<>();
        lines.forEach(line -> {
            if (!parts.isEmpty()) {
                parts.add(tag("br").alone());
            }
            parts.add(text(line));
        });
        return parts.isEmpty() ? text("none") : Markup.all(parts);
    }

    private static String phone(PhoneNumber phone) {
        return phone.typed() + (phone.e164() == null ? " (not a valid number)" : "");
    }

    static String address(PostalAddress address) {
        return Stream.of(
                        address.lines().first(),
                        address.lines().second(),
                        address.postcode(),
                        address.town(),
                        address.county(),
                        address.country().code())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private Markup membership(Call call, Customer customer, Optional<Member> member) {
        return member.map(known -> Parts.section(
                        "Membership",
                        Parts.facts(
                                Parts.fact("Status", Standing.badge(known.status())),
                                Parts.fact(
                                        "Contact type",
                                        Words.of(call.clerk().members().contactType(known.id()))),
                                Parts.fact(
                                        "Name",
                                        known.details().name().first() + " "
                                                + known.details().name().last()),
                                Parts.fact(
                                        "Signs in as",
                                        known.email() == null
                                                ? null
                                                : known.email().typed()),
                                Parts.fact(
                                        "Born",
                                        known.details().birthdate() == null
                                                ? null
                                                : Words.day(known.details().birthdate())),
                                Parts.fact("Terms", known.terms() == null ? null : terms(known.terms())),
                                Parts.fact(
                                        "Member since",
                                        known.times().activatedAt() == null
                                                ? null
                                                : words.day(known.times().activatedAt())),
                                Parts.fact(
                                        "Customers of this member",
                                        Integer.toString(known.links().size()))),
                        EnvoyPages.enabling(call, customer, known)))
                .orElse(Markup.NONE);
    }

    private String terms(TermsAcceptance terms) {
        return terms.version() + ", " + words.day(terms.at()) + ", " + terms.channel();
    }

    private static Markup privacy(Customer customer) {
        return Parts.section(
                "Privacy",
                Parts.aside("The plan is shown first; nothing is erased by looking at it."),
                Parts.actions(Parts.action(Paths.of(customer.id(), "erase"), "Erase this person")));
    }

    private Markup noMember(Call call, Customer customer) {
        return Parts.section(
                "Membership",
                Parts.paragraph("Not a member, so nothing is collected."),
                Parts.aside("Somebody who registers with this email address takes the history over once it is proven."),
                new InvitationPages(words).about(call, customer),
                Parts.actions(Parts.link(Paths.REGISTER, "Register")));
    }

    private static Markup onAccount(Call call, Customer customer) {
        return call.clerk()
                .payOnAccount()
                .balance(customer.id())
                .map(account -> Parts.section("On account", Standing.tile(account.balance())))
                .orElse(Markup.NONE);
    }
}

package org.openmembership.disclosure;

import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.MemberAccount;
import org.openmembership.command.Caller;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.document.NounDocument;
import org.openmembership.giftcard.GiftCardFilter;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.group.GroupMembership;
import org.openmembership.group.GroupTick;
import org.openmembership.member.MemberId;
import org.openmembership.privacy.LoginHistory;
import org.openmembership.privacy.Person;
import org.openmembership.privacy.PrivacyEvent;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.shared.Page;
import org.openmembership.shared.Topic;
import org.openmembership.step.Redirects;
import org.openmembership.step.Whose;
import org.openmembership.storage.Stores;

/**
 * The door to everything that is known of a person, as one JSON document (GDPR, article 15). Thread-safe.
 *
 * <p>The document is written as it is read, page by page, each in a read of its own: what changes meanwhile may be in it or
 * not. Hashes of passwords, codes and tokens are not in it. That it was handed out is in the audit trail.
 */
public final class Disclosure {
    private static final int PAGE = 500;

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Disclosure(Caller caller) {
        this.caller = caller;
    }

    /**
     * Writes everything about a member, with user, accounts, all customers and everybody who was merged into them.
     *
     * @param out is flushed and stays open
     * @return whether there is such a member; nothing is written where there is none
     */
    public boolean write(MemberId member, Writer out) {
        return write(new Topic(Topic.Kind.MEMBER, member.value()), out);
    }

    /** Writes everything about a customer, and the member whose customer it is; as {@link #write(MemberId, Writer)}. */
    public boolean write(CustomerId customer, Writer out) {
        return write(new Topic(Topic.Kind.CUSTOMER, customer.value()), out);
    }

    private boolean write(Topic topic, Writer out) {
        Instant now = caller.now();
        Optional<Known> person = caller.change((stores, facts) -> {
            Optional<Person> found = stores.privacy().personForUpdate(topic);
            Subject subject = Whose.records(found, stores);
            caller.require(Permission.DISCLOSE, subject, facts);
            found.ifPresent(known -> facts.happened(new PrivacyEvent.PersonDisclosed(topic), now));
            return found.map(records -> new Known(records, subject));
        });
        if (person.isEmpty()) {
            return false;
        }
        try (NounDocument document = new NounDocument(out)) {
            new Pages(document, person.get().records(), person.get().subject()).write();
        }
        return true;
    }

    private record Known(Person records, Subject subject) {}

    /** What goes into one document, in its order. */
    private final class Pages {
        private final NounDocument document;
        private final Person person;
        private final Subject subject;

        Pages(NounDocument document, Person person, Subject subject) {
            this.document = document;
            this.person = person;
            this.subject = subject;
        }

        void write() {
            document.list("customers", read(stores -> stores.customers().find(person.customers())));
            document.list(
                    "members",
                    read(stores -> each(person.members().stream()
                            .map(stores.merges()::member)
                            .toList())));
            document.list(
                    "users",
                    read(stores -> each(
                            person.users().stream().map(stores.users()::find).toList())));
            LoginHistory logins = read(stores -> stores.privacy().logins(person));
            document.list("registrations", logins.registrations());
            document.list("confirmations", logins.confirmations());
            document.list("farewells", read(stores -> stores.notifications().farewells(person.customers())));
            person.customers().forEach(this::writeAbout);
            person.members().forEach(this::writePoints);
            leading(person.customers(), Redirects::follow).forEach(this::writePurchases);
            leading(person.members(), Redirects::follow).forEach(this::writePurchases);
        }

        /** Those whose purchases are listed; of everybody merged into them, too. */
        private <T extends Comparable<T>> Set<T> leading(Set<T> ids, BiFunction<T, Stores, T> redirect) {
            return read(stores -> {
                Set<T> survivors = new TreeSet<>();
                ids.forEach(id -> survivors.add(redirect.apply(id, stores)));
                return survivors;
            });
        }

        private void writePurchases(CustomerId customer) {
            PurchaseFilter filter =
                    new PurchaseFilter(new PurchaseFilter.Who(null, customer), PurchaseFilter.ALL.what(), null, null);
            pages(
                    "purchases of " + customer,
                    (stores, page) -> stores.purchases().list(filter, page));
        }

        private void writePurchases(MemberId member) {
            pages("purchases of " + member, (stores, page) -> stores.purchases().list(PurchaseFilter.of(member), page));
        }

        private void writeAbout(CustomerId customer) {
            for (ContactChannel channel : ContactChannel.IN_ORDER) {
                pages(
                        "consents of " + customer + " by " + channel,
                        (stores, page) -> stores.consents().history(customer, channel, page));
            }
            document.list(
                    "invitation of " + customer,
                    read(stores -> stores.invitations().of(List.of(customer))));
            document.list("groups of " + customer, read(stores -> groups(customer, stores)));
            pages("notes of " + customer, (stores, page) -> stores.notes().of(customer, page));
            pages(
                    "on account of " + customer,
                    (stores, page) -> stores.onAccount().history(customer, page));
        }

        /** Those the customer is in, and those it was in. */
        private static List<GroupMembership> groups(CustomerId customer, Stores stores) {
            return stores.groups().of(customer).stream()
                    .flatMap(ticks -> ticks.all().stream())
                    .map(GroupTick::membership)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }

        private void writePoints(MemberId member) {
            List<MemberAccount> accounts = read(stores -> accounts(member, stores));
            document.list("accounts of " + member, accounts);
            for (MemberAccount account : accounts) {
                document.list(
                        "cards of " + account.id(),
                        read(stores -> stores.cards().of(account.id())));
                pages(
                        "points of " + account.id(),
                        (stores, page) -> stores.ledger().history(account.id(), page));
            }
            document.list(
                    "envoy of " + member,
                    read(stores -> each(List.of(stores.envoys().find(member)))));
            document.list(
                    "recruited of " + member,
                    read(stores -> each(List.of(stores.envoys().recruit(member)))));
            pages(
                    "gift cards of " + member,
                    (stores, page) -> stores.giftCards().list(GiftCardFilter.of(member), page));
            for (GiftCardId card : read(stores -> stores.giftCards().idsOf(member))) {
                pages("gift card " + card, (stores, page) -> stores.giftCards().history(card, page));
            }
        }

        /** Those the member shares, and those they had before they brought their points to a family's (R55). */
        private static List<MemberAccount> accounts(MemberId member, Stores stores) {
            List<MemberAccount> accounts = new ArrayList<>(stores.accounts().of(member));
            accounts.addAll(stores.accounts().broughtBy(member));
            return accounts;
        }

        private <T> void pages(String name, BiFunction<Stores, Page.Request, Page<T>> list) {
            document.beginList(name);
            Page.Cursor next = null;
            do {
                Page.Cursor after = next;
                Page<T> page = read(stores -> list.apply(stores, request(after)));
                page.items().forEach(document::add);
                next = page.next();
            } while (next != null);
            document.endList();
        }

        private <R> R read(Function<Stores, R> work) {
            return caller.read(Permission.DISCLOSE, subject, work);
        }

        private static Page.Request request(Page.@Nullable Cursor after) {
            return after == null ? Page.Request.first(PAGE) : Page.Request.after(after, PAGE);
        }

        private static <T> List<T> each(List<Optional<T>> found) {
            return found.stream().flatMap(Optional::stream).toList();
        }
    }
}

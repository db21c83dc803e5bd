package org.openmembership.testkit;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.SearchKey;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.DirectoryStore;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.directory.SearchTerm;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.GroupMembership;
import org.openmembership.member.MemberId;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.shared.ForgedCursorException;
import org.openmembership.shared.Page;

/** The directory, by looking at every customer. */
final class InMemoryDirectory implements DirectoryStore {
    private static final Comparator<Found> ORDER =
            comparing(Found::place).thenComparing(found -> found.customer().id());

    private final State state;

    InMemoryDirectory(State state) {
        this.state = state;
    }

    /** A customer and where in the list it stands. */
    private record Found(String place, Customer customer) {}

    @Override
    public Page<ListedCustomer> list(DirectoryQuery query, Page.Request page) {
        Page.Cursor end = page.after("customers");
        Last after = end == null ? null : Last.of(end);
        List<Found> found = state.customers
                .values()
                .filter(customer -> !state.redirects.contains(customer.id()))
                .filter(customer -> passes(query, customer))
                .flatMap(customer -> place(query, customer).map(place -> new Found(place, customer)).stream())
                .sorted(ORDER)
                .dropWhile(row -> after != null && !after.isBefore(row))
                .limit(page.limit() + 1L)
                .toList();
        boolean last = found.size() <= page.limit();
        List<Found> rows = last ? found : found.subList(0, page.limit());
        Page.Cursor next = last ? null : Page.Cursor.of("customers", cursor(rows.get(rows.size() - 1)));
        return new Page<>(rows.stream().map(row -> listed(row.customer())).toList(), next);
    }

    private static String cursor(Found row) {
        return row.place().length() + ":" + row.place() + row.customer().id();
    }

    /** The last row of the page before. */
    private record Last(String place, String customer) {
        static Last of(Page.Cursor cursor) {
            String text = cursor.value();
            int colon = text.indexOf(':');
            try {
                int end = colon + 1 + Integer.parseInt(text.substring(0, colon));
                return new Last(text.substring(colon + 1, end), text.substring(end));
            } catch (NumberFormatException | StringIndexOutOfBoundsException foreign) {
                throw new ForgedCursorException(cursor);
            }
        }

        boolean isBefore(Found row) {
            int byPlace = row.place().compareTo(place);
            return byPlace > 0 || byPlace == 0 && row.customer().id().value().compareTo(customer) > 0;
        }
    }

    /** Where a customer stands among those a term finds; empty if it does not find this one. */
    private Optional<String> place(DirectoryQuery query, Customer customer) {
        SearchTerm term = query.term();
        if (term instanceof SearchTerm.Everybody && query.group() != null) {
            return Optional.of(query.group().value());
        }
        if (term instanceof SearchTerm.NameWords names) {
            String longest = names.words().stream()
                    .max(comparing(String::length).thenComparing(names.words()::indexOf, Comparator.reverseOrder()))
                    .orElseThrow();
            boolean all = names.words().stream()
                    .allMatch(word ->
                            beginning(customer, SearchKey.Kind.NAME, word).isPresent());
            return all ? beginning(customer, SearchKey.Kind.NAME, longest) : Optional.empty();
        }
        if (term instanceof SearchTerm.PostcodeStart postcode) {
            return beginning(customer, SearchKey.Kind.POSTCODE, postcode.folded());
        }
        if (term instanceof SearchTerm.Phone phone) {
            return keys(customer, SearchKey.Kind.PHONE)
                    .filter(phone.number().value()::equals)
                    .findFirst();
        }
        return Optional.of(SearchKey.sortName(customer.name())).filter(name -> isNamed(term, customer));
    }

    private boolean isNamed(SearchTerm term, Customer customer) {
        if (term instanceof SearchTerm.Email email) {
            return customer.emailKey().filter(email.key()::equals).isPresent();
        }
        if (term instanceof SearchTerm.Account account) {
            return new InMemoryCustomers(state)
                    .withAccountCode(account.code())
                    .filter(named -> named.id().equals(customer.id()))
                    .isPresent();
        }
        if (term instanceof SearchTerm.Cards cards) {
            return cards.numbers().stream().anyMatch(number -> hasCard(customer, number));
        }
        if (term instanceof SearchTerm.Login login) {
            @Nullable
            MemberId named = state.usersByName
                    .find(login.username())
                    .flatMap(state.membersByUser::find)
                    .orElse(null);
            return named != null && named.equals(member(customer.id()));
        }
        return true;
    }

    private boolean hasCard(Customer customer, CardNumber number) {
        @Nullable MemberId member = member(customer.id());
        Optional<MembershipCard> card = state.cardsByScan.find(number).flatMap(state.cards::find);
        return member != null
                && card.filter(found -> found.carrier() == null || Objects.equals(found.carrier(), member))
                        .flatMap(MembershipCard::account)
                        .filter(account -> state.shares.contains(Key.of(account, member)))
                        .isPresent();
    }

    private boolean passes(DirectoryQuery query, Customer customer) {
        DirectoryQuery.Standing wanted = query.standing();
        boolean stands =
                (wanted.type() == null || wanted.type() == customer.standing().type())
                        && (wanted.status() == null
                                || wanted.status() == customer.standing().status())
                        && (wanted.active() == null
                                || wanted.active() == customer.standing().active());
        Money balance = balance(customer.id());
        boolean owes = !query.withBalance() || balance != null && !balance.isZero();
        return stands
                && owes
                && isInGroup(query.group(), customer)
                && (query.club() == null || accounts(customer, query).findAny().isPresent());
    }

    private boolean isInGroup(@Nullable CustomerGroupCode group, Customer customer) {
        return group == null
                || state.groupMembers
                        .find(Key.of(group, customer.id()))
                        .filter(GroupMembership::isMember)
                        .isPresent();
    }

    private Stream<MemberAccount> accounts(Customer customer, DirectoryQuery query) {
        @Nullable MemberId member = member(customer.id());
        if (member == null || query.club() == null) {
            return Stream.empty();
        }
        Key prefix = Key.of(member, query.club());
        Stream<AccountId> ids = state.accountsByMember.between(prefix, prefix.end());
        return ids.flatMap(id -> state.accounts.find(id).stream())
                .filter(account -> query.scheme() == null || query.scheme().equals(account.scheme()));
    }

    private static Optional<String> beginning(Customer customer, SearchKey.Kind kind, String word) {
        return keys(customer, kind).filter(value -> value.startsWith(word)).findFirst();
    }

    private static Stream<String> keys(Customer customer, SearchKey.Kind kind) {
        return SearchKey.of(customer).stream().filter(key -> key.kind() == kind).map(SearchKey::value);
    }

    private ListedCustomer listed(Customer customer) {
        Optional<PostalAddress> primary = customer.primaryAddress();
        ListedCustomer.Contact contact = new ListedCustomer.Contact(
                customer.profile().company().name(),
                customer.email(),
                customer.phones().stream().findFirst().map(PhoneNumber::typed).orElse(null),
                primary.map(PostalAddress::town).orElse(null),
                primary.map(PostalAddress::postcode).orElse(null));
        return new ListedCustomer(
                customer.id(),
                customer.name(),
                contact,
                customer.standing(),
                customer.accountCode(),
                member(customer.id()),
                balance(customer.id()));
    }

    private @Nullable Money balance(CustomerId customer) {
        CustomerAccount account = state.onAccounts.get(customer);
        return account == null ? null : account.balance();
    }

    private @Nullable MemberId member(CustomerId customer) {
        return state.membersByCustomer.get(customer);
    }
}

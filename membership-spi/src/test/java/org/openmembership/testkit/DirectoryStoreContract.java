package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.card.IssuedCard;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.Company;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.Folding;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.Region;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.DirectoryStore;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.directory.SearchTerm;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Page;
import org.openmembership.user.User;

/** What every {@link DirectoryStore} does. */
public abstract class DirectoryStoreContract extends StoreContract {
    @Test
    @Requirement({"B36", "C1", "D12", "D14"})
    void a_customer_is_found_by_the_beginning_of_any_word_of_the_name() {
        Customer ada = named("Ada Augusta", "Byron-King");
        Customer company = AnyCustomer.builder()
                .name(PersonName.of("Grace", "Hopper"))
                .profile(new CustomerProfile(
                        null, new Company("Byrne Ltd", null, null), null, List.of(), Particulars.NONE))
                .build();
        add(ada, company, named("Babyron", "Zuse"));

        assertThat(byName("by")).containsExactly(company.id(), ada.id());
        assertThat(byName("BYR")).containsExactly(company.id(), ada.id());
        assertThat(byName("king aug")).containsExactly(ada.id());
        assertThat(byName("byron-k")).containsExactly(ada.id());
        assertThat(byName("yron")).isEmpty();
        assertThat(byName("byron hopper")).isEmpty();
    }

    @Test
    @Requirement({"R15", "B36"})
    void case_and_accents_make_no_difference() {
        Customer muller = named("J\u00fcrgen", "M\u00fcller");
        Customer decomposed = named("Jurgen", "Mu\u0308ller");
        Customer oBrien = named("Se\u00e1n", "O\u2019Brien");
        add(muller, decomposed, oBrien);

        assertThat(byName("MULLER")).containsExactlyInAnyOrder(muller.id(), decomposed.id());
        assertThat(byName("m\u00fcl j\u00dcr")).containsExactlyInAnyOrder(muller.id(), decomposed.id());
        assertThat(byName("o'bri")).containsExactly(oBrien.id());
        assertThat(byName("brien")).containsExactly(oBrien.id());
        assertThat(byName("obrien sean")).containsExactly(oBrien.id());
    }

    @Test
    void who_is_found_by_several_words_is_listed_once() {
        Customer anna = named("Anna Annika", "Andersson");
        Customer ann = named("Ann", "Anders");
        add(anna, ann);

        assertThat(byName("an")).containsExactly(ann.id(), anna.id());
        assertThat(byName("an anders")).containsExactly(ann.id(), anna.id());
    }

    @Test
    void pages_neither_overlap_nor_leave_gaps() {
        List<Customer> all = IntStream.range(0, 23)
                .mapToObj(number -> named("Same" + number % 3, "Name"))
                .toList();
        add(all.toArray(Customer[]::new));

        for (SearchTerm term : List.of(new SearchTerm.NameWords(List.of("same")), new SearchTerm.Everybody())) {
            List<CustomerId> seen = new ArrayList<>();
            Page<ListedCustomer> page = list(DirectoryQuery.of(term), Page.Request.first(5));
            page.items().forEach(line -> seen.add(line.id()));
            while (page.next() != null) {
                page = list(DirectoryQuery.of(term), Page.Request.after(page.next(), 5));
                page.items().forEach(line -> seen.add(line.id()));
            }
            assertThat(seen)
                    .hasSize(23)
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().map(Customer::id).toList());
        }
    }

    @Test
    void everybody_is_listed_by_folded_last_name() {
        Customer zuse = named("Konrad", "Zuse");
        Customer angstrom = named("Anders", "\u00c5ngstr\u00f6m");
        Customer byron = named("Ada", "byron");
        add(zuse, angstrom, byron);

        assertThat(ids(DirectoryQuery.of(new SearchTerm.Everybody())))
                .containsExactly(angstrom.id(), byron.id(), zuse.id());
    }

    @Test
    @Requirement({"B36", "R18"})
    void a_customer_is_found_by_phone_postcode_account_code_and_email() {
        String digits = "+49" + (30_000_000L + Any.anyNumber());
        Customer ada = AnyCustomer.builder()
                .email(AnyCustomer.anyEmail())
                .phones(List.of(
                        PhoneNumber.unread("?", PhoneType.HOME),
                        new PhoneNumber("030", E164.of(digits), PhoneType.HOME)))
                .addresses(List.of(PostalAddress.in(Region.of("GB"))
                        .lines("1 Street", null)
                        .postcode("sw1y-4JH")
                        .build()))
                .accountCode(AccountCode.of("A-7"))
                .build();
        add(ada, named("Eve", "Other"));

        assertThat(ids(new SearchTerm.Phone(E164.of(digits)))).containsExactly(ada.id());
        assertThat(ids(new SearchTerm.PostcodeStart(Folding.joined("SW1Y 4")))).containsExactly(ada.id());
        assertThat(ids(new SearchTerm.PostcodeStart("w1"))).isEmpty();
        assertThat(ids(new SearchTerm.Account(AccountCode.of("A-7")))).containsExactly(ada.id());
        assertThat(ids(new SearchTerm.Account(AccountCode.of("a-7")))).isEmpty();
        assertThat(ids(new SearchTerm.Email(ada.emailKey().orElseThrow()))).containsExactly(ada.id());
    }

    @Test
    @Requirement({"R1", "S4"})
    void two_mailboxes_are_never_mixed_up() {
        Customer ascii = AnyCustomer.anyCustomer(EmailAddress.of("muller@example.org"));
        Customer accented = AnyCustomer.anyCustomer(EmailAddress.international("m\u00fcller@example.org"));
        add(ascii, accented);

        assertThat(ids(new SearchTerm.Email(
                        EmailAddress.of("Muller@example.org").key())))
                .containsExactly(ascii.id());
        assertThat(ids(new SearchTerm.Email(
                        EmailAddress.international("mu\u0308ller@example.org").key())))
                .containsExactly(accented.id());
    }

    @Test
    @Requirement({"B36", "D12", "R19"})
    void a_customer_is_found_by_the_card_of_the_account_or_by_the_login() {
        User user = AnyMember.anyUser().verified(AnyMember.provenAt());
        Customer customer = AnyMember.anyCustomerLike(user);
        Member member = story().member(user, customer);
        MemberAccount account = story().account(story().club(), member);
        CardNumber shared = CardNumber.of(Any.any("card"));
        CardNumber scanned = CardNumber.of(Any.any("scan"));
        CardNumber strangers = CardNumber.of(Any.any("card"));
        MemberId stranger = story().member().id();
        write(stores -> {
            stores.cards()
                    .add(List.of(
                            new IssuedCard(AnyClub.card(shared.value(), account, null), Set.of(shared, scanned)),
                            new IssuedCard(AnyClub.card(strangers.value(), account, stranger), Set.of(strangers))));
        });

        assertThat(ids(new SearchTerm.Cards(Set.of(shared, CardNumber.of("unknown")))))
                .containsExactly(customer.id());
        assertThat(ids(new SearchTerm.Cards(Set.of(scanned)))).containsExactly(customer.id());
        assertThat(ids(new SearchTerm.Cards(Set.of(strangers)))).isEmpty();
        assertThat(ids(new SearchTerm.Login(user.username()))).containsExactly(customer.id());
        assertThat(list(DirectoryQuery.of(new SearchTerm.Login(user.username())), Page.Request.first(1))
                        .items()
                        .get(0)
                        .member())
                .isEqualTo(member.id());
    }

    @Test
    void a_changed_customer_is_found_by_what_it_is_called_now() {
        Customer ada = named("Ada", "Byron");
        add(ada);
        write(stores -> stores.customers()
                .update(ada.changed().name(PersonName.of("Ada", "Lovelace")).build()));

        assertThat(byName("byron")).isEmpty();
        assertThat(byName("love")).containsExactly(ada.id());
    }

    @Test
    @Requirement("B3")
    void every_naughty_name_is_found_by_its_own_words() {
        List<Customer> customers =
                Naughty.names(40).stream().map(text -> named(text, text)).toList();
        add(customers.toArray(Customer[]::new));

        for (Customer customer : customers) {
            List<String> words = Folding.words(customer.name().last()).stream()
                    .distinct()
                    .limit(SearchTerm.NameWords.MAX_WORDS)
                    .toList();
            if (!words.isEmpty()) {
                assertThat(list(DirectoryQuery.of(new SearchTerm.NameWords(words)), Page.Request.first(1_000))
                                .items())
                        .extracting(ListedCustomer::id)
                        .contains(customer.id());
            }
        }
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        assertThatThrownBy(() -> list(
                        DirectoryQuery.of(new SearchTerm.Everybody()),
                        Page.Request.after(new Page.Cursor("900:x"), 10)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<CustomerId> byName(String typed) {
        return ids(new SearchTerm.NameWords(Folding.words(typed)));
    }

    private List<CustomerId> ids(SearchTerm term) {
        return ids(DirectoryQuery.of(term));
    }

    private List<CustomerId> ids(DirectoryQuery query) {
        return list(query, Page.Request.first(100)).items().stream()
                .map(ListedCustomer::id)
                .toList();
    }

    private Page<ListedCustomer> list(DirectoryQuery query, Page.Request page) {
        return read(stores -> stores.directory().list(query, page));
    }

    private void add(Customer... customers) {
        write(stores -> List.of(customers).forEach(stores.customers()::add));
    }

    private static Customer named(String first, String last) {
        return AnyCustomer.builder().name(PersonName.of(first, last)).build();
    }
}

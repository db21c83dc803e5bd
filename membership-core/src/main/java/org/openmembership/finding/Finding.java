package org.openmembership.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.command.Caller;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.directory.SearchTerm;
import org.openmembership.finding.CustomerSearch.By;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.shared.ForgedCursorException;
import org.openmembership.shared.Page;
import org.openmembership.shared.Texts;
import org.openmembership.step.MaskedCards;
import org.openmembership.storage.Stores;

/** The door to the directory of customers. Nothing is written. Thread-safe. */
public final class Finding {
    private static final Page<ListedCustomer> NOBODY = new Page<>(List.of(), null);

    private final Caller caller;
    private final SearchReader reader;

    /**
     * Made by the facade alone, which is why its parameters are not exported.
     *
     * @param codePrefix what may stand before a membership code, or not; empty if nothing does
     */
    @SuppressWarnings("exports")
    public Finding(Caller caller, PeopleIntake people, String codePrefix) {
        this.caller = caller;
        this.reader = new SearchReader(people, codePrefix);
    }

    /**
     * A page of the customers who are looked for (B36, C1, C4, D12, D14).
     *
     * <p>What cannot be what it is said to be, such as an email without an @, finds nobody. A page that follows another is
     * asked for with the same search. Where hardly any of those who have one word of a name have the others too, or pass
     * the filters, a page may hold fewer than asked for, or nobody, and still say where the next begins: what one call looks
     * through is bounded.
     */
    public Page<ListedCustomer> customers(CustomerSearch search, Page.Request page) {
        return caller.read(
                Permission.READ_CUSTOMERS,
                Subject.NOBODY,
                stores -> search.by() == By.ANYTHING
                        ? anything(search, page, stores)
                        : list(search, search.by(), page, stores));
    }

    /** The first reading of the text that finds somebody, or may on its next page; a later page goes on with the reading of the first. */
    private Page<ListedCustomer> anything(CustomerSearch search, Page.Request page, Stores stores) {
        Page.Cursor after = page.after();
        if (after != null) {
            return next(search, page, after, stores);
        }
        for (By by : SearchReader.ANYTHING) {
            Page<ListedCustomer> found = list(search, by, page, stores);
            if (!found.items().isEmpty() || found.next() != null) {
                return marked(found, by);
            }
        }
        return NOBODY;
    }

    private Page<ListedCustomer> next(CustomerSearch search, Page.Request page, Page.Cursor after, Stores stores) {
        String place = after.value();
        for (By by : SearchReader.ANYTHING) {
            String mark = by + "/";
            if (place.startsWith(mark) && place.length() > mark.length()) {
                Page.Cursor rest = new Page.Cursor(place.substring(mark.length()));
                return marked(list(search, by, Page.Request.after(rest, page.limit()), stores), by);
            }
        }
        throw new ForgedCursorException(after);
    }

    private static Page<ListedCustomer> marked(Page<ListedCustomer> found, By by) {
        Page.Cursor next = found.next();
        return new Page<>(found.items(), next == null ? null : new Page.Cursor(by + "/" + next.value()));
    }

    private Page<ListedCustomer> list(CustomerSearch search, By by, Page.Request page, Stores stores) {
        Optional<SearchTerm> term = reader.read(by, search.text());
        return term.map(wanted -> wanted instanceof SearchTerm.Cards codes ? unmasked(codes, search, stores) : wanted)
                .map(wanted -> stores.directory().list(query(search, wanted), page))
                .orElse(NOBODY);
    }

    /** The codes, and the number that the mask of a club cuts out of what was scanned (B20). */
    private SearchTerm unmasked(SearchTerm.Cards codes, CustomerSearch search, Stores stores) {
        String text = search.text().strip();
        if (Texts.problemOfCode(text, CardNumber.MAX_LENGTH) != null) {
            return codes;
        }
        MaskedCards masked = new MaskedCards(reader.scanned(), caller.clubs(), caller.now());
        Set<CardNumber> numbers = new HashSet<>(codes.numbers());
        masked.find(CardNumber.of(text), stores).map(MembershipCard::number).ifPresent(numbers::add);
        return new SearchTerm.Cards(numbers);
    }

    private static DirectoryQuery query(CustomerSearch search, SearchTerm term) {
        return new DirectoryQuery(
                term, search.standing(), search.onlyWithBalance(), search.club(), search.scheme(), search.group());
    }
}

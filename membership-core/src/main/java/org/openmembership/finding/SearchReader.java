package org.openmembership.finding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.openmembership.card.CardNumber;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.Folding;
import org.openmembership.customer.PhoneReading;
import org.openmembership.directory.SearchTerm;
import org.openmembership.finding.CustomerSearch.By;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.step.ScannedCards;
import org.openmembership.user.Username;

/**
 * Makes a search term of what was typed; what cannot be one finds nobody, which is no mistake of the clerk's.
 *
 * @param codePrefix what may stand before a membership code, or not; empty if nothing does (R19)
 */
record SearchReader(PeopleIntake people, String codePrefix) {
    /** More than any address, code or name has. */
    private static final int MAX_TEXT = 1_000;

    /** In this order anything typed is tried: what names one customer goes before what may name many. */
    static final List<By> ANYTHING =
            List.of(By.EMAIL, By.CODE, By.ACCOUNT_CODE, By.USERNAME, By.PHONE, By.NAME, By.POSTCODE);

    ScannedCards scanned() {
        return new ScannedCards(codePrefix);
    }

    Optional<SearchTerm> read(By by, String typed) {
        // whatever is longer has its first words looked for, as names are, or is nobody's
        String text = typed.substring(0, Math.min(typed.length(), MAX_TEXT)).strip();
        return switch (by) {
            case EVERYBODY -> Optional.of(new SearchTerm.Everybody());
            case NAME -> name(text);
            case EMAIL -> email(text).map(email -> new SearchTerm.Email(email.key()));
            case PHONE -> phone(text);
            case CODE -> codes(text);
            case POSTCODE ->
                Optional.of(Folding.joined(text))
                        .filter(folded -> !folded.isEmpty())
                        .map(SearchTerm.PostcodeStart::new);
            case ACCOUNT_CODE -> noun(() -> new SearchTerm.Account(AccountCode.of(text)));
            case USERNAME ->
                email(text)
                        .map(email -> Username.of(email.key()))
                        .or(() -> noun(() -> new Username(text)))
                        .map(SearchTerm.Login::new);
            case ANYTHING -> throw new IllegalArgumentException("anything is read as one of " + ANYTHING);
        };
    }

    private static Optional<SearchTerm> name(String text) {
        List<String> words = Folding.words(text).stream()
                .distinct()
                .limit(SearchTerm.NameWords.MAX_WORDS)
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(new SearchTerm.NameWords(words));
    }

    private Optional<EmailAddress> email(String text) {
        return noun(() -> people.internationalEmail() ? EmailAddress.international(text) : EmailAddress.of(text));
    }

    private Optional<SearchTerm> phone(String text) {
        boolean read = !text.isEmpty();
        return read && people.numbers().read(text, people.region()) instanceof PhoneReading.Read number
                ? Optional.of(new SearchTerm.Phone(number.number()))
                : Optional.empty();
    }

    /** As scanned, without the prefix, and with it. */
    private Optional<SearchTerm> codes(String text) {
        Set<String> spellings = new LinkedHashSet<>(List.of(text));
        if (!codePrefix.isEmpty()) {
            boolean prefixed = text.startsWith(codePrefix);
            spellings.add(prefixed ? text.substring(codePrefix.length()) : codePrefix + text);
        }
        Set<CardNumber> numbers = new LinkedHashSet<>();
        spellings.forEach(spelling -> noun(() -> CardNumber.of(spelling)).ifPresent(numbers::add));
        return numbers.isEmpty() ? Optional.empty() : Optional.of(new SearchTerm.Cards(numbers));
    }

    private static <T> Optional<T> noun(Supplier<T> noun) {
        try {
            return Optional.of(noun.get());
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}

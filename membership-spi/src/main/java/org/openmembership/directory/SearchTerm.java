package org.openmembership.directory;

import java.util.List;
import java.util.Set;
import org.openmembership.card.CardNumber;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailKey;
import org.openmembership.user.Username;

/** What a customer is looked for by. No {@code toString} of these is for logs. */
public sealed interface SearchTerm {
    /** Nothing: all customers, by folded last name. */
    record Everybody() implements SearchTerm {}

    /**
     * The beginnings of words of a name, all of them, by the word that the longest one found.
     *
     * @param words 1 to 8 folded words
     */
    record NameWords(List<String> words) implements SearchTerm {
        public static final int MAX_WORDS = 8;

        public NameWords {
            words = List.copyOf(words);
            if (words.isEmpty() || words.size() > MAX_WORDS || words.stream().anyMatch(String::isEmpty)) {
                throw new IllegalArgumentException("NameWords must be 1 to " + MAX_WORDS + " words");
            }
        }
    }

    /** The beginning of a postcode, folded. */
    record PostcodeStart(String folded) implements SearchTerm {
        public PostcodeStart {
            if (folded.isEmpty()) {
                throw new IllegalArgumentException("PostcodeStart must not be empty");
            }
        }
    }

    /** A phone number. */
    record Phone(E164 number) implements SearchTerm {}

    /** A mailbox, exactly. */
    record Email(EmailKey key) implements SearchTerm {}

    /** The members of the account that has a card with any of these numbers, or the one who carries it. */
    record Cards(Set<CardNumber> numbers) implements SearchTerm {
        public Cards {
            numbers = Set.copyOf(numbers);
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException("Cards must be at least one number");
            }
        }
    }

    /** What a third system calls the customer. */
    record Account(AccountCode code) implements SearchTerm {}

    /** The name that a member signs in with. */
    record Login(Username username) implements SearchTerm {}
}

package org.openmembership.user;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openmembership.customer.EmailKey;

/**
 * Which passwords may be set (R13, S11): long ones that nobody guesses, with no rule about what they are composed of.
 *
 * @param minLength the fewest characters; 8 to 64
 * @param shopWords words that belong to this shop, such as its name: nobody gains by adding them to a short password
 */
public record PasswordPolicy(int minLength, Set<String> shopWords) {
    /** Less is refused whatever the host wants. */
    public static final int FLOOR = 8;

    private static final int HIGHEST_MINIMUM = 64;
    private static final int SHORTEST_WORD = 4;
    public static final PasswordPolicy DEFAULT = new PasswordPolicy(15, Set.of());

    public PasswordPolicy {
        if (minLength < FLOOR || minLength > HIGHEST_MINIMUM) {
            throw new IllegalArgumentException("PasswordPolicy.minLength must be 8 to 64, not " + minLength);
        }
        shopWords = Set.copyOf(shopWords);
    }

    /** What is wrong with a text as anybody's password; asks {@code common} only where nothing else is. */
    public Set<PasswordProblem> problems(String typed, CommonPasswords common) {
        Set<PasswordProblem> problems = EnumSet.noneOf(PasswordProblem.class);
        if (typed.length() > Password.MAX_LENGTH) {
            problems.add(PasswordProblem.TOO_LONG);
        } else if (typed.codePointCount(0, typed.length()) < minLength) {
            problems.add(PasswordProblem.TOO_SHORT);
        } else if (Password.problemOf(typed) != null) {
            problems.add(PasswordProblem.UNREADABLE);
        } else {
            addProblems(new Password(typed), common, problems);
        }
        return Set.copyOf(problems);
    }

    /** Whether a password is little more than its owner's address, or than a word of the shop's. */
    public boolean isGuessable(Password password, EmailKey owner) {
        List<String> words = new ArrayList<>(shopWords);
        words.add(owner.value());
        words.addAll(List.of(owner.value().split("[@.+_-]", -1)));
        String rest = folded(password.value());
        for (String word : words) {
            rest = word.length() < SHORTEST_WORD ? rest : rest.replace(folded(word), "");
        }
        return rest.codePointCount(0, rest.length()) < Math.min(FLOOR, password.length());
    }

    /** Form C may need fewer characters than were typed. */
    private void addProblems(Password password, CommonPasswords common, Set<PasswordProblem> problems) {
        if (password.length() < minLength) {
            problems.add(PasswordProblem.TOO_SHORT);
        } else if (common.contains(password)) {
            problems.add(PasswordProblem.COMMON);
        }
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

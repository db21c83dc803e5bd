package org.openmembership.duplicate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.E164;
import org.openmembership.customer.Folding;

/**
 * How alike two customers are, and why: puts suspicions in order, and merges nothing (R15).
 *
 * @param evidence every reason that was found
 */
public record Likeness(Set<Evidence> evidence) {
    private static final int CERTAIN = 100;

    public Likeness {
        evidence = Collections.unmodifiableSet(
                evidence.isEmpty() ? EnumSet.noneOf(Evidence.class) : EnumSet.copyOf(evidence));
    }

    /** 0 for no likeness at all to 100. */
    public int score() {
        int sum = evidence.stream().mapToInt(Evidence::weight).sum();
        return Math.max(0, Math.min(CERTAIN, sum));
    }

    /** Compares what both have; what one of them lacks says nothing. */
    public static Likeness of(Person one, Person other) {
        Set<Evidence> found = EnumSet.noneOf(Evidence.class);
        email(one.customer(), other.customer()).ifPresent(found::add);
        names(one.customer(), other.customer(), found);
        places(one.customer(), other.customer(), found);
        if (shareAny(phones(one.customer()), phones(other.customer()))) {
            found.add(Evidence.SAME_PHONE);
        }
        if (one.birthdate() != null && other.birthdate() != null) {
            boolean same = one.birthdate().equals(other.birthdate());
            found.add(same ? Evidence.SAME_BIRTHDATE : Evidence.OTHER_BIRTHDATE);
        }
        @Nullable String vat = one.customer().profile().company().vatNumber();
        if (vat != null && vat.equals(other.customer().profile().company().vatNumber())) {
            found.add(Evidence.SAME_VAT_NUMBER);
        }
        return new Likeness(found);
    }

    private static Optional<Evidence> email(Customer one, Customer other) {
        if (one.email() == null || other.email() == null) {
            return Optional.empty();
        }
        if (one.email().key().equals(other.email().key())) {
            return Optional.of(Evidence.SAME_EMAIL);
        }
        boolean hinted = ProviderMailbox.of(one.email().key())
                .equals(ProviderMailbox.of(other.email().key()));
        return hinted ? Optional.of(Evidence.EMAIL_OF_SAME_PROVIDER_MAILBOX) : Optional.empty();
    }

    private static void names(Customer one, Customer other, Set<Evidence> found) {
        String first = Folding.joined(one.name().first());
        String last = Folding.joined(one.name().last());
        String otherFirst = Folding.joined(other.name().first());
        String otherLast = Folding.joined(other.name().last());
        boolean known = !first.isEmpty() && !last.isEmpty() && !first.equals(last);
        if (known && first.equals(otherLast) && last.equals(otherFirst)) {
            found.add(Evidence.SWAPPED_NAMES);
            return;
        }
        firstNames(first, otherFirst).ifPresent(found::add);
        compared(last, otherLast, Evidence.SAME_SURNAME, Evidence.SIMILAR_SURNAME, Evidence.OTHER_SURNAME)
                .ifPresent(found::add);
    }

    private static Optional<Evidence> firstNames(String one, String other) {
        boolean initial = one.length() == 1 && other.startsWith(one) || other.length() == 1 && one.startsWith(other);
        return initial && !one.isEmpty() && !other.isEmpty() && !one.equals(other)
                ? Optional.of(Evidence.INITIAL_OF_FIRST_NAME)
                : compared(
                        one, other, Evidence.SAME_FIRST_NAME, Evidence.SIMILAR_FIRST_NAME, Evidence.OTHER_FIRST_NAME);
    }

    private static void places(Customer one, Customer other, Set<Evidence> found) {
        Set<String> streets = streets(one);
        Set<String> others = streets(other);
        if (!streets.isEmpty() && !others.isEmpty()) {
            found.add(
                    shareAny(streets, others)
                            ? Evidence.SAME_STREET
                            : anySimilar(streets, others) ? Evidence.SIMILAR_STREET : Evidence.OTHER_STREET);
        }
        if (shareAny(postcodes(one), postcodes(other))) {
            found.add(Evidence.SAME_POSTCODE);
        }
    }

    private static Optional<Evidence> compared(
            String one, String other, Evidence same, Evidence similar, Evidence different) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        if (one.equals(other)) {
            return Optional.of(same);
        }
        return Optional.of(TypingErrors.isLikely(one, other) ? similar : different);
    }

    private static boolean anySimilar(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> TypingErrors.isLikely(one, other)));
    }

    private static boolean shareAny(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private static Set<String> streets(Customer customer) {
        return folded(
                customer.addresses().stream().map(address -> address.lines().first()));
    }

    private static Set<String> postcodes(Customer customer) {
        return folded(customer.addresses().stream().flatMap(address -> Stream.ofNullable(address.postcode())));
    }

    private static Set<String> folded(Stream<String> texts) {
        Set<String> folded = new HashSet<>();
        texts.map(Folding::joined).filter(text -> !text.isEmpty()).forEach(folded::add);
        return folded;
    }

    private static Set<String> phones(Customer customer) {
        Set<String> numbers = new HashSet<>();
        customer.phones().stream()
                .map(phone -> phone.e164())
                .filter(Objects::nonNull)
                .map(E164::value)
                .forEach(numbers::add);
        return numbers;
    }
}

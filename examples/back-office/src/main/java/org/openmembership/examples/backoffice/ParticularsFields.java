package org.openmembership.examples.backoffice;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Gender;
import org.openmembership.customer.MaritalStatus;
import org.openmembership.customer.Particulars;

/** What people may tell of themselves, as fields of a form and as facts on a page (B30). */
final class ParticularsFields {
    private static final String GENDER = "particulars.gender";
    private static final String MARITAL_STATUS = "particulars.maritalStatus";
    private static final String RECEIPTS = "particulars.receiptByEmail";

    private ParticularsFields() {}

    static void add(Form form) {
        form.part("Told of themselves")
                .choice(Field.optional(GENDER, "Gender"), Words.choice("Not told", Gender.values()))
                .choice(
                        Field.optional(MARITAL_STATUS, "Marital status"),
                        Words.choice("Not told", MaritalStatus.values()))
                .tick(RECEIPTS, "Receipts by email", "Wants receipts by email");
    }

    /** Hands out what the fields hold for somebody now, by field. */
    static void fill(Particulars told, BiConsumer<String, @Nullable String> values) {
        values.accept(GENDER, name(told.gender()));
        values.accept(MARITAL_STATUS, name(told.maritalStatus()));
        values.accept(RECEIPTS, told.receiptByEmail() ? "yes" : null);
    }

    /** What was filled in; what is none of the choices counts as not told. */
    static Particulars read(Answers answers) {
        return new Particulars(
                chosen(answers.given(GENDER), Gender.values()),
                chosen(answers.given(MARITAL_STATUS), MaritalStatus.values()),
                answers.isTicked(RECEIPTS));
    }

    static List<Markup> facts(Particulars told) {
        return List.of(
                Parts.fact("Gender", word(told.gender())),
                Parts.fact("Marital status", word(told.maritalStatus())),
                Parts.fact("Receipts", told.receiptByEmail() ? "By email" : "Printed"));
    }

    static String word(@Nullable Enum<?> told) {
        return told == null ? "not told" : Words.of(told);
    }

    private static @Nullable String name(@Nullable Enum<?> told) {
        return told == null ? null : told.name();
    }

    private static <E extends Enum<E>> @Nullable E chosen(@Nullable String name, E[] constants) {
        return Stream.of(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

package org.openmembership.intake;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneNumbers;
import org.openmembership.customer.PhoneReading;
import org.openmembership.customer.PhoneType;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.Region;
import org.openmembership.member.PersonalDetails;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;

/**
 * How what requests say about people becomes nouns, the same in every verb (A9-A11, A20, R1, R18).
 *
 * @param numbers reads phone numbers
 * @param region whose numbers are typed without a country code
 * @param internationalEmail whether addresses may hold more than ASCII before the @
 */
public record PeopleIntake(PhoneNumbers numbers, Region region, boolean internationalEmail) {
    /** Somewhere it is tomorrow already. */
    private static final Duration AHEAD_OF_UTC = Duration.ofHours(14);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** What to do with a phone number that cannot be read. */
    public enum UnreadPhones {
        REFUSED,
        KEPT
    }

    /** Checks both names; what is wrong is reported at each. */
    public void name(Intake intake, @Nullable String first, @Nullable String last) {
        intake.check("firstName", PersonName.problemOf(first));
        intake.check("lastName", PersonName.problemOf(last));
    }

    /** An address, or null where there is none or it is refused. */
    public @Nullable EmailAddress email(Intake intake, @Nullable String typed) {
        if (typed == null) {
            return null;
        }
        return intake.take(
                "email", () -> internationalEmail ? EmailAddress.international(typed) : EmailAddress.of(typed));
    }

    /** Those of the numbers that are not refused. */
    public List<PhoneNumber> phones(Intake intake, List<RequestedPhone> requested, UnreadPhones unread) {
        return taken(intake, "phones", requested, (path, phone) -> phone(intake, path, phone, unread));
    }

    /** Those of the addresses that are not refused. */
    public List<PostalAddress> addresses(Intake intake, List<RequestedAddress> requested) {
        return taken(intake, "addresses", requested, (path, address) -> address(intake, path, address));
    }

    /** Refuses a day on which nobody alive was born, and one that is tomorrow everywhere. */
    /** Receipts by email need an address to go to. */
    public void particulars(Intake intake, Particulars told, @Nullable String email) {
        boolean nowhere = told.receiptByEmail() && email == null;
        intake.check("particulars.receiptByEmail", nowhere ? "needs an email" : null);
    }

    public void birthdate(Intake intake, @Nullable LocalDate day, Instant now) {
        if (day == null) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(now.plus(AHEAD_OF_UTC), ZoneOffset.UTC);
        intake.check("birthdate", day.isAfter(today) ? "must not be in the future" : null);
        boolean old = day.getYear() < PersonalDetails.FIRST_YEAR;
        intake.check("birthdate", old ? "must be from " + PersonalDetails.FIRST_YEAR + " on" : null);
    }

    /** An instant in the microseconds that storages keep; refused if it is not past, or older than any till. */
    public @Nullable Instant past(Intake intake, String path, @Nullable Instant instant, Instant now) {
        if (instant == null) {
            return null;
        }
        intake.check(path, instant.isAfter(now) ? "must not be in the future" : null);
        intake.check(path, instant.isBefore(EARLIEST) ? "must be from 1900 on" : null);
        return intake.isWrong(path) ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** What becomes of the items of a list, where a provider may have let a hole pass. */
    private static <I, N> List<N> taken(
            Intake intake, String field, List<I> items, BiFunction<String, I, @Nullable N> take) {
        List<N> nouns = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String path = field + "[" + i + "]";
            I item = items.get(i);
            N noun = item == null ? null : take.apply(path, item);
            intake.check(path, item == null ? "must not be null" : null);
            if (noun != null) {
                nouns.add(noun);
            }
        }
        return nouns;
    }

    private @Nullable PhoneNumber phone(Intake intake, String path, RequestedPhone phone, UnreadPhones unread) {
        String typed = phone.typed();
        intake.check(path + ".typed", typed == null ? "must not be null" : null);
        return typed == null ? null : intake.take(path + ".typed", () -> phone(typed, phone.type(), unread));
    }

    private PhoneNumber phone(String typed, @Nullable PhoneType asked, UnreadPhones unread) {
        PhoneType type = asked == null ? PhoneType.OTHER : asked;
        PhoneReading reading = numbers.read(typed, region);
        if (reading instanceof PhoneReading.Read read) {
            return new PhoneNumber(typed, read.number(), type);
        }
        if (reading instanceof PhoneReading.Refused refused && unread == UnreadPhones.REFUSED) {
            throw new IllegalArgumentException("PhoneNumber is refused: " + refused.problem());
        }
        return PhoneNumber.unread(typed, type);
    }

    private static @Nullable PostalAddress address(Intake intake, String path, RequestedAddress address) {
        intake.check(path + ".line1", address.line1() == null ? "must not be null" : null);
        intake.text(path + ".line1", address.line1(), PostalAddress.MAX_LENGTH);
        intake.text(path + ".line2", address.line2(), PostalAddress.MAX_LENGTH);
        intake.text(path + ".town", address.town(), PostalAddress.MAX_LENGTH);
        intake.text(path + ".county", address.county(), PostalAddress.MAX_LENGTH);
        intake.text(path + ".postcode", address.postcode(), PostalAddress.MAX_POSTCODE);
        intake.check(path + ".country", address.country() == null ? "must not be null" : null);
        intake.take(path + ".country", () -> Region.of(requireNonNull(address.country())));
        return intake.take(path, () -> address(address));
    }

    private static PostalAddress address(RequestedAddress address) {
        return new PostalAddress(
                new PostalAddress.Lines(requireNonNull(address.line1()), address.line2()),
                address.town(),
                address.county(),
                address.postcode(),
                Region.of(requireNonNull(address.country())),
                address.uses());
    }
}

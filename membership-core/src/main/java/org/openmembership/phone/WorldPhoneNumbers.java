package org.openmembership.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import org.openmembership.customer.E164;
import org.openmembership.customer.PhoneNumbers;
import org.openmembership.customer.PhoneReading;
import org.openmembership.customer.PhoneReading.Problem;
import org.openmembership.customer.Region;

/**
 * Reads numbers by libphonenumber: a number is one if it has a length its country's plan knows (R18).
 *
 * <p>Whether a number range has been given out yet is not asked, since that changes faster than any release of a till.
 * Thread-safe.
 */
public final class WorldPhoneNumbers implements PhoneNumbers {
    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

    @Override
    public PhoneReading read(String typed, Region region) {
        try {
            return reading(plans.parse(typed, region.code()));
        } catch (NumberParseException wrong) {
            return new PhoneReading.Refused(problemOf(wrong.getErrorType()));
        }
    }

    private PhoneReading reading(Phonenumber.PhoneNumber number) {
        return switch (plans.isPossibleNumberWithReason(number)) {
            case IS_POSSIBLE -> new PhoneReading.Read(E164.of(plans.format(number, PhoneNumberFormat.E164)));
            case INVALID_COUNTRY_CODE -> new PhoneReading.Refused(Problem.UNKNOWN_COUNTRY);
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> new PhoneReading.Refused(Problem.TOO_SHORT);
            case TOO_LONG -> new PhoneReading.Refused(Problem.TOO_LONG);
            case INVALID_LENGTH -> new PhoneReading.Refused(Problem.IMPOSSIBLE);
        };
    }

    private static Problem problemOf(NumberParseException.ErrorType error) {
        return switch (error) {
            case INVALID_COUNTRY_CODE -> Problem.UNKNOWN_COUNTRY;
            case NOT_A_NUMBER -> Problem.NOT_A_NUMBER;
            case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> Problem.TOO_SHORT;
            case TOO_LONG -> Problem.TOO_LONG;
        };
    }
}

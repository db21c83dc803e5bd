package org.openmembership.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmembership.customer.E164;
import org.openmembership.customer.PhoneReading;
import org.openmembership.customer.Region;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.SharedData;

@Requirement("R18")
class WorldPhoneNumbersTest {
    private final WorldPhoneNumbers numbers = new WorldPhoneNumbers();

    @ParameterizedTest
    @CsvSource({
        "020 7946 0018, GB, +442079460018",
        "+44 (0)20 7946 0018, US, +442079460018",
        "271-555-9715, US, +12715559715",
        "030/123456, DE, +4930123456",
        "+4930123456, ZZ, +4930123456"
    })
    void a_number_is_read_as_people_type_it(String typed, String region, String e164) {
        assertThat(numbers.read(typed, Region.of(region))).isEqualTo(new PhoneReading.Read(E164.of(e164)));
    }

    @ParameterizedTest
    @CsvSource({
        "not a number, GB, NOT_A_NUMBER",
        "020 7946 0018, ZZ, UNKNOWN_COUNTRY",
        "+999 123456, GB, UNKNOWN_COUNTRY",
        "12, GB, TOO_SHORT",
        "020 7946 0018 0018 00, GB, TOO_LONG",
        "555-9715, US, TOO_SHORT"
    })
    void a_wrong_one_is_refused_with_a_reason(String typed, String region, PhoneReading.Problem problem) {
        assertThat(numbers.read(typed, Region.of(region))).isEqualTo(new PhoneReading.Refused(problem));
    }

    @Test
    void example_numbers_of_the_world_are_read_from_their_international_form() {
        List<String> unread = SharedData.csv("phone-examples.csv.gz").stream()
                .filter(row -> !numbers.read(row.get("e164"), Region.of("ZZ"))
                        .equals(new PhoneReading.Read(E164.of(row.get("e164")))))
                .map(row -> row.get("region"))
                .distinct()
                .toList();
        // Benin has had ten digits since 2024, which the examples do not know; Canada's is a code of three digits.
        assertThat(unread).containsExactly("BJ", "CA");
    }

    @Test
    @Requirement("B3")
    void no_text_makes_it_throw() {
        for (String naughty : SharedData.naughtyStrings()) {
            assertThat(numbers.read(naughty, Region.of("GB"))).isNotNull();
        }
    }
}

package org.openmembership.customers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Company;
import org.openmembership.customer.Customer;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.Violation;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.SharedData;

/** Real postcodes and VAT numbers, right and wrong ones: kept letter for letter on every storage, or refused by path. */
@Requirement({"B3", "C21", "C22"})
final class NumbersOfTheWorldTest extends ShopTest {
    /** Nothing, blank, with a blank in front, and longer than any postcode is. */
    private static final Set<String> REFUSED =
            Set.of("", "        ", " AZ0100", "ASDFGJKLmZXJtZtesting123", "Vml2YW11cyBmZXJtZtesting123");

    @Test
    void postcodes_are_kept_as_typed_or_refused_by_path() {
        List<RequestedAddress> typed = postcodes();
        Set<String> refused = new HashSet<>();
        for (int i = 0; i < typed.size(); i += Customer.MAX_ADDRESSES) {
            List<RequestedAddress> some = typed.subList(i, Math.min(i + Customer.MAX_ADDRESSES, typed.size()));
            List<RequestedAddress> good = new ArrayList<>(some);
            for (int wrong : wrongPostcodes(some)) {
                refused.add(requireNonNull(some.get(wrong).postcode()));
                good.remove(some.get(wrong));
            }

            List<String> kept = kept(ada().addresses(good)).addresses().stream()
                    .map(address -> address.country() + " " + address.postcode())
                    .toList();

            assertThat(kept)
                    .isEqualTo(good.stream()
                            .map(address -> address.country() + " " + address.postcode())
                            .toList());
        }
        assertThat(refused).isEqualTo(REFUSED);
    }

    @Test
    void vat_numbers_are_kept_as_typed_whether_they_are_right_or_not() {
        List<String> numbers = SharedData.csv("vat-numbers.csv.gz").stream()
                .map(row -> requireNonNull(row.get("number")))
                .distinct()
                .toList();
        assertThat(numbers).hasSizeGreaterThan(2_000);
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            RequestedCompany typed = new RequestedCompany("Engines Ltd", numbers.get(i), numbers.get(i + 1));

            assertThat(kept(ada().business(typed)).profile().company())
                    .isEqualTo(new Company("Engines Ltd", numbers.get(i), numbers.get(i + 1)));
        }
    }

    private static List<RequestedAddress> postcodes() {
        List<RequestedAddress> addresses = new ArrayList<>();
        for (Map<String, String> row : SharedData.csv("postal-codes.csv.gz")) {
            String country = json(row.get("options_json").replaceAll("[\\[\\]]", ""));
            addresses.add(RequestedAddress.in(country.equals("any") ? "GB" : country)
                    .lines("1 High Street", null)
                    .postcode(json(row.get("value_json")))
                    .build());
        }
        assertThat(addresses).hasSize(575);
        return addresses;
    }

    private static String json(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    /** Which of the addresses are refused, each for its postcode alone. */
    private Set<Integer> wrongPostcodes(List<RequestedAddress> addresses) {
        try {
            kept(ada().addresses(addresses));
            return Set.of();
        } catch (InvalidRequestException refused) {
            Set<String> paths =
                    refused.violations().stream().map(Violation::path).collect(Collectors.toSet());
            assertThat(paths).allMatch(path -> path.matches("addresses\\[\\d+]\\.postcode"));
            return paths.stream()
                    .map(path -> Integer.valueOf(path.replaceAll("\\D", "")))
                    .collect(Collectors.toSet());
        }
    }

    private Customer kept(CustomerForm.Builder form) {
        Customers customers = shop.membership().customers();
        CreationResult result = customers.create(shop.key(), NewCustomerKind.IN_STORE, form.build());
        return customers.find(((Created) result).customer().id()).orElseThrow();
    }

    private static CustomerForm.Builder ada() {
        return CustomerForm.builder().name("Ada", "Byron");
    }
}

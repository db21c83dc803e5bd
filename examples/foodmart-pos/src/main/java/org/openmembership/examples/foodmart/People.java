package org.openmembership.examples.foodmart;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.openmembership.customer.PhoneType;
import org.openmembership.importing.CustomerImport;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.ExternalKey;

/** The customers of a host in the library's words. */
final class People {
    private static final Map<String, String> COUNTRIES = Map.of("USA", "US", "Mexico", "MX", "Canada", "CA");

    private People() {}

    /** A customer of FoodMart, with everything the POS knows. */
    static Person of(PosCustomer customer) {
        ExternalKey reference = FoodMartPurchases.customer(customer.number());
        PosCustomer.Name name = customer.name();
        CustomerImport record = CustomerImport.of(reference.source(), reference.value())
                .name(name.first(), name.last())
                .email(customer.email())
                .phones(phones(customer.phones()))
                .addresses(List.of(address(customer.home())))
                .createdAt(customer.account()
                        .openedOn()
                        .atTime(LocalTime.NOON)
                        .atZone(FoodMartClub.ZONE)
                        .toInstant())
                .build();
        Person.Form form = new Person.Form(name.first(), name.last(), customer.email(), customer.birthDate());
        return new Person(
                reference, record, form, FoodMartClub.scheme(customer.account().card()));
    }

    /** A customer of a sales file, of whom nothing is known but the name the file gives them. */
    static Person of(String customer) {
        ExternalKey reference = FilePurchases.customer(customer);
        String email = "customer-" + customer + "@example.com";
        CustomerImport record = CustomerImport.of(reference.source(), reference.value())
                .name("Customer", customer)
                .email(email)
                .build();
        return new Person(reference, record, new Person.Form("Customer", customer, email, null), null);
    }

    private static List<RequestedPhone> phones(List<String> numbers) {
        return numbers.stream()
                .map(number -> RequestedPhone.of(number, PhoneType.OTHER))
                .toList();
    }

    private static RequestedAddress address(PosCustomer.Home home) {
        return RequestedAddress.in(COUNTRIES.get(home.country()))
                .lines(home.line1(), home.line2())
                .town(home.city())
                .county(home.state())
                .postcode(home.postcode())
                .build();
    }
}

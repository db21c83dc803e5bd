package org.openmembership.testkit;

import java.util.List;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.AddressUse;
import org.openmembership.customer.Company;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.CustomerType;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.FoundUsCode;
import org.openmembership.customer.Gender;
import org.openmembership.customer.ImageReference;
import org.openmembership.customer.LedgerUse;
import org.openmembership.customer.MaritalStatus;
import org.openmembership.customer.NewCustomerDefaults;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.Percent;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.PriceListCode;
import org.openmembership.customer.Region;
import org.openmembership.customer.SellingTerms;
import org.openmembership.shared.ExternalKey;

/** Customers that do not matter. */
public final class AnyCustomer {
    private AnyCustomer() {}

    public static Customer anyCustomer() {
        return builder().build();
    }

    public static Customer anyCustomer(EmailAddress email) {
        return builder().email(email).build();
    }

    /** A customer with something in every place. */
    public static Customer anyFullCustomer() {
        return builder()
                .reference(ExternalKey.of("pos", Any.any("customer")))
                .email(anyEmail())
                .emailSetByStaffAt(Any.minute(3))
                .phones(List.of(anyPhone(), PhoneNumber.unread("ask for Ada", PhoneType.WORK)))
                .addresses(List.of(anyAddress(), anyShortAddress()))
                .defaults(anyDefaults())
                .accountCode(AccountCode.of(Any.any("account")))
                .profile(anyProfile())
                .standing(new CustomerStanding(CustomerType.TRADE, CustomerStatus.REGISTERED, false))
                .selling(new SellingTerms(PriceListCode.of("TRADE-B"), true, Percent.of("2.5"), true))
                .version(3)
                .build();
    }

    public static CustomerProfile anyProfile() {
        return new CustomerProfile(
                "Countess",
                new Company("Analytical Engines Ltd", "01234567", "GB 123 4567 89"),
                FoundUsCode.of("FRIEND"),
                List.of(ImageReference.of("images/ada.png"), ImageReference.of("https://img.example.org/7?size=l")),
                new Particulars(Gender.FEMALE, MaritalStatus.WIDOWED, true));
    }

    public static Customer.Builder builder() {
        return Customer.builder(anyCustomerId(), anyName(), Any.anyInstant());
    }

    public static CustomerId anyCustomerId() {
        return CustomerId.of(Any.any("customer"));
    }

    public static PersonName anyName() {
        return PersonName.of("Ada", "Byron");
    }

    public static EmailAddress anyEmail() {
        return EmailAddress.of("Ada." + Any.anyNumber() + "@Example.org");
    }

    public static PhoneNumber anyPhone() {
        String digits = Long.toString(30_000_000L + Any.anyNumber());
        return new PhoneNumber("0" + digits, E164.of("+49" + digits), PhoneType.MOBILE);
    }

    public static PostalAddress anyAddress() {
        return PostalAddress.in(Region.of("GB"))
                .lines("12 St James's Square", "Flat 2")
                .town("London")
                .county("Greater London")
                .postcode("SW1Y 4JH")
                .uses(AddressUse.DEFAULT, AddressUse.BILLING)
                .build();
    }

    /** An address with only what is asked of everybody. */
    public static PostalAddress anyShortAddress() {
        return PostalAddress.in(Region.of("PA")).lines("Casa 7", null).build();
    }

    public static NewCustomerDefaults anyDefaults() {
        return NewCustomerDefaults.builder(LedgerUse.ACCOUNTING)
                .customerClass("RETAIL")
                .location("Main street")
                .termsCode("NET-30")
                .build();
    }
}

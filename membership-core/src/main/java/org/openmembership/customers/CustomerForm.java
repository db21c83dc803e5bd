package org.openmembership.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.EmailKey;
import org.openmembership.customer.FoundUsCode;
import org.openmembership.customer.ImageReference;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.Percent;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PriceListCode;
import org.openmembership.customer.SellingTerms;
import org.openmembership.request.ContactBuilder;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedConsent;
import org.openmembership.request.RequestedPhone;

/**
 * All that a clerk can fill in about a customer (C7, C17-C26); null is nothing, and clears what was there.
 *
 * @param title such as Dr
 * @param firstName required
 * @param lastName required
 * @param email where they are reached; not asked of who is served in a store
 * @param phones any number, the first is shown first
 * @param addresses any number, the first is the primary one
 * @param business whom they buy for
 * @param foundUs how they found the shop, a code of the host's list
 * @param accountCode what a third system calls them, unique
 * @param images where the host keeps pictures of them
 * @param selling what they are granted; changing it needs a permission of its own
 * @param particulars gender, marital status and how receipts are wanted (B30)
 * @param accepts by what they want to be written to from now on (D3); null says nothing, and takes nothing back
 */
public record CustomerForm(
        @Size(min = 1, max = CustomerProfile.MAX_TITLE) @Nullable
        String title,

        @NotNull @Size(min = 1, max = PersonName.MAX_LENGTH) @Nullable
        String firstName,

        @NotNull @Size(min = 1, max = PersonName.MAX_LENGTH) @Nullable
        String lastName,

        @Size(max = EmailKey.MAX_LENGTH) @Nullable String email,
        @Size(max = Customer.MAX_PHONES) List<@NotNull @Valid RequestedPhone> phones,
        @Size(max = Customer.MAX_ADDRESSES) List<@NotNull @Valid RequestedAddress> addresses,
        @NotNull @Valid RequestedCompany business,

        @Size(min = 1, max = FoundUsCode.MAX_LENGTH) @Nullable
        String foundUs,

        @Size(min = 1, max = AccountCode.MAX_LENGTH) @Nullable
        String accountCode,

        @Size(max = CustomerProfile.MAX_IMAGES)
        List<@NotNull @Size(min = 1, max = ImageReference.MAX_LENGTH) String> images,

        @NotNull @Valid Selling selling,
        Particulars particulars,
        @Valid @Nullable RequestedConsent accepts) {
    public CustomerForm {
        phones = Collections.unmodifiableList(new ArrayList<>(phones));
        addresses = Collections.unmodifiableList(new ArrayList<>(addresses));
        images = Collections.unmodifiableList(new ArrayList<>(images));
    }

    /** An empty form. */
    public static Builder builder() {
        return new Builder();
    }

    /** The form as it is filled in for a customer now. */
    public static Builder from(Customer customer) {
        EmailAddress email = customer.email();
        CustomerProfile profile = customer.profile();
        return new Builder()
                .title(profile.title())
                .name(customer.name().first(), customer.name().last())
                .email(email == null ? null : email.typed())
                .phones(customer.phones().stream().map(CustomerForm::requested).toList())
                .addresses(
                        customer.addresses().stream().map(RequestedAddress::of).toList())
                .business(RequestedCompany.of(profile.company()))
                .foundUs(profile.foundUs() == null ? null : profile.foundUs().value())
                .accountCode(
                        customer.accountCode() == null
                                ? null
                                : customer.accountCode().value())
                .images(profile.images().stream().map(ImageReference::value).toList())
                .selling(Selling.of(customer.selling()))
                .particulars(profile.particulars());
    }

    private static RequestedPhone requested(PhoneNumber phone) {
        return RequestedPhone.of(phone.typed(), phone.type());
    }

    @Override
    public String toString() {
        return "CustomerForm[***]";
    }

    /**
     * What a customer is granted, as it is filled in (C19-C21, C26).
     *
     * @param priceList a code of the host's, null for the shop's own prices
     * @param freeDelivery whether they never pay delivery
     * @param globalDiscount percent off all orders, 0 to 100 with at most 4 decimals; null for none
     * @param payOnAccount whether they may settle later
     */
    public record Selling(
            @Size(min = 1, max = PriceListCode.MAX_LENGTH) @Nullable
            String priceList,

            boolean freeDelivery,

            @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = Percent.MAX_SCALE) @Nullable
            BigDecimal globalDiscount,

            boolean payOnAccount) {
        /** Nothing is granted. */
        public static final Selling USUAL = new Selling(null, false, null, false);

        static Selling of(SellingTerms terms) {
            PriceListCode list = terms.priceList();
            BigDecimal discount = terms.globalDiscount().isZero()
                    ? null
                    : terms.globalDiscount().value();
            return new Selling(
                    list == null ? null : list.value(), terms.freeDelivery(), discount, terms.payOnAccount());
        }
    }

    /** Fills a form in; nothing is checked here. Not thread-safe. */
    public static final class Builder extends ContactBuilder<Builder> {
        private @Nullable String title;
        private RequestedCompany business = RequestedCompany.NONE;
        private @Nullable String foundUs;
        private @Nullable String accountCode;
        private List<String> images = List.of();
        private Selling selling = Selling.USUAL;
        private @Nullable RequestedConsent accepts;

        private Builder() {}

        public Builder title(@Nullable String text) {
            title = text;
            return this;
        }

        public Builder business(RequestedCompany company) {
            business = company;
            return this;
        }

        public Builder foundUs(@Nullable String code) {
            foundUs = code;
            return this;
        }

        public Builder accountCode(@Nullable String code) {
            accountCode = code;
            return this;
        }

        public Builder images(List<String> references) {
            images = references;
            return this;
        }

        public Builder selling(Selling granted) {
            selling = granted;
            return this;
        }

        public Builder accepts(@Nullable RequestedConsent consent) {
            accepts = consent;
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        public CustomerForm build() {
            return new CustomerForm(
                    title,
                    firstName,
                    lastName,
                    email,
                    phones,
                    addresses,
                    business,
                    foundUs,
                    accountCode,
                    images,
                    selling,
                    particulars,
                    accepts);
        }
    }
}

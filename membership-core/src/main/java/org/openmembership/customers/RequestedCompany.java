package org.openmembership.customers;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Company;

/**
 * The business a customer buys for, as it was given (C22).
 *
 * @param name what it is called
 * @param number in the register of companies
 * @param vatNumber kept as given
 */
public record RequestedCompany(
        @Size(min = 1, max = Company.MAX_NAME) @Nullable String name,
        @Size(min = 1, max = Company.MAX_NUMBER) @Nullable String number,
        @Size(min = 1, max = Company.MAX_NUMBER) @Nullable String vatNumber) {
    /** They buy for themselves. */
    public static final RequestedCompany NONE = new RequestedCompany(null, null, null);

    static RequestedCompany of(Company company) {
        return new RequestedCompany(company.name(), company.number(), company.vatNumber());
    }

    @Override
    public String toString() {
        return "RequestedCompany[***]";
    }
}

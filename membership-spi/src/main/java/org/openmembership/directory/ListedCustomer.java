package org.openmembership.directory;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PersonName;
import org.openmembership.member.MemberId;

/**
 * A customer as one line of a list (C1, C3).
 *
 * @param contact how they are reached first of all
 * @param standing what tells registered, guest and inactive ones apart
 * @param accountCode what a third system calls them, null if none does
 * @param member whom they belong to, null if to none
 * @param balance what they owe, below zero for credit (C25); null if they never paid on account
 */
public record ListedCustomer(
        CustomerId id,
        PersonName name,
        Contact contact,
        CustomerStanding standing,
        @Nullable AccountCode accountCode,
        @Nullable MemberId member,
        @Nullable Money balance) {
    @Override
    public String toString() {
        return "ListedCustomer[" + id + "]";
    }

    /**
     * The first of each.
     *
     * @param company whom they buy for
     * @param phone the first one, as typed
     * @param town of the primary address
     * @param postcode of the primary address
     */
    public record Contact(
            @Nullable String company,
            @Nullable EmailAddress email,
            @Nullable String phone,
            @Nullable String town,
            @Nullable String postcode) {
        @Override
        public String toString() {
            return "Contact[***]";
        }
    }
}

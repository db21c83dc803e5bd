package org.openmembership.finding;

import org.jspecify.annotations.Nullable;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.CustomerType;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.group.CustomerGroupCode;

/**
 * What a clerk looks for.
 *
 * @param by what {@code text} is
 * @param text as it was typed or scanned; not looked at where everybody is wanted
 * @param standing what must be true of type, status and activity
 * @param onlyWithBalance whether only those are wanted who owe something or have credit (C4)
 * @param club a club that the customer's member has an account in, null for any or none
 * @param scheme the scheme of that account, null for any
 * @param group a customer group that they are in, null for any or none
 */
public record CustomerSearch(
        By by,
        String text,
        DirectoryQuery.Standing standing,
        boolean onlyWithBalance,
        @Nullable ClubId club,
        @Nullable SchemeId scheme,
        @Nullable CustomerGroupCode group) {
    /** What a text is. */
    public enum By {
        /** No text: all customers. */
        EVERYBODY,
        /** Whatever it may be: the first of the others that finds somebody. */
        ANYTHING,
        /** The beginnings of one or more words of a name, in any order. */
        NAME,
        /** A mailbox, exactly. */
        EMAIL,
        /** As it is typed in the shop's region. */
        PHONE,
        /** A card or membership code, with or without the shop's prefix (R19). */
        CODE,
        /** The beginning of a postcode. */
        POSTCODE,
        /** What a third system calls the customer. */
        ACCOUNT_CODE,
        /** What a member signs in with. */
        USERNAME
    }

    public static CustomerSearch everybody() {
        return of(By.EVERYBODY, "");
    }

    public static CustomerSearch anything(String text) {
        return of(By.ANYTHING, text);
    }

    public static CustomerSearch byName(String words) {
        return of(By.NAME, words);
    }

    public static CustomerSearch of(By by, String text) {
        return new CustomerSearch(by, text, DirectoryQuery.Standing.ANY, false, null, null, null);
    }

    /** The same, of customers of a type, status and activity; null is any (C4). */
    public CustomerSearch standing(
            @Nullable CustomerType type, @Nullable CustomerStatus status, @Nullable Boolean active) {
        return new CustomerSearch(
                by, text, new DirectoryQuery.Standing(type, status, active), onlyWithBalance, club, scheme, group);
    }

    /** The same, of customers with an account in a club and, unless null, a scheme. */
    public CustomerSearch in(ClubId wanted, @Nullable SchemeId held) {
        return new CustomerSearch(by, text, standing, onlyWithBalance, wanted, held, group);
    }

    /** The same, of customers who owe something or have credit (C4). */
    public CustomerSearch withBalance() {
        return new CustomerSearch(by, text, standing, true, club, scheme, group);
    }

    /** The same, of customers in a group (C54); everybody in it is listed by id. */
    public CustomerSearch inGroup(CustomerGroupCode wanted) {
        return new CustomerSearch(by, text, standing, onlyWithBalance, club, scheme, wanted);
    }

    @Override
    public String toString() {
        return "CustomerSearch[" + by + "]";
    }
}

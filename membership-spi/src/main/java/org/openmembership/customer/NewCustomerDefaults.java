package org.openmembership.customer;

import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * What a register gives every customer it creates (A33, A35): codes of the host, which we keep and never read.
 *
 * @param customerClass 1 to 40 characters, or null where the register has none
 * @param priceGroup as {@code customerClass}
 * @param ledgerUse marketing or accounting
 * @param location as {@code customerClass}
 * @param taxKey as {@code customerClass}
 * @param termsCode terms of payment; as {@code customerClass}
 */
public record NewCustomerDefaults(
        @Nullable String customerClass,
        @Nullable String priceGroup,
        LedgerUse ledgerUse,
        @Nullable String location,
        @Nullable String taxKey,
        @Nullable String termsCode) {
    public static final int MAX_LENGTH = 40;

    public NewCustomerDefaults {
        requireUnlessNull("NewCustomerDefaults.customerClass", customerClass);
        requireUnlessNull("NewCustomerDefaults.priceGroup", priceGroup);
        requireUnlessNull("NewCustomerDefaults.location", location);
        requireUnlessNull("NewCustomerDefaults.taxKey", taxKey);
        requireUnlessNull("NewCustomerDefaults.termsCode", termsCode);
    }

    public static Builder builder(LedgerUse ledgerUse) {
        return new Builder(ledgerUse);
    }

    private static void requireUnlessNull(String what, @Nullable String value) {
        if (value != null) {
            Texts.requireCode(what, value, MAX_LENGTH);
        }
    }

    /** Puts a register's defaults together; what is not set is null. Not thread-safe. */
    public static final class Builder {
        private final LedgerUse ledgerUse;
        private @Nullable String customerClass;
        private @Nullable String priceGroup;
        private @Nullable String location;
        private @Nullable String taxKey;
        private @Nullable String termsCode;

        private Builder(LedgerUse ledgerUse) {
            this.ledgerUse = ledgerUse;
        }

        public Builder customerClass(@Nullable String code) {
            customerClass = code;
            return this;
        }

        public Builder priceGroup(@Nullable String code) {
            priceGroup = code;
            return this;
        }

        public Builder location(@Nullable String code) {
            location = code;
            return this;
        }

        public Builder taxKey(@Nullable String code) {
            taxKey = code;
            return this;
        }

        public Builder termsCode(@Nullable String code) {
            termsCode = code;
            return this;
        }

        public NewCustomerDefaults build() {
            return new NewCustomerDefaults(customerClass, priceGroup, ledgerUse, location, taxKey, termsCode);
        }
    }
}

package org.openmembership.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;

/**
 * A phone number as it was typed (A10).
 *
 * @param typed the number; without a country code it belongs to the shop's region
 * @param type what sort of phone it reaches; OTHER where it is null
 */
public record RequestedPhone(
        @NotNull @Size(min = 1, max = PhoneNumber.MAX_LENGTH) @Nullable
        String typed,

        @Nullable PhoneType type) {
    public static RequestedPhone of(@Nullable String typed, @Nullable PhoneType type) {
        return new RequestedPhone(typed, type);
    }

    @Override
    public String toString() {
        return "RequestedPhone[***]";
    }
}

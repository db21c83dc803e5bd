package org.openmembership.customer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what somebody may be written to (C54, D3, D30). */
public enum ContactChannel {
    EMAIL,
    SMS,
    POST;

    /** Email first: where several messages are due to one customer, this is their order (D8). */
    public static final List<ContactChannel> IN_ORDER = List.of(values());

    /**
     * Where this channel reaches a customer (D5): the email; the first mobile number that could be read, else the first
     * number that could; the primary postal address. Empty where there is none, so that there is nothing to consent to.
     */
    public Optional<ContactPoint> pointOf(Customer customer) {
        return switch (this) {
            case EMAIL -> Optional.ofNullable(customer.email());
            case SMS -> number(customer);
            case POST -> customer.primaryAddress().map(address -> address);
        };
    }

    /** Whether messages are sent by this library's notifier, and so a code can be. */
    public boolean carriesMessages() {
        return this != POST;
    }

    private static Optional<ContactPoint> number(Customer customer) {
        Optional<PhoneNumber> mobile = firstRead(customer, PhoneType.MOBILE);
        return mobile.or(() -> firstRead(customer, null)).map(PhoneNumber::e164);
    }

    private static Optional<PhoneNumber> firstRead(Customer customer, @Nullable PhoneType type) {
        return customer.phones().stream()
                .filter(phone -> phone.e164() != null && (type == null || phone.type() == type))
                .findFirst();
    }
}

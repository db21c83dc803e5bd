package org.openmembership.customer;

import java.util.Optional;

/**
 * Type, status and active flag of a customer: three separate things (C45, R12).
 *
 * <p>Whoever awaits approval is a trade customer and not active; all else goes together freely.
 *
 * @param active whether the customer may use the account (C23)
 */
public record CustomerStanding(CustomerType type, CustomerStatus status, boolean active) {
    public CustomerStanding {
        boolean pending = status == CustomerStatus.PENDING_APPROVAL;
        if (pending && (type != CustomerType.TRADE || active)) {
            throw new IllegalArgumentException("CustomerStanding: who awaits approval is trade and not active");
        }
    }

    /** A new retail customer, usable immediately (C44). */
    public static CustomerStanding retail(CustomerStatus status) {
        return new CustomerStanding(CustomerType.RETAIL, status, true);
    }

    /** A new trade customer, who waits for somebody to confirm (C23, C41, C51). */
    public static CustomerStanding applicant() {
        return new CustomerStanding(CustomerType.TRADE, CustomerStatus.PENDING_APPROVAL, false);
    }

    public boolean isPending() {
        return status == CustomerStatus.PENDING_APPROVAL;
    }

    /** Whether online orders are taken: not of who is inactive or awaits approval (C23, C51). */
    public boolean mayOrderOnline() {
        return active;
    }

    /**
     * Where the customer stands after a step; empty where the step cannot be taken from here.
     *
     * <p>A step that changes nothing answers this very standing: taking it again is no mistake. Who is turned down is an
     * ordinary retail customer, whom nothing keeps from buying.
     *
     * @param hasLogin whether the customer signs in with a user of its own, which decides the status after a decision (R12)
     */
    public Optional<CustomerStanding> after(StandingStep step, boolean hasLogin) {
        return switch (step) {
            case SERVE_IN_STORE ->
                Optional.of(status == CustomerStatus.GUEST ? withStatus(CustomerStatus.IN_STORE) : this);
            case REGISTER -> Optional.of(isPending() ? this : withStatus(CustomerStatus.REGISTERED));
            case APPLY_FOR_TRADE -> isPending() || type == CustomerType.RETAIL ? Optional.of(applicant()) : none();
            case APPROVE -> decided(CustomerType.TRADE, hasLogin);
            case REJECT -> decided(CustomerType.RETAIL, hasLogin);
            case ACTIVATE -> isPending() ? none() : Optional.of(new CustomerStanding(type, status, true));
            case DEACTIVATE -> Optional.of(new CustomerStanding(type, status, false));
        };
    }

    private Optional<CustomerStanding> decided(CustomerType decision, boolean hasLogin) {
        CustomerStatus then = hasLogin ? CustomerStatus.REGISTERED : CustomerStatus.IN_STORE;
        return isPending() ? Optional.of(new CustomerStanding(decision, then, true)) : none();
    }

    private CustomerStanding withStatus(CustomerStatus other) {
        return new CustomerStanding(type, other, active);
    }

    private static Optional<CustomerStanding> none() {
        return Optional.empty();
    }
}

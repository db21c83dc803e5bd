package org.openmembership.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmembership.customer.CustomerStatus.GUEST;
import static org.openmembership.customer.CustomerStatus.IN_STORE;
import static org.openmembership.customer.CustomerStatus.PENDING_APPROVAL;
import static org.openmembership.customer.CustomerStatus.REGISTERED;
import static org.openmembership.customer.CustomerType.RETAIL;
import static org.openmembership.customer.CustomerType.TRADE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;

/** Every step from everywhere: the whole table, written down once more. */
@Requirement({"C45", "R12"})
final class CustomerStandingTest {
    private static final List<CustomerStanding> ALL = all();

    @Test
    @Requirement({"C23", "C51"})
    void who_awaits_approval_is_a_trade_customer_and_not_active() {
        assertThat(ALL).hasSize(13);
        assertThatThrownBy(() -> new CustomerStanding(RETAIL, PENDING_APPROVAL, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CustomerStanding(TRADE, PENDING_APPROVAL, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(CustomerStanding.applicant()).isEqualTo(new CustomerStanding(TRADE, PENDING_APPROVAL, false));
    }

    @Test
    @Requirement("C44")
    void a_retail_customer_is_usable_immediately() {
        assertThat(CustomerStanding.retail(GUEST)).isEqualTo(new CustomerStanding(RETAIL, GUEST, true));
    }

    @Test
    void every_step_from_everywhere_leads_where_the_table_says() {
        for (CustomerStanding from : ALL) {
            for (StandingStep step : StandingStep.values()) {
                for (boolean hasLogin : new boolean[] {false, true}) {
                    assertThat(from.after(step, hasLogin))
                            .as(from + " " + step + " " + hasLogin)
                            .isEqualTo(Optional.ofNullable(expected(from, step, hasLogin)));
                }
            }
        }
    }

    @Test
    void a_step_taken_again_changes_nothing_or_is_refused() {
        for (CustomerStanding from : ALL) {
            for (StandingStep step : StandingStep.values()) {
                from.after(step, true)
                        .ifPresent(once ->
                                assertThat(once.after(step, true).orElse(once)).isEqualTo(once));
            }
        }
    }

    /** The table, row by row, in the words of the requirements. */
    @SuppressWarnings("NullAway") // null is: cannot be done
    private static CustomerStanding expected(CustomerStanding from, StandingStep step, boolean hasLogin) {
        boolean pending = from.status() == PENDING_APPROVAL;
        return switch (step) {
            case SERVE_IN_STORE -> from.status() == GUEST ? with(from, IN_STORE) : from; // C48
            case REGISTER -> pending ? from : with(from, REGISTERED); // C46, C50, C51
            case APPLY_FOR_TRADE -> pending || from.type() == RETAIL ? CustomerStanding.applicant() : null; // C41
            case APPROVE -> pending ? new CustomerStanding(TRADE, hasLogin ? REGISTERED : IN_STORE, true) : null; // R12
            case REJECT -> pending ? new CustomerStanding(RETAIL, hasLogin ? REGISTERED : IN_STORE, true) : null;
            case ACTIVATE -> pending ? null : new CustomerStanding(from.type(), from.status(), true); // C23
            case DEACTIVATE -> new CustomerStanding(from.type(), from.status(), false); // C23
        };
    }

    private static CustomerStanding with(CustomerStanding from, CustomerStatus status) {
        return new CustomerStanding(from.type(), status, from.active());
    }

    private static List<CustomerStanding> all() {
        List<CustomerStanding> all = new ArrayList<>();
        for (CustomerType type : CustomerType.values()) {
            for (CustomerStatus status : CustomerStatus.values()) {
                if (status != PENDING_APPROVAL) {
                    all.add(new CustomerStanding(type, status, true));
                    all.add(new CustomerStanding(type, status, false));
                }
            }
        }
        all.add(CustomerStanding.applicant());
        return all;
    }
}

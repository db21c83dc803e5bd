package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.payonaccount.OnAccountRequest;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.testkit.Requirement;

/** B14: every operation in every state of customers who apply for trade; each cell is written down here. */
@Requirement("B14")
final class B14TradeStatesTest extends ProvenPeople {
    @Test
    void customers_who_apply_for_trade() {
        Map<String, Supplier<CustomerId>> states = new LinkedHashMap<>();
        states.put("in store", () -> customer(NewCustomerKind.IN_STORE));
        states.put("guest", () -> customer(NewCustomerKind.GUEST));
        states.put("applicant", () -> customer(NewCustomerKind.TRADE_APPLICANT));
        states.put("approved", () -> {
            CustomerId customer = customer(NewCustomerKind.TRADE_APPLICANT);
            door.customers().approve(customer);
            return customer;
        });
        states.put("turned down", () -> {
            CustomerId customer = customer(NewCustomerKind.TRADE_APPLICANT);
            door.customers().reject(customer);
            return customer;
        });
        states.put("inactive", () -> {
            CustomerId customer = customer(NewCustomerKind.IN_STORE);
            door.customers().deactivate(customer);
            return customer;
        });
        states.put("member's", () -> active().customer());
        states.put("merged away", () -> {
            CustomerId customer = customer(NewCustomerKind.TRADE_APPLICANT);
            assertThat(door.merging()
                            .merge(MergeRequest.of(customer(NewCustomerKind.IN_STORE), List.of(customer), shop.key())))
                    .isInstanceOf(Merged.class);
            return customer;
        });
        states.put("erased", () -> {
            CustomerId customer = customer(NewCustomerKind.IN_STORE);
            erase((Requested) door.erasures().request(customer, WHY, IdentityProof.DOCUMENT_SEEN));
            return customer;
        });
        states.put("unknown", () -> CustomerId.of("nobody"));
        Map<String, Function<CustomerId, Object>> operations = new LinkedHashMap<>();
        operations.put("apply", customer -> door.customers().applyForTrade(customer));
        operations.put("approve", customer -> door.customers().approve(customer));
        operations.put("turn down", customer -> door.customers().reject(customer));
        operations.put("activate", customer -> door.customers().activate(customer));
        operations.put("deactivate", customer -> door.customers().deactivate(customer));
        operations.put("serve in store", customer -> door.customers().serveInStore(customer));
        operations.put("invite", customer -> door.inviting().invite(customer));
        operations.put(
                "charge",
                customer -> door.payOnAccount()
                        .charge(OnAccountRequest.of(customer, Money.of(CurrencyUnit.EUR, 5), shop.key())));
        operations.put("erase", customer -> door.erasures().request(customer, WHY, IdentityProof.DOCUMENT_SEEN));

        assertThat(States.table(states, operations)).isEqualTo("""
            apply:
              Edited: in store, guest, applicant, turned down, inactive, member's, merged away
              Refused WRONG_STATUS: approved
              Refused UNKNOWN_CUSTOMER: erased, unknown
            approve:
              Refused WRONG_STATUS: in store, guest, approved, turned down, inactive, member's, merged away
              Edited: applicant
              Refused UNKNOWN_CUSTOMER: erased, unknown
            turn down:
              Refused WRONG_STATUS: in store, guest, approved, turned down, inactive, member's, merged away
              Edited: applicant
              Refused UNKNOWN_CUSTOMER: erased, unknown
            activate:
              Edited: in store, guest, approved, turned down, inactive, member's, merged away
              Refused WRONG_STATUS: applicant
              Refused UNKNOWN_CUSTOMER: erased, unknown
            deactivate:
              Edited: in store, guest, applicant, approved, turned down, inactive, member's, merged away
              Refused UNKNOWN_CUSTOMER: erased, unknown
            serve in store:
              Edited: in store, guest, applicant, approved, turned down, inactive, member's, merged away
              Refused UNKNOWN_CUSTOMER: erased, unknown
            invite:
              Invited: in store, guest, approved, turned down, merged away
              Refused INACTIVE: applicant, inactive
              Refused HAS_MEMBER: member's
              Refused UNKNOWN_CUSTOMER: erased, unknown
            charge:
              Refused NOT_GRANTED: in store, guest, applicant, approved, turned down, inactive, member's, merged away
              Refused UNKNOWN_CUSTOMER: erased, unknown
            erase:
              Requested: in store, guest, applicant, approved, turned down, inactive, member's, merged away
              AlreadyErased: erased
              UnknownPerson: unknown
            """);
    }

    private CustomerId customer(NewCustomerKind kind) {
        CustomerForm form =
                CustomerForm.builder().name("Ada", "Byron").email(address()).build();
        return ((Created) door.customers().create(shop.key(), kind, form))
                .customer()
                .id();
    }
}

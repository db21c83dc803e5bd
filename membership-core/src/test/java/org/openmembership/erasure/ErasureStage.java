package org.openmembership.erasure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openmembership.MembershipBuilder;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.privacy.Person;
import org.openmembership.privacy.PersonalDataHolder;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.PlantedPerson;
import org.openmembership.testing.ShopTest;

/** Somebody with everything a person can have, in a shop whose host has orders and holds records of its own. */
abstract class ErasureStage extends ShopTest {
    static final ReasonCode ASKED = ReasonCode.of("ASKED");

    final List<String> orders = new ArrayList<>();
    final Baskets baskets = new Baskets();

    final PlantedPerson planted() {
        return PlantedPerson.in(shop, this::ports);
    }

    final MembershipBuilder ports(MembershipBuilder builder) {
        return builder.openOrders(person -> orders).personalDataHolder(baskets);
    }

    final ErasureId requested(PlantedPerson person) {
        Requested asked =
                (Requested) person.membership.erasures().request(person.member, ASKED, IdentityProof.SIGNED_IN);
        return asked.erasure().id();
    }

    final Erasure erased(PlantedPerson person) {
        ErasureId id = requested(person);
        shop.time().advance(Duration.ofDays(8));
        return ((Erased) person.membership.erasures().execute(id)).receipt();
    }

    final CustomerId customer() {
        CustomerForm form = CustomerForm.builder().name("Al", "One").build();
        return ((CreationResult.Created)
                        shop.membership().customers().create(shop.key(), NewCustomerKind.IN_STORE, form))
                .customer()
                .id();
    }

    /** A holder of the host's: two records of everybody, which go once. */
    static final class Baskets implements PersonalDataHolder {
        boolean broken;
        int erased;

        @Override
        public String code() {
            return "BASKETS";
        }

        @Override
        public long plan(Person person) {
            return 2;
        }

        @Override
        public long erase(Person person) {
            if (broken) {
                throw new IllegalStateException("no connection");
            }
            erased++;
            return 2;
        }
    }
}

package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.SaleAssignment;
import org.openmembership.shared.ExternalKey;

/** What every storage keeps of sales that became somebody else's. */
@Requirement({"D10", "D12", "D13"})
public abstract class SaleAssignmentContract extends StoreContract {
    @Test
    void assignments_of_a_sale_are_read_back_by_number_and_by_key() {
        ExternalKey sale = sale();
        MemberId ada = story().member().id();
        SaleAssignment first = assignment(sale, 1, null, ada);
        SaleAssignment second = assignment(sale, 2, ada, null);
        add(second, first, assignment(sale(), 1, null, ada));

        List<SaleAssignment> found = read(stores -> stores.purchases().assignments(sale));
        assertThat(found).containsExactly(first, second);
        Optional<SaleAssignment> byKey = read(stores -> stores.purchases().assignment(second.key()));
        assertThat(byKey).contains(second);
        Optional<SaleAssignment> none = read(stores -> stores.purchases().assignment(sale));
        assertThat(none).isEmpty();
    }

    @Test
    @Requirement("R32")
    void of_two_who_assign_at_once_one_is_run_again() {
        ExternalKey sale = sale();
        MemberId ada = story().member().id();
        SaleAssignment first = assignment(sale, 1, null, ada);
        add(first);
        SaleAssignment same = new SaleAssignment(first.key(), sale, 2, null, ada, first.at());

        assertAlwaysLost(stores -> stores.purchases().add(assignment(sale, 1, null, ada)));
        assertAlwaysLost(stores -> stores.purchases().add(same));
    }

    private ExternalKey sale() {
        KeptPurchase kept = AnyPurchase.kept(AnyPurchase.anyFullPurchase(Buyer.GUEST));
        write(stores -> stores.purchases().addAll(List.of(kept)));
        return kept.purchase().key();
    }

    private static SaleAssignment assignment(
            ExternalKey sale, int number, @Nullable MemberId from, @Nullable MemberId to) {
        return new SaleAssignment(AnyPurchase.anyReceipt(), sale, number, from, to, Any.minute(number));
    }

    private void add(SaleAssignment... assignments) {
        write(stores -> List.of(assignments).forEach(stores.purchases()::add));
    }
}

package org.openmembership.testkit;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;

/** Three members with an account each, who become one and three again. */
abstract class SurvivorStage extends StoreContract {
    Club club = AnyClub.anyClub();
    Member ada = AnyMember.anyImportedMember(null);
    Member eve = ada;
    Member bea = ada;
    AccountId adas = AnyClub.anyAccountId();
    AccountId eves = adas;
    AccountId beas = adas;

    @BeforeEach
    void three_members() {
        club = story().club();
        ada = story().member();
        eve = story().member();
        bea = story().member();
        adas = story().account(club, ada).id();
        eves = story().account(club, eve).id();
        beas = story().account(club, bea).id();
    }

    /** Eve's account to Bea's, and that to Ada's; of the members, both are Ada. */
    final void merge() {
        write(stores -> {
            for (Member other : List.of(eve, bea)) {
                stores.members().relink(other.id(), ada.id(), other.links().get(0));
                stores.merges().redirect(other.mergedAway(), ada.id());
            }
            stores.accounts().succeed(eves, beas, null);
            stores.accounts().succeed(beas, adas, null);
        });
    }

    final void unmerge() {
        write(stores -> {
            for (Member other : List.of(eve, bea)) {
                stores.members().relink(ada.id(), other.id(), other.links().get(0));
                stores.merges()
                        .restore(other.mergedAway()
                                .restored(
                                        Objects.requireNonNull(other.user()),
                                        other.links(),
                                        Objects.requireNonNull(other.primary())));
            }
            stores.accounts().separate(eves);
            stores.accounts().separate(beas);
        });
    }

    final KeptPurchase bought(Member by, int minute, String amount) {
        MemberId id = by.id();
        return keep(AnyPurchase.kept(
                AnyPurchase.anyPurchase(Buyer.member(id), Any.minute(minute), AnyPurchase.anyLine(1, amount)), id));
    }

    final KeptPurchase bought(CustomerId by, int minute) {
        return keep(AnyPurchase.kept(AnyPurchase.anyPurchase(Buyer.customer(by), Any.minute(minute), "1.00")));
    }

    final KeptPurchase keep(KeptPurchase kept) {
        write(stores -> stores.purchases().addAll(List.of(kept)));
        return kept;
    }

    final Customer add(Customer customer) {
        write(stores -> stores.customers().add(customer));
        return customer;
    }
}

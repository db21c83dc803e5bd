package org.openmembership.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.privacy.ErasedAccount;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.privacy.Person;
import org.openmembership.privacy.PrivacyStore;
import org.openmembership.privacy.Tombstone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.Topic;

/** Persons and their erasures, as tests of {@link PrivacyStore} make them. */
abstract class PrivacyContract extends StoreContract {
    static final Instant AT = Any.minute(7);

    Erasure erase(Topic person, Tombstone... more) {
        Erasure asked = Erasure.requested(anyId(), person, request());
        write(stores -> stores.privacy().add(asked));
        Person records = person(person).orElseThrow();
        ErasedAccount account = new ErasedAccount(
                AccountId.of("account-1"),
                ClubId.of("club"),
                ErasedAccount.Outcome.LEFT,
                Points.of(3),
                MemberId.of("other"));
        Erasure receipt = asked.erased(
                new Erasure.Done(Actor.SYSTEM, AT, records, List.of(account)), List.of("BASKETS", "MAILS"));
        List<Tombstone> names = new ArrayList<>(List.of(more));
        records.customers().forEach(customer -> names.add(Tombstone.of(customer)));
        records.members().forEach(member -> names.add(Tombstone.of(member)));
        records.users().forEach(user -> names.add(Tombstone.of(user)));
        write(stores -> stores.privacy().erase(receipt, names));
        return receipt;
    }

    Optional<Person> person(Topic person) {
        return storage().inUnitOfWork(stores -> stores.privacy().personForUpdate(person));
    }

    static ErasureId anyId() {
        return ErasureId.of(Any.any("erasure"));
    }

    static Erasure.Request request() {
        return new Erasure.Request(
                Actor.staff("clerk-1"),
                ReasonCode.of("ASKED"),
                IdentityProof.DOCUMENT_SEEN,
                Any.minute(1),
                Any.minute(5));
    }

    static Topic topic(MemberId member) {
        return new Topic(Topic.Kind.MEMBER, member.value());
    }

    static Topic topic(CustomerId customer) {
        return new Topic(Topic.Kind.CUSTOMER, customer.value());
    }
}

package org.openmembership.testkit;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merge.MergeMove;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.LoginHistory;
import org.openmembership.privacy.Person;
import org.openmembership.privacy.PrivacyStore;
import org.openmembership.privacy.Tombstone;
import org.openmembership.shared.Topic;
import org.openmembership.user.UserId;

final class InMemoryPrivacy implements PrivacyStore {
    private final State state;

    InMemoryPrivacy(State state) {
        this.state = state;
    }

    @Override
    public void add(Erasure erasure) {
        if (waitingFor(erasure.person()).isPresent()) {
            throw new RaceLostException(erasure.person() + " has an erasure that waits");
        }
        state.erasures.add(erasure.id(), erasure);
    }

    @Override
    public void update(Erasure erasure) {
        boolean next = find(erasure.id())
                .filter(before -> before.version() == erasure.version() - 1)
                .isPresent();
        if (!next) {
            throw new RaceLostException("erasure " + erasure.id() + " has another version");
        }
        state.erasures.put(erasure.id(), erasure);
    }

    @Override
    public Optional<Erasure> find(ErasureId id) {
        return state.erasures.find(id);
    }

    @Override
    public Optional<Erasure> waitingFor(Topic person) {
        return state.erasures
                .values()
                .filter(erasure -> erasure.state() == Erasure.State.REQUESTED)
                .filter(erasure -> erasure.person().equals(person))
                .findFirst();
    }

    @Override
    public Optional<Erasure> erasureOf(Tombstone name) {
        return state.erasures
                .values()
                .filter(erasure ->
                        state.tombstones.find(Key.of(name, erasure.id())).isPresent())
                .findFirst();
    }

    @Override
    public List<Tombstone> among(Collection<Tombstone> names) {
        return new TreeSet<>(names)
                .stream()
                        .filter(name -> {
                            Key prefix = Key.of(name);
                            return state.tombstones
                                    .between(prefix, prefix.end())
                                    .findFirst()
                                    .isPresent();
                        })
                        .toList();
    }

    @Override
    public Optional<Person> personForUpdate(Topic person) {
        return switch (person.kind()) {
            case MEMBER -> person(MemberId.of(person.id()));
            case CUSTOMER -> person(CustomerId.of(person.id()));
            default -> Optional.empty();
        };
    }

    private Optional<Person> person(CustomerId id) {
        CustomerId customer = state.redirects.find(id).orElse(id);
        Optional<MemberId> member = state.membersByCustomer.find(customer);
        if (member.isPresent()) {
            return person(member.get());
        }
        return state.customers
                .find(customer)
                .map(found -> new Person(withMerged(List.of(customer)), new TreeSet<>(), new TreeSet<>()));
    }

    private Optional<Person> person(MemberId id) {
        MemberId survivor = state.memberRedirects.find(id).orElse(id);
        return state.members.find(survivor).map(member -> {
            Key prefix = Key.of(survivor);
            List<CustomerId> linked = state.links
                    .between(prefix, prefix.end())
                    .map(CustomerLink::customer)
                    .toList();
            NavigableSet<MemberId> members = new TreeSet<>(List.of(survivor));
            state.members
                    .values()
                    .map(Member::id)
                    .filter(other -> survivor.equals(state.memberRedirects.get(other)))
                    .forEach(members::add);
            NavigableSet<UserId> users = formerUsers(members);
            if (member.user() != null) {
                users.add(member.user());
            }
            return new Person(withMerged(linked), members, users);
        });
    }

    private NavigableSet<CustomerId> withMerged(List<CustomerId> survivors) {
        NavigableSet<CustomerId> all = new TreeSet<>(survivors);
        state.customers
                .values()
                .map(Customer::id)
                .filter(id ->
                        state.redirects.find(id).filter(survivors::contains).isPresent())
                .forEach(all::add);
        return all;
    }

    /** Those who signed in before merges that hold, and are nobody else's since. */
    private NavigableSet<UserId> formerUsers(NavigableSet<MemberId> members) {
        NavigableSet<UserId> users = new TreeSet<>();
        state.merges
                .values()
                .filter(merge -> merge.undone().isEmpty())
                .flatMap(merge -> merge.of(MergeMove.Kind.USER))
                .filter(move -> members.contains(MemberId.of(move.subject())))
                .map(move -> UserId.of(move.from()))
                .filter(user -> !state.membersByUser.contains(user))
                .forEach(users::add);
        return users;
    }

    @Override
    public LoginHistory logins(Person person) {
        return new LoginHistory(
                state.registrations
                        .values()
                        .filter(registration ->
                                person.users().contains(registration.subject().user()))
                        .toList(),
                state.confirmations
                        .values()
                        .filter(confirmation -> confirmation.subject() != null
                                && person.users()
                                        .contains(confirmation.subject().user()))
                        .toList());
    }

    @Override
    public void erase(Erasure erasure, Collection<Tombstone> names) {
        Person person = requireNonNull(erasure.done()).records();
        new InMemoryOblivion(state).takeOut(person);
        update(erasure);
        names.forEach(name -> state.tombstones.put(Key.of(name, erasure.id()), name));
    }
}

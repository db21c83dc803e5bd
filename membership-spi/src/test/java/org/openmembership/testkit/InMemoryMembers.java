package org.openmembership.testkit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailKey;
import org.openmembership.member.AddressHolders;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.MatchingCustomer;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.member.MemberStore;
import org.openmembership.member.PersonalDetails;
import org.openmembership.member.Registration;
import org.openmembership.member.RegistrationFacts;
import org.openmembership.shared.Block;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

final class InMemoryMembers implements MemberStore {
    private static final Comparator<MemberStanding> ACTIVE_FIRST = Comparator.comparing(
                    (MemberStanding standing) -> !standing.isActive())
            .thenComparing(MemberStanding::member);

    private final State state;
    private final InMemoryCustomers customers;
    private final InMemoryUsers users;

    InMemoryMembers(State state) {
        this.state = state;
        this.customers = new InMemoryCustomers(state);
        this.users = new InMemoryUsers(state);
    }

    @Override
    public void add(Member member) {
        state.members.add(member.id(), member);
        if (member.reference() != null) {
            state.membersByReference.add(member.reference(), member.id());
        }
        index(member);
        link(member.id(), member.links());
    }

    @Override
    public void update(Member member) {
        Member stored = state.members
                .find(member.id())
                .filter(before -> before.version() == member.version() - 1)
                .orElseThrow(() -> new RaceLostException(member + " has another version"));
        unindex(stored);
        Member changed = with(member, stored.reference(), member.links());
        state.members.put(member.id(), changed);
        index(changed);
    }

    @Override
    public void pretend(PersonalDetails details) {
        // nothing here costs a round trip
    }

    @Override
    public void link(MemberId member, List<CustomerLink> links) {
        for (CustomerLink link : links) {
            state.membersByCustomer.add(link.customer(), member);
            state.links.put(Key.of(member, link.linkedAt(), link.customer()), link);
        }
    }

    @Override
    public Map<MemberId, Block> blocks(Set<MemberId> members) {
        Map<MemberId, Block> found = new HashMap<>();
        members.forEach(member -> state.memberBlocks.find(member).ifPresent(block -> found.put(member, block)));
        return found;
    }

    @Override
    public void block(MemberId member, @Nullable Block block) {
        if (block == null) {
            state.memberBlocks.remove(member);
        } else {
            state.memberBlocks.put(member, block);
        }
    }

    @Override
    public void relink(MemberId from, MemberId to, CustomerLink link) {
        unlink(from, link.customer());
        link(to, List.of(link));
    }

    @Override
    public void unlink(MemberId member, CustomerId customer) {
        Key prefix = Key.of(member);
        state.links
                .between(prefix, prefix.end())
                .filter(link -> link.customer().equals(customer))
                .toList()
                .forEach(link -> state.links.remove(Key.of(member, link.linkedAt(), customer)));
        state.membersByCustomer.remove(customer);
    }

    @Override
    public Optional<Member> find(MemberId id) {
        return kept(survivor(id));
    }

    /** A member as it is kept, merged away or not. */
    Optional<Member> kept(MemberId id) {
        return state.members.find(id).map(this::whole);
    }

    private MemberId survivor(MemberId id) {
        return state.memberRedirects.find(id).orElse(id);
    }

    @Override
    public List<Member> withReferences(Set<ExternalKey> references) {
        return references.stream()
                .sorted()
                .map(state.membersByReference::find)
                .flatMap(Optional::stream)
                .map(this::kept)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<MemberStanding> standing(MemberId id) {
        return state.members.find(survivor(id)).map(this::standing);
    }

    @Override
    public Optional<MemberStanding> standingForUpdate(MemberId id) {
        return standing(id);
    }

    @Override
    public Optional<MemberStanding> standingWithUsername(Username username) {
        return state.usersByName
                .find(username)
                .flatMap(state.membersByUser::find)
                .flatMap(this::standing);
    }

    @Override
    public Optional<MemberStanding> standingOfCustomer(CustomerId customer) {
        return state.membersByCustomer.find(customer).flatMap(this::standing);
    }

    @Override
    public Optional<MemberStanding> standingOfCustomer(ExternalKey reference) {
        return state.customersByReference.find(reference).flatMap(this::standingOfCustomer);
    }

    @Override
    public List<MemberStanding> standingsWithEmail(EmailKey email) {
        return withEmail(email)
                .map(Member::id)
                .map(this::standing)
                .flatMap(Optional::stream)
                .distinct()
                .sorted(ACTIVE_FIRST)
                .toList();
    }

    @Override
    public List<MemberStanding> standingsWithPhone(E164 phone, int limit) {
        Key prefix = Key.of(phone);
        return state.membersByPhone
                .between(prefix, prefix.end())
                .map(this::standing)
                .flatMap(Optional::stream)
                .distinct()
                .sorted(ACTIVE_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public AddressHolders holders(EmailKey email) {
        Stream<User> named = users.withUsername(Username.of(email)).stream();
        List<AddressHolders.Holder> holders = Stream.concat(named, users.withEmail(email))
                .distinct()
                .sorted(Comparator.comparing(User::username))
                .map(user -> new AddressHolders.Holder(user, holding(user)))
                .toList();
        Optional<MemberId> imported = withEmail(email)
                .filter(member -> member.status() == MemberStatus.IMPORTED)
                .min(Comparator.comparing((Member member) -> member.times().createdAt())
                        .thenComparing(Member::id))
                .map(Member::id);
        return new AddressHolders(holders, imported.orElse(null));
    }

    private AddressHolders.@Nullable HoldingMember holding(User user) {
        Member member = memberOf(user.id());
        return member == null ? null : AddressHolders.HoldingMember.of(member);
    }

    @Override
    public List<MatchingCustomer> matchingCustomersForUpdate(EmailKey email) {
        return customers.withEmail(email).stream()
                .map(customer -> new MatchingCustomer(customer, state.membersByCustomer.get(customer.id())))
                .toList();
    }

    @Override
    public void add(Registration registration) {
        state.registrations.add(registration.id(), registration);
    }

    @Override
    public void update(Registration changed) {
        Registration stored = findRegistration(changed.id())
                .filter(before -> before.version() == changed.version() - 1)
                .orElseThrow(() -> new RaceLostException(changed + " has another version"));
        Registration merged = new Registration(
                stored.id(),
                stored.subject(),
                stored.email(),
                stored.details(),
                stored.terms(),
                stored.accepts(),
                changed.secrets(),
                changed.attempts(),
                changed.state(),
                changed.version());
        state.registrations.put(merged.id(), merged);
    }

    @Override
    public Optional<Registration> findRegistration(RegistrationId id) {
        return state.registrations.find(id);
    }

    @Override
    public Optional<RegistrationFacts> registrationForUpdate(RegistrationId id) {
        return findRegistration(id).map(this::facts);
    }

    void takeOut(Member member) {
        unindex(member);
        if (member.reference() != null) {
            state.membersByReference.remove(member.reference());
        }
        state.members.remove(member.id());
    }

    private RegistrationFacts facts(Registration registration) {
        User user = users.find(registration.subject().user())
                .orElseThrow(() -> new IllegalStateException(registration + " is of no user"));
        MemberId member = registration.subject().member();
        return new RegistrationFacts(
                registration, user, member == null ? null : find(member).orElse(null));
    }

    private @Nullable Member memberOf(UserId user) {
        return state.membersByUser.find(user).flatMap(this::find).orElse(null);
    }

    private Stream<Member> withEmail(EmailKey email) {
        Key prefix = Key.of(email);
        return state.membersByEmail
                .between(prefix, prefix.end())
                .map(this::kept)
                .flatMap(Optional::stream);
    }

    /** The member as it is kept: as last written, with all links made since. */
    private Member whole(Member written) {
        Key prefix = Key.of(written.id());
        List<CustomerLink> links = state.links.between(prefix, prefix.end()).toList();
        return with(written, written.reference(), links);
    }

    private static Member with(Member member, @Nullable ExternalKey reference, List<CustomerLink> links) {
        return new Member(
                member.id(),
                reference,
                member.user(),
                member.email(),
                member.details(),
                member.status(),
                links,
                member.primary(),
                member.terms(),
                member.times(),
                member.version());
    }

    private void index(Member member) {
        MemberId id = member.id();
        if (member.user() != null) {
            state.membersByUser.add(member.user(), id);
        }
        member.emailKey().ifPresent(email -> state.membersByEmail.put(Key.of(email, id), id));
        phones(member).forEach(phone -> state.membersByPhone.put(Key.of(phone, id), id));
    }

    private void unindex(Member member) {
        MemberId id = member.id();
        if (member.user() != null) {
            state.membersByUser.remove(member.user());
        }
        member.emailKey().ifPresent(email -> state.membersByEmail.remove(Key.of(email, id)));
        phones(member).forEach(phone -> state.membersByPhone.remove(Key.of(phone, id)));
    }

    private static Stream<E164> phones(Member member) {
        return member.details().phones().stream().flatMap(phone -> Stream.ofNullable(phone.e164()));
    }

    private MemberStanding standing(Member member) {
        return new MemberStanding(
                member.id(), member.status(), member.user(), state.memberBlocks.contains(member.id()));
    }
}

package org.openmembership.groups;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.consent.CustomerConsents;
import org.openmembership.consent.KeptConsents;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.CustomerTicks;
import org.openmembership.group.GroupEvent.GroupDefined;
import org.openmembership.group.GroupMembership;
import org.openmembership.group.GroupTick;
import org.openmembership.groups.DefinitionResult.Defined;
import org.openmembership.groups.DefinitionResult.OfAnotherKind;
import org.openmembership.groups.DefinitionResult.TooManyGroups;
import org.openmembership.groups.GroupChoice.Chosen;
import org.openmembership.groups.GroupChoice.Problem;
import org.openmembership.groups.GroupChoice.Reason;
import org.openmembership.groups.GroupChoice.Refused;
import org.openmembership.groups.GroupChoice.UnknownCustomer;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.step.Facts;
import org.openmembership.step.GroupChanges;
import org.openmembership.step.Redirects;
import org.openmembership.storage.Stores;

/** The door to customer groups (C9, C54). Thread-safe. */
public final class Groups {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Groups(Caller caller) {
        this.caller = caller;
    }

    /**
     * Defines a group, or gives the one of this code another name and audience; its version does not matter.
     *
     * <p>Whether it is written to, and by what, never changes. A repeat changes nothing.
     */
    public DefinitionResult define(CustomerGroup group) {
        return caller.change(Permission.DEFINE_GROUPS, Subject.NOBODY, (stores, facts) -> define(group, stores, facts));
    }

    private DefinitionResult define(CustomerGroup group, Stores stores, Facts facts) {
        List<CustomerGroup> all = stores.groups().all();
        Optional<CustomerGroup> found =
                all.stream().filter(one -> one.code().equals(group.code())).findFirst();

        if (found.isEmpty() && all.size() >= CustomerGroup.MAX_GROUPS) {
            return new TooManyGroups();
        }
        if (found.filter(one -> one.channel() != group.channel()).isPresent()) {
            return new OfAnotherKind(found.get());
        }
        CustomerGroup next = found.map(one -> one.changed(group.name(), group.audience()))
                .orElseGet(() -> new CustomerGroup(group.code(), group.name(), group.audience(), group.channel(), 1));
        if (found.filter(one -> isSame(one, next)).isPresent()) {
            return new Defined(found.get(), false);
        }

        if (found.isPresent()) {
            stores.groups().update(next);
        } else {
            stores.groups().add(next);
        }
        facts.happened(new GroupDefined(next.code(), next.version()), caller.now());
        return new Defined(next, true);
    }

    private static boolean isSame(CustomerGroup one, CustomerGroup other) {
        return one.name().equals(other.name()) && one.audience() == other.audience();
    }

    /** All groups, by code. */
    public List<CustomerGroup> all() {
        return caller.read(
                Permission.READ_CONSENTS,
                Subject.NOBODY,
                stores -> stores.groups().all());
    }

    /**
     * Every group as a tick box for one customer (C9); for a member, the public ones. Empty if there is no such customer.
     */
    public Optional<CustomerTicks> of(CustomerId customer) {
        return caller.read(stores -> {
            Optional<CustomerTicks> ticks = stores.groups().of(Redirects.follow(customer, stores));
            caller.require(Permission.READ_CONSENTS, subject(ticks));
            return ticks.map(this::shown);
        });
    }

    /**
     * Puts a customer into exactly the ticked groups (C9); a member chooses among the public ones, and stays in the private
     * ones.
     *
     * <p>Whoever is put into a group that is written to must have consented to its channel, confirmed or not (D4). All is
     * done or nothing; a repeat changes nothing. Changing private groups needs a permission of its own.
     */
    public GroupChoice choose(CustomerId customer, Set<CustomerGroupCode> ticked) {
        Instant now = caller.now();
        return caller.change((stores, facts) -> choose(customer, ticked, now, stores, facts));
    }

    private GroupChoice choose(
            CustomerId named, Set<CustomerGroupCode> ticked, Instant now, Stores stores, Facts facts) {
        CustomerId id = Redirects.follow(named, stores);
        Optional<CustomerTicks> found = stores.groups().of(id);
        caller.require(Permission.CHOOSE_GROUPS, subject(found), facts);
        if (found.isEmpty()) {
            return new UnknownCustomer();
        }
        CustomerTicks before = found.get();
        CustomerConsents consents =
                stores.consents().of(id).map(KeptConsents::consents).orElseThrow();

        List<Problem> problems = problems(before, ticked, consents);
        GroupChanges changes = GroupChanges.of(before, caller.actor(), now).choose(ticked, offered());
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }

        if (changes.groups().stream().anyMatch(group -> !group.isPublic())) {
            caller.require(Permission.ASSIGN_PRIVATE_GROUPS, subject(found), facts);
        }
        changes.keep(stores, facts);
        return new Chosen(shown(stores.groups().of(id).orElseThrow()));
    }

    private List<Problem> problems(CustomerTicks before, Set<CustomerGroupCode> ticked, CustomerConsents consents) {
        List<Problem> problems = new ArrayList<>();
        for (CustomerGroupCode code : new TreeSet<>(ticked)) {
            before.all().stream()
                    .filter(tick -> tick.group().code().equals(code))
                    .findFirst()
                    .map(tick -> problem(tick, consents))
                    .orElseGet(() -> Optional.of(Reason.UNKNOWN_GROUP))
                    .ifPresent(reason -> problems.add(new Problem(code, reason)));
        }
        return problems;
    }

    private Optional<Reason> problem(GroupTick tick, CustomerConsents consents) {
        CustomerGroup group = tick.group();
        ContactChannel channel = group.channel();
        if (!offered().test(group)) {
            return Optional.of(Reason.PRIVATE_GROUP);
        }
        boolean silent = channel != null && !consents.by(channel).state().isConsent();
        return silent && !tick.isTicked() ? Optional.of(Reason.NO_CONSENT) : Optional.empty();
    }

    /**
     * A page of those who are in a group, by customer; of one that is written to, those whose consent stands. Empty for an
     * unknown group.
     */
    public Page<GroupMembership> members(CustomerGroupCode code, Page.Request page) {
        return caller.read(
                Permission.READ_AUDIENCES,
                Subject.NOBODY,
                stores -> stores.groups().all().stream()
                        .filter(group -> group.code().equals(code))
                        .findFirst()
                        .map(group -> stores.groups().members(group, page))
                        .orElseGet(() -> new Page<>(List.of(), null)));
    }

    /** The groups that the actor may choose among. */
    private Predicate<CustomerGroup> offered() {
        boolean own = caller.actor().kind() == Actor.Kind.MEMBER;
        return group -> !own || group.isPublic();
    }

    private CustomerTicks shown(CustomerTicks ticks) {
        return new CustomerTicks(
                ticks.customer(),
                ticks.member(),
                ticks.all().stream()
                        .filter(tick -> offered().test(tick.group()))
                        .toList());
    }

    private static Subject subject(Optional<CustomerTicks> ticks) {
        return ticks.map(CustomerTicks::member)
                .filter(Objects::nonNull)
                .map(member -> new Subject(member.value()))
                .orElse(Subject.NOBODY);
    }
}

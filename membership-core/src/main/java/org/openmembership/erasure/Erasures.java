package org.openmembership.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.customer.CustomerId;
import org.openmembership.delivery.Delivery;
import org.openmembership.erasure.ErasureRequestResult.AlreadyErased;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureRequestResult.UnknownPerson;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.erasure.WithdrawalResult.TooLate;
import org.openmembership.member.MemberId;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.HolderAnswer;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.privacy.OpenOrders;
import org.openmembership.privacy.Person;
import org.openmembership.privacy.PersonalDataHolder;
import org.openmembership.privacy.PrivacyEvent;
import org.openmembership.privacy.Tombstone;
import org.openmembership.proof.Throttles;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.Topic;
import org.openmembership.step.ConsentTerms;
import org.openmembership.step.Facts;
import org.openmembership.step.Whose;
import org.openmembership.storage.Stores;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.UserId;

/**
 * The door to forgetting people: plan, blockers, execute, receipt (R17, C35-C39, B65). Thread-safe.
 *
 * <p>Whoever is asked for by one id goes with everything that belongs to the same person: a member with user and all
 * customers, whichever of them was named, and everybody who was merged into them. Such a merge is not undone any more.
 */
public final class Erasures {
    private final Caller caller;
    private final ErasurePolicy policy;
    private final OpenOrders orders;
    private final Holders holders;
    private final Throttles throttles;
    private final ConsentTerms consenting;
    private final Delivery delivery;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public Erasures(
            Caller caller,
            ErasurePolicy policy,
            OpenOrders orders,
            List<PersonalDataHolder> holders,
            Throttles throttles,
            ConsentTerms consenting,
            Delivery delivery) {
        this.caller = caller;
        this.policy = policy;
        this.orders = orders;
        this.holders = new Holders(holders);
        this.throttles = throttles;
        this.consenting = consenting;
        this.delivery = delivery;
    }

    /** What erasing a member would do now, and what stands in the way; empty for nobody. Changes nothing. */
    public Optional<ErasurePlan> plan(MemberId member) {
        return plan(topic(member));
    }

    /** What erasing a customer would do now; as {@link #plan(MemberId)} of its member, if it has one. */
    public Optional<ErasurePlan> plan(CustomerId customer) {
        return plan(topic(customer));
    }

    private Optional<ErasurePlan> plan(Topic person) {
        Instant now = caller.now();
        Optional<Reckoning> found = caller.read(stores -> {
            Optional<Person> records = stores.privacy().personForUpdate(person);
            caller.require(Permission.ERASE, Whose.records(records, stores));
            return records.map(known -> Reckoning.of(known, stores));
        });
        return found.map(known -> {
            List<Blocker> blockers = ofOrders(known.person());
            blockers.addAll(ofServer(known.person()));
            blockers.addAll(known.blockers(policy, now));
            return new ErasurePlan(known.person(), known.accounts(), blockers, holders.plan(known.person()));
        });
    }

    /**
     * Asks that a member be forgotten; the owner of each stored address is told, and it can be withdrawn until the waiting
     * time of the {@link ErasurePolicy} is over.
     *
     * @param proof how whoever calls has made sure that the member, or somebody with the right to, asks
     */
    public ErasureRequestResult request(MemberId member, ReasonCode reason, IdentityProof proof) {
        return request(topic(member), reason, proof);
    }

    /** Asks that a customer be forgotten, and the member whose customer it is; as {@link #request(MemberId, ReasonCode, IdentityProof)}. */
    public ErasureRequestResult request(CustomerId customer, ReasonCode reason, IdentityProof proof) {
        return request(topic(customer), reason, proof);
    }

    private ErasureRequestResult request(Topic person, ReasonCode reason, IdentityProof proof) {
        Instant now = caller.now();
        Erasure asked = Erasure.requested(
                ErasureId.of(caller.ids().next()),
                person,
                new Erasure.Request(caller.actor(), reason, proof, now, now.plus(policy.waitingTime())));
        List<NotificationId> notices = new ArrayList<>();
        ErasureRequestResult result = caller.change((stores, facts) -> request(asked, notices, stores, facts));
        notices.forEach(delivery::deliver);
        return result;
    }

    /** @param notices takes those that are to be delivered, in place of those of an attempt before */
    private ErasureRequestResult request(Erasure asked, List<NotificationId> notices, Stores stores, Facts facts) {
        notices.clear();
        Optional<Person> records = stores.privacy().personForUpdate(asked.person());
        caller.require(Permission.REQUEST_ERASURE, Whose.records(records, stores), facts);
        if (records.isEmpty()) {
            return stores.privacy()
                    .erasureOf(name(asked.person()))
                    .<ErasureRequestResult>map(AlreadyErased::new)
                    .orElseGet(UnknownPerson::new);
        }
        Optional<Erasure> waiting = stores.privacy().waitingFor(asked.person());
        if (waiting.isPresent()) {
            return new Requested(waiting.get(), true);
        }
        stores.privacy().add(asked);
        for (UserId user : records.get().users()) {
            NotificationId notice = NotificationId.of(caller.ids().next());
            notices.add(notice);
            stores.notifications()
                    .add(Notification.due(
                            notice,
                            NotificationPurpose.ERASURE_REQUESTED,
                            user,
                            new MessageTopic.OfUser(),
                            asked.request().at()));
        }
        Instant notBefore = asked.request().notBefore();
        facts.happened(
                new PrivacyEvent.ErasureRequested(asked.id(), asked.person(), notBefore),
                asked.request().at());
        return new Requested(asked, false);
    }

    /** Takes back that somebody be forgotten, while nothing has been done about it. */
    public WithdrawalResult withdraw(ErasureId id) {
        Instant now = caller.now();
        return caller.change((stores, facts) -> {
            Optional<Erasure> found = found(id, Permission.REQUEST_ERASURE, stores, facts);
            if (found.isEmpty()) {
                return new WithdrawalResult.UnknownErasure();
            }
            Erasure erasure = found.get();
            return switch (erasure.state()) {
                case ERASED -> new TooLate(erasure);
                case WITHDRAWN -> new WithdrawalResult.Withdrawn(erasure);
                case REQUESTED -> {
                    Erasure withdrawn = erasure.withdrawn();
                    stores.privacy().update(withdrawn);
                    facts.happened(new PrivacyEvent.ErasureWithdrawn(id, erasure.person()), now);
                    yield new WithdrawalResult.Withdrawn(withdrawn);
                }
            };
        });
    }

    /**
     * Forgets a person for good: takes every personal field out of every table, closes accounts nobody else shares and
     * leaves those that others do; then, after the commit, asks the host's holders.
     *
     * <p>A repeat changes nothing and answers with the same receipt, but asks again the holders that have not answered.
     * Inside a host's transaction holders are not asked: call again after its commit.
     */
    public ErasureResult execute(ErasureId id) {
        Instant now = caller.now();
        Optional<Person> known = caller.read(stores -> {
            Optional<Erasure> found = stores.privacy().find(id);
            caller.require(Permission.ERASE, subject(found, stores));
            return found.filter(erasure -> erasure.state() == Erasure.State.REQUESTED)
                    .flatMap(erasure -> stores.privacy().personForUpdate(erasure.person()));
        });
        List<Blocker> open = known.map(this::ofOrders).orElseGet(List::of);
        ErasureResult result = caller.change((stores, facts) -> execute(id, open, now, stores, facts));
        if (result instanceof Erased erased && !erased.receipt().isComplete() && caller.ownsTransaction()) {
            return new Erased(askHolders(erased.receipt(), now), erased.repeated());
        }
        return result;
    }

    private ErasureResult execute(ErasureId id, List<Blocker> open, Instant now, Stores stores, Facts facts) {
        Optional<Erasure> found = found(id, Permission.ERASE, stores, facts);
        if (found.isEmpty()) {
            return new ErasureResult.UnknownErasure();
        }
        Erasure erasure = found.get();
        if (erasure.state() != Erasure.State.REQUESTED) {
            return erasure.state() == Erasure.State.ERASED ? new Erased(erasure, true) : new ErasureResult.Withdrawn();
        }
        if (now.isBefore(erasure.request().notBefore())) {
            return new ErasureResult.TooEarly(erasure.request().notBefore());
        }
        Optional<Person> person = stores.privacy().personForUpdate(erasure.person());
        if (person.isEmpty()) {
            return stores.privacy()
                    .erasureOf(name(erasure.person()))
                    .<ErasureResult>map(receipt -> new Erased(receipt, true))
                    .orElseGet(ErasureResult.UnknownErasure::new);
        }
        Reckoning known = Reckoning.of(person.get(), stores);
        List<Blocker> blockers = new ArrayList<>(open);
        blockers.addAll(ofServer(known.person()));
        blockers.addAll(known.blockers(policy, now));
        if (!blockers.isEmpty()) {
            return new ErasureResult.Blocked(blockers);
        }
        Erasure receipt = erasure.erased(
                new Erasure.Done(caller.actor(), now, known.person(), known.accounts()), holders.codes());
        new Oblivion(caller, throttles, consenting, policy.emails(), now).execute(receipt, known, stores, facts);
        return new Erased(receipt, false);
    }

    private Erasure askHolders(Erasure receipt, Instant now) {
        Person records = Optional.ofNullable(receipt.done()).orElseThrow().records();
        List<HolderAnswer> answers = receipt.holders().stream()
                .filter(answer -> !answer.isDone())
                .map(answer -> holders.ask(answer, records, now))
                .toList();
        return caller.change((stores, facts) -> {
            Erasure answered = found(receipt.id(), Permission.ERASE, stores, facts)
                    .orElse(receipt)
                    .answered(answers);
            stores.privacy().update(answered);
            return answered;
        });
    }

    /** An erasure as it stands: what was asked for, or the receipt. */
    public Optional<Erasure> find(ErasureId id) {
        return caller.read(stores -> {
            Optional<Erasure> found = stores.privacy().find(id);
            caller.require(Permission.REQUEST_ERASURE, subject(found, stores));
            return found;
        });
    }

    private Optional<Erasure> found(ErasureId id, Permission permission, Stores stores, Facts facts) {
        Optional<Erasure> found = stores.privacy().find(id);
        caller.require(permission, subject(found, stores), facts);
        found.ifPresent(erasure -> facts.attempted(permission, erasure.person()));
        return found;
    }

    private List<Blocker> ofOrders(Person person) {
        List<Blocker> blockers = new ArrayList<>();
        orders.of(person).forEach(order -> blockers.add(new Blocker(Blocker.Kind.OPEN_ORDER, order)));
        return blockers;
    }

    private List<Blocker> ofServer(Person person) {
        return person.customers().stream()
                .filter(caller.server()::isDefault)
                .map(customer -> new Blocker(Blocker.Kind.DEFAULT_CUSTOMER, customer.value()))
                .toList();
    }

    private static Tombstone name(Topic person) {
        return person.kind() == Topic.Kind.MEMBER
                ? Tombstone.of(MemberId.of(person.id()))
                : Tombstone.of(CustomerId.of(person.id()));
    }

    private static Topic topic(MemberId member) {
        return new Topic(Topic.Kind.MEMBER, member.value());
    }

    private static Topic topic(CustomerId customer) {
        return new Topic(Topic.Kind.CUSTOMER, customer.value());
    }

    private static Subject subject(Optional<Erasure> erasure, Stores stores) {
        return erasure.map(found -> Whose.named(found.person(), stores)).orElse(Subject.NOBODY);
    }
}

package org.openmembership.command;

import jakarta.validation.ConstraintViolation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Feature;
import org.openmembership.access.FeatureOffException;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.customer.ServerDefaults;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Ids;
import org.openmembership.shared.Origin;
import org.openmembership.shared.Topic;
import org.openmembership.step.Facts;
import org.openmembership.step.PublishedClubs;
import org.openmembership.storage.Storage;
import org.openmembership.storage.StorageException;
import org.openmembership.storage.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An actor at a storage: what every door is given, and the only place that checks permission and constraints and opens a
 * unit of work. Thread-safe.
 */
public final class Caller {
    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);

    private final Engine engine;
    private final Storage storage;
    private final Actor actor;
    private final @Nullable Origin origin;

    public Caller(Engine engine, Storage storage, Actor actor) {
        this(engine, storage, actor, null);
    }

    private Caller(Engine engine, Storage storage, Actor actor, @Nullable Origin origin) {
        this.engine = engine;
        this.storage = storage;
        this.actor = actor;
        this.origin = origin;
    }

    public Caller as(Actor other) {
        return new Caller(engine, storage, other, origin);
    }

    public Caller from(Origin other) {
        return new Caller(engine, storage, actor, other);
    }

    public Caller within(Storage other) {
        return new Caller(engine, other, actor, origin);
    }

    /** Where the call comes from; null where the host does not say. */
    public @Nullable Origin origin() {
        return origin;
    }

    public Actor actor() {
        return actor;
    }

    public Ids ids() {
        return engine.ids();
    }

    public PublishedClubs clubs() {
        return engine.clubs();
    }

    /** The optional parts that are on (A25). */
    public Set<Feature> features() {
        return engine.features();
    }

    /** What is filled in where nobody says it, and who is the default customer (A55). */
    public ServerDefaults server() {
        return engine.server();
    }

    public boolean ownsTransaction() {
        return storage.ownsTransaction();
    }

    /** The time of this call, in the microseconds that storages keep. */
    public Instant now() {
        return engine.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Refuses the call unless the actor may do this. */
    public void require(Permission permission, Subject subject) {
        require(permission, subject, subject.topic());
    }

    /** Refuses a change unless the actor may do this, and notes what it is for the audit trail. */
    public void require(Permission permission, Subject subject, Facts facts) {
        facts.attempted(permission, subject.topic());
        require(permission, subject, subject.topic());
    }

    void require(Permission permission, Subject subject, Topic topic) {
        Optional<Feature> feature = Feature.of(permission);
        if (feature.isPresent() && !engine.features().contains(feature.get())) {
            throw new FeatureOffException(feature.get());
        }
        if (!engine.access().allows(actor, permission, subject)) {
            throw new PermissionDeniedException(actor, permission, topic);
        }
    }

    /** Every constraint that {@code request} breaks, by path; for doors that find more violations of their own. */
    public List<Violation> violations(Object request) {
        Set<ConstraintViolation<Object>> found = engine.validator().validate(request);
        return found.stream()
                .map(violation -> new Violation(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted()
                .toList();
    }

    /** @throws InvalidRequestException with every constraint that {@code request} breaks */
    public <T> T valid(T request) {
        List<Violation> violations = violations(request);
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
        return request;
    }

    /**
     * Runs a change in a unit of work; {@code work} may run again and must have no effect outside the stores. If it changes
     * anything the audit trail says so; what has happened it names to the {@code Facts}.
     */
    public <R> R change(Permission permission, Subject subject, BiFunction<Stores, Facts, R> work) {
        return change((stores, facts) -> {
            require(permission, subject, facts);
            return work.apply(stores, facts);
        });
    }

    /** Runs a change that tells nothing. */
    public <R> R change(Permission permission, Subject subject, Function<Stores, R> work) {
        return change(permission, subject, (stores, facts) -> work.apply(stores));
    }

    /** Runs something that only reads. */
    public <R> R read(Permission permission, Subject subject, Function<Stores, R> work) {
        return read(stores -> {
            require(permission, subject);
            return work.apply(stores);
        });
    }

    /** Runs a change that checks its own permission, together with its facts, once it knows whom it concerns. */
    public <R> R change(BiFunction<Stores, Facts, R> work) {
        return auditingRefusals(() -> storage.inUnitOfWork(stores -> {
            Facts facts = new Facts();
            R result = work.apply(stores, facts);
            recording().record(facts, now(), stores);
            return result;
        }));
    }

    /** Runs what is no doing of the actor's, such as marking what was sent: it is neither told nor audited. */
    public <R> R housekeeping(Function<Stores, R> work) {
        return auditingRefusals(() -> storage.inUnitOfWork(work));
    }

    /** Runs a read that checks its own permission once it knows whom it concerns. */
    public <R> R read(Function<Stores, R> work) {
        return auditingRefusals(() -> storage.read(work));
    }

    /** Runs something that only reads, on the state of one instant where the storage owns its transactions. */
    public <R> R snapshot(Permission permission, Subject subject, Function<Stores, R> work) {
        return auditingRefusals(() -> storage.snapshot(stores -> {
            require(permission, subject);
            return work.apply(stores);
        }));
    }

    /**
     * Reads until nothing was posted to the accounts meanwhile, so that all parts of the answer belong together (I30).
     *
     * @param which accounts the question is about; must find the same ones when asked again
     */
    public <R> R steadily(Function<Stores, Set<AccountId>> which, BiFunction<List<MemberAccount>, Stores, R> question) {
        return new SteadyRead<>(which, question).run(this);
    }

    /** Who is turned away is kept in a unit of work of its own; a transaction of the host's will be undone, and keeps nothing. */
    private <R> R auditingRefusals(Supplier<R> call) {
        try {
            return call.get();
        } catch (PermissionDeniedException denied) {
            if (storage.ownsTransaction()) {
                keep(denied);
            }
            throw denied;
        }
    }

    private void keep(PermissionDeniedException denied) {
        try {
            storage.inUnitOfWork(stores -> {
                recording().deny(denied, now(), stores);
                return denied;
            });
        } catch (StorageException notNow) {
            LOG.warn("not kept in the audit trail: {}", denied.getMessage(), notNow);
        }
    }

    private Recording recording() {
        return new Recording(engine, actor);
    }

    /** Carries out a keyed command, or answers as it was answered before. */
    public <R> R keyed(KeyedCommand<R> command) {
        return new KeyedCall<>(this, command).run();
    }

    /**
     * What was recorded under a key on an account's club; empty only if it surely was not done, now and by any call still
     * in flight (R27, I29). Whoever may do it may ask.
     */
    public <R> Optional<R> lookup(Operation operation, AccountId account, ExternalKey key, Retelling<R> retelling) {
        Optional<CommandKey> wanted = read(stores -> {
            Optional<MemberAccount> found = stores.accounts().find(account);
            require(Permissions.of(operation), found.map(MemberAccount::subject).orElse(Subject.NOBODY));
            return found.map(row -> new CommandKey(operation, row.club(), key));
        });
        wanted.ifPresent(storage::settle);
        return storage.read(stores -> wanted.flatMap(stores.commands()::find)
                .filter(first -> hadIt(account, first.effect().account(), stores))
                .map(first -> retelling.retell(first, stores)));
    }

    /** An answer about an account may be about what a merge has taken elsewhere. */
    private static boolean hadIt(AccountId account, AccountId affected, Stores stores) {
        return affected.equals(account)
                || stores.accounts()
                        .successors(Set.of(account))
                        .getOrDefault(account, List.of())
                        .contains(affected);
    }

    /** Returns when no call that records {@code key} in any club is in flight any more (I29). */
    public void settle(Operation operation, ExternalKey key) {
        storage.read(stores -> stores.clubs().all())
                .forEach(club -> storage.settle(new CommandKey(operation, club, key)));
    }

    /** Builds a first answer again. */
    @FunctionalInterface
    public interface Retelling<R> {
        R retell(RecordedCommand first, Stores stores);
    }
}

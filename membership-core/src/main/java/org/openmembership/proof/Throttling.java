package org.openmembership.proof;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Origin;
import org.openmembership.storage.Stores;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.Throttle;
import org.openmembership.user.ThrottleKey;
import org.openmembership.user.ThrottleLimit;
import org.openmembership.user.ThrottlePolicy;
import org.openmembership.user.ThrottledAccount;

/**
 * Counts tries in the open unit of work, and says how long to wait (S8, S10).
 *
 * <p>A try is counted before it is judged, so that trying in parallel gains nothing; a success takes its count back. A try
 * in a pause is not judged, not counted, and does not make the pause longer.
 *
 * @param origin where the call comes from; null where the host does not say
 */
public record Throttling(
        ThrottlePolicy policy, SecretSeal seal, @Nullable Origin origin, Instant now) {
    private static final String SIGN_IN = "SIGN_IN";
    private static final String MESSAGE = "MESSAGE";
    private static final String PROOF = "PROOF";
    private static final String GIFT_CARD = "GIFT_CARD";
    private static final String GIFT_CARD_PIN = "GIFT_CARD_PIN";

    /**
     * Counts a password that is about to be tried.
     *
     * @param account whose: the user's id or, where there is no user, what was typed
     * @return until when nothing may be tried; empty if it was counted and may
     */
    public Optional<Instant> signIn(String account, Stores stores) {
        ThrottlePolicy.Limits limits = policy.signIn();
        if (origin == null) {
            return count(stores, Map.of(accountKey(SIGN_IN, account), limits.account()));
        }
        ThrottleKey pair = ThrottleKey.ofPair(seal, SIGN_IN, account, origin);
        ThrottleKey all = accountKey(SIGN_IN, account);
        ThrottleKey place = originKey(SIGN_IN, origin);
        Map<ThrottleKey, Throttle> kept = lock(stores, pair, all, place);
        boolean trusted = of(kept, pair).isTrusted(now);
        Optional<Instant> pause =
                trusted ? pause(of(kept, pair)) : pause(kept.values().toArray(Throttle[]::new));
        if (pause.isEmpty()) {
            Throttle narrow = of(kept, pair).failed(limits.pair(), now);
            stores.throttles()
                    .put(
                            trusted
                                    ? List.of(narrow)
                                    : List.of(narrow, of(kept, all).failed(limits.account(), now)));
        }
        return pause;
    }

    /** The password was wrong: that counts for its origin too, whatever the account. */
    public void signInFailed(Stores stores) {
        if (origin != null) {
            ThrottleKey place = originKey(SIGN_IN, origin);
            Throttle kept = of(lock(stores, place), place);
            stores.throttles().put(List.of(kept.failed(policy.signIn().origin(), now)));
        }
    }

    /**
     * The password was right, or a new one has been set by the owner of the mailbox: the account's failures are forgotten,
     * and from now on strangers elsewhere cannot slow down this origin.
     */
    public void signInSucceeded(String account, Stores stores) {
        ThrottleKey all = accountKey(SIGN_IN, account);
        if (origin == null) {
            stores.throttles().put(List.of(of(lock(stores, all), all).succeeded(now)));
            return;
        }
        ThrottleKey pair = ThrottleKey.ofPair(seal, SIGN_IN, account, origin);
        Map<ThrottleKey, Throttle> kept = lock(stores, pair, all);
        Throttle narrow = of(kept, pair).succeeded(now);
        stores.throttles()
                .put(
                        of(kept, pair).isTrusted(now)
                                ? List.of(narrow)
                                : List.of(of(kept, all).succeeded(now), narrow));
    }

    /** Counts a message about an account that is about to be asked for; as {@link #signIn} else. */
    public Optional<Instant> message(String account, Stores stores) {
        ThrottlePolicy.Limits limits = policy.messages();
        ThrottleKey all = accountKey(MESSAGE, account);
        if (origin == null) {
            return count(stores, Map.of(all, limits.account()));
        }
        ThrottleKey home = ThrottleKey.ofPair(seal, SIGN_IN, account, origin);
        ThrottleKey pair = ThrottleKey.ofPair(seal, MESSAGE, account, origin);
        boolean trusted = of(lock(stores, home), home).isTrusted(now);
        return trusted
                ? count(stores, Map.of(pair, limits.pair()))
                : count(
                        stores,
                        Map.of(
                                pair,
                                limits.pair(),
                                all,
                                limits.account(),
                                originKey(MESSAGE, origin),
                                limits.origin()));
    }

    /** Counts a message that is about to be asked for by somebody whose account is not known yet. */
    public Optional<Instant> message(Stores stores) {
        return origin == null
                ? Optional.empty()
                : count(
                        stores,
                        Map.of(originKey(MESSAGE, origin), policy.messages().origin()));
    }

    /** Until when no code or token may be tried from here. */
    public Optional<Instant> proof(Stores stores) {
        return origin == null
                ? Optional.empty()
                : pause(lock(stores, originKey(PROOF, origin)).values().toArray(Throttle[]::new));
    }

    /** A code or token was wrong. */
    public void proofFailed(Stores stores) {
        if (origin != null) {
            ThrottleKey place = originKey(PROOF, origin);
            stores.throttles().put(List.of(of(lock(stores, place), place).failed(policy.proofs(), now)));
        }
    }

    /**
     * Looks whether a code of a gift card may be tried (S28, S30); its counts are locked from now on, so that trying in
     * parallel gains nothing.
     *
     * @param actor who tries
     * @param card which the code reaches, or a text that is none's
     */
    public GiftCardTries giftCard(String actor, String card, Stores stores) {
        ThrottleKey who = accountKey(GIFT_CARD, actor);
        ThrottleKey pin = accountKey(GIFT_CARD_PIN, card);
        Map<ThrottleKey, Throttle> kept =
                origin == null ? lock(stores, who, pin) : lock(stores, who, pin, originKey(GIFT_CARD, origin));
        Throttle ofPin = of(kept, pin);
        kept.remove(pin);
        List<Throttle> others = List.copyOf(kept.values());
        return new GiftCardTries(pause(others.toArray(Throttle[]::new)), others, ofPin);
    }

    /**
     * What was counted about a try at a gift card.
     *
     * @param pause until when whoever tries, or this origin, tries nothing
     * @param who what was counted for whoever tries and for this origin
     * @param pin wrong PINs of the card, from anywhere
     */
    public record GiftCardTries(Optional<Instant> pause, List<Throttle> who, Throttle pin) {}

    /**
     * The code or PIN of a gift card was wrong.
     *
     * @param found whether the code was a card's, whose wrong PINs are counted; it is nobody's else that is counted
     */
    public void giftCardFailed(GiftCardTries tries, boolean found, Stores stores) {
        ThrottlePolicy.Limits limits = policy.giftCards();
        Stream<Throttle> who = tries.who().stream()
                .map(kept -> kept.failed(kept.key().account() == null ? limits.origin() : limits.account(), now));
        Stream<Throttle> pin = found ? Stream.of(tries.pin().failed(limits.pair(), now)) : Stream.empty();
        stores.throttles().put(Stream.concat(who, pin).toList());
    }

    /** The PIN was right: wrong ones before it count no more. */
    public void giftCardOpened(Throttle pin, Stores stores) {
        if (pin.failures() > 0) {
            stores.throttles().put(List.of(pin.succeeded(now)));
        }
    }

    /** Forgets all that was counted for accounts, wherever from (R17). */
    public void forget(List<String> accounts, Stores stores) {
        stores.throttles()
                .forget(accounts.stream()
                        .map(account -> ThrottledAccount.of(seal, account))
                        .collect(Collectors.toSet()));
    }

    /** Counts for all keys unless one of them is paused. */
    private Optional<Instant> count(Stores stores, Map<ThrottleKey, ThrottleLimit> limits) {
        Map<ThrottleKey, Throttle> kept = lock(stores, limits.keySet().toArray(ThrottleKey[]::new));
        Optional<Instant> pause = pause(kept.values().toArray(Throttle[]::new));
        if (pause.isEmpty()) {
            stores.throttles()
                    .put(kept.entrySet().stream()
                            .map(entry -> entry.getValue().failed(requireNonNull(limits.get(entry.getKey())), now))
                            .toList());
        }
        return pause;
    }

    private Optional<Instant> pause(Throttle... throttles) {
        return Stream.of(throttles)
                .filter(throttle -> throttle.isPaused(now))
                .map(Throttle::pausedUntil)
                .max(Comparator.naturalOrder());
    }

    private Map<ThrottleKey, Throttle> lock(Stores stores, ThrottleKey... keys) {
        List<Throttle> found = stores.throttles().lock(new TreeSet<>(List.of(keys)));
        Map<ThrottleKey, Throttle> kept = new TreeMap<>(
                Stream.of(keys).collect(Collectors.toMap(Function.identity(), key -> Throttle.none(key, now))));
        found.forEach(throttle -> kept.put(throttle.key(), throttle));
        return kept;
    }

    private static Throttle of(Map<ThrottleKey, Throttle> kept, ThrottleKey key) {
        return requireNonNull(kept.get(key));
    }

    private ThrottleKey accountKey(String purpose, String account) {
        return ThrottleKey.ofAccount(seal, purpose, account);
    }

    private ThrottleKey originKey(String purpose, Origin place) {
        return ThrottleKey.ofOrigin(seal, purpose, place);
    }
}

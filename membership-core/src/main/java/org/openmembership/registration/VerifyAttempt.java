package org.openmembership.registration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.card.CardNumber;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.NewCustomerDefaults;
import org.openmembership.customer.ServerDefaults;
import org.openmembership.member.MatchingCustomer;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStatus;
import org.openmembership.member.Registration;
import org.openmembership.member.RegistrationFacts;
import org.openmembership.member.RegistrationState;
import org.openmembership.proof.Throttling;
import org.openmembership.registration.VerificationResult.EmailTaken;
import org.openmembership.registration.VerificationResult.Expired;
import org.openmembership.registration.VerificationResult.UserDisabled;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.registration.VerificationResult.Wait;
import org.openmembership.registration.VerificationResult.Wrong;
import org.openmembership.shared.Ids;
import org.openmembership.step.ConsentTerms;
import org.openmembership.step.Facts;
import org.openmembership.step.Recruiting;
import org.openmembership.storage.Stores;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.Secret;
import org.openmembership.user.User;

/**
 * One secret tried on one registration.
 *
 * <p>A wrong one is counted by the commit of this very unit of work: its answer is known only once the count is kept, so
 * trying in parallel gains nothing (S8).
 */
record VerifyAttempt(
        Secret secret,
        Throttling throttling,
        RegistrationPolicy policy,
        ServerDefaults server,
        @Nullable NewCustomerDefaults defaults,
        WaitingSales waitingSales,
        NamedCard namedCard,
        ConsentTerms consenting,
        Ids ids,
        Instant now) {
    VerificationResult run(RegistrationId id, Stores stores, Facts happened) {
        Optional<Instant> pause = throttling.proof(stores);
        if (pause.isPresent()) {
            return new Wait(pause.get());
        }
        Optional<RegistrationFacts> facts = stores.members().registrationForUpdate(id);

        if (facts.isEmpty() || facts.get().registration().isExpired(now)) {
            return new Expired();
        }
        Registration registration = facts.get().registration();
        int left = policy.proof().maxAttempts() - registration.attempts();
        if (left <= 0) {
            return new Wrong(0);
        }
        if (!registration.isProvenBy(throttling.seal(), secret) || !stillCounts(facts.get())) {
            stores.members().update(registration.triedInVain());
            throttling.proofFailed(stores);
            return new Wrong(left - 1);
        }
        return switch (registration.state()) {
            case AWAITING_VERIFICATION -> activate(facts.get(), stores, happened);
            case VERIFIED -> again(facts.get());
            case ADDRESS_TAKEN -> new EmailTaken();
        };
    }

    /**
     * Whether the secrets of this registration still prove anything.
     *
     * <p>Nothing proves a superseded one. It is answered as one with a wrong secret, because a taken address cannot be
     * superseded and must look the same (R7).
     */
    private static boolean stillCounts(RegistrationFacts facts) {
        Registration registration = facts.registration();
        boolean awaits = registration.state() == RegistrationState.AWAITING_VERIFICATION;
        return !awaits || !registration.isSuperseded(facts.user()) && isWaiting(facts.member());
    }

    private VerificationResult activate(RegistrationFacts facts, Stores stores, Facts happened) {
        Registration registration = facts.registration();
        List<MatchingCustomer> customers =
                stores.members().matchingCustomersForUpdate(registration.email().key());
        Vouched vouched = Vouched.of(customers, stores);
        CardNumber card = stores.cards().wishOf(registration.id()).orElse(null);
        Optional<Recruiting> recruiting =
                stores.envoys().wishOf(registration.id()).map(code -> new Recruiting(code, card));

        EmailMatch match = EmailMatch.of(customers, vouched, now, policy.emailCoolOff(), server);
        if (match.isTaken()) {
            stores.members().update(registration.ended(RegistrationState.ADDRESS_TAKEN));
            return new EmailTaken();
        }
        Activation activation = Activation.of(match, () -> newCustomer(registration), now);
        User user = facts.user().verified(now);
        Member before = requireNonNull(facts.member());
        Member member = before.activated(
                user.id(),
                registration.email(),
                registration.details(),
                registration.terms(),
                activation.primary(),
                activation.links(),
                now);

        stores.users().update(user);
        activation.update(member, stores, happened);
        waitingSales.postIfImported(before, stores, happened);
        activation.accept(
                registration.accepts(),
                registration.terms(),
                consenting.at(registration.terms().by(), now, stores, happened));
        stores.members().update(registration.ended(RegistrationState.VERIFIED));
        recruiting.ifPresent(found -> found.tie(member.id(), now, stores, happened));
        namedCard.bring(card, member, stores, happened);
        return new Verified(member.id(), user.id(), activation.customers(), false);
    }

    private static VerificationResult again(RegistrationFacts facts) {
        if (!facts.user().enabled()) {
            return new UserDisabled();
        }
        Member member = requireNonNull(facts.member());
        return new Verified(member.id(), facts.user().id(), LinkedCustomers.of(member), true);
    }

    private static boolean isWaiting(@Nullable Member member) {
        return member != null
                && (member.status() == MemberStatus.IMPORTED || member.status() == MemberStatus.AWAITING_VERIFICATION);
    }

    private Customer newCustomer(Registration registration) {
        CustomerId id = CustomerId.of(ids.next());
        return Activation.customerOf(id, registration.email(), registration.details(), defaults, now);
    }
}

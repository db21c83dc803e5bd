package org.openmembership.consent;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;

/**
 * Whether a customer may be written to by a channel, and how that came (R14, D4, D30).
 *
 * @param basis of this state; null as long as nothing was ever said
 * @param version 0 as long as nothing was ever said, one more with each change; the changes are kept for ever
 */
public record Consent(
        CustomerId customer,
        ContactChannel channel,
        ConsentState state,
        @Nullable ConsentBasis basis,
        int version) {
    public Consent {
        boolean silent = state == ConsentState.NOT_SUBSCRIBED && version == 0;
        if (version < 0 || silent != (basis == null) || version == 0 && !silent) {
            throw new IllegalArgumentException("Consent: " + state + " of version " + version);
        }
    }

    /** Nothing was ever said. */
    public static Consent none(CustomerId customer, ContactChannel channel) {
        return new Consent(customer, channel, ConsentState.NOT_SUBSCRIBED, null, 0);
    }

    /**
     * The consent once the customer says yes; empty if that changes nothing, or the person's data are erased.
     *
     * @param confirmed whether nothing has to be confirmed by a message first
     */
    public Optional<Consent> given(boolean confirmed, ConsentBasis how) {
        ConsentState next = confirmed ? ConsentState.SUBSCRIBED : ConsentState.PENDING;
        boolean settled = state == ConsentState.SUBSCRIBED || state == ConsentState.REDACTED;
        return settled ? Optional.empty() : changed(next, how);
    }

    /** The consent once it is confirmed; empty unless it waits for that. */
    public Optional<Consent> confirmed(ConsentBasis how) {
        return state == ConsentState.PENDING ? changed(ConsentState.SUBSCRIBED, how) : Optional.empty();
    }

    /** The consent once the customer says no, also where nothing was said so far; empty if that changes nothing. */
    public Optional<Consent> withdrawn(ConsentBasis how) {
        return state == ConsentState.REDACTED ? Optional.empty() : changed(ConsentState.UNSUBSCRIBED, how);
    }

    /**
     * The consent once its address is gone (R14); empty where there was none.
     *
     * <p>One that a merge ended stays what it is, but undoing that merge does not bring it back any more: it was for the old
     * address.
     */
    public Optional<Consent> withoutAddress(ConsentBasis how) {
        if (basis != null && basis.cause() == ConsentCause.MERGED && !state.isConsent()) {
            return Optional.of(new Consent(customer, channel, state, how, version + 1));
        }
        return state.isConsent() ? changed(ConsentState.UNSUBSCRIBED, how) : Optional.empty();
    }

    /**
     * The consent of the record that stays, once another one is merged into it (R14): the more restrictive state of the two;
     * empty if it has that already.
     *
     * @param other of the record that goes, by the same channel
     */
    public Optional<Consent> merged(Consent other, ConsentBasis how) {
        if (other.channel != channel) {
            throw new IllegalArgumentException("Consent: " + channel + " is not merged with " + other.channel);
        }
        return changed(state.moreRestrictive(other.state), how);
    }

    /** The consent of the record that goes: nobody is written to by it any more; empty if nobody was (R16). */
    public Optional<Consent> mergedAway(ConsentBasis how) {
        return state.isConsent() ? changed(ConsentState.UNSUBSCRIBED, how) : Optional.empty();
    }

    /**
     * The consent as it was before a merge, once that is undone (R16); empty if anything has happened to it since.
     *
     * @param merged when that was
     */
    public Optional<Consent> unmerged(ConsentState before, Instant merged, ConsentBasis how) {
        boolean same = basis != null
                && basis.cause() == ConsentCause.MERGED
                && basis.at().equals(merged);
        return same ? changed(before, how) : Optional.empty();
    }

    /** The consent once the person's data are erased (R17); empty if they were already. */
    public Optional<Consent> redacted(ConsentBasis how) {
        return changed(ConsentState.REDACTED, how);
    }

    private Optional<Consent> changed(ConsentState next, ConsentBasis how) {
        return next == state ? Optional.empty() : Optional.of(new Consent(customer, channel, next, how, version + 1));
    }
}

package org.openmembership.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.consent.EvidenceCode;
import org.openmembership.customer.ContactChannel;
import org.openmembership.shared.Channel;

/**
 * That somebody says yes to being written to, as it is filled in (D3, D4). Off by default: a channel that is not named stays as
 * it is.
 *
 * @param channels by which
 * @param source where it was said: POS, WEB or whatever the host uses
 * @param evidence the host's name for the wording that was shown or the form that was signed; null for none
 */
public record RequestedConsent(
        Set<@NotNull ContactChannel> channels,

        @NotNull @Size(min = 1, max = Channel.MAX_LENGTH) @Nullable
        String source,

        @Size(min = 1, max = EvidenceCode.MAX_LENGTH) @Nullable
        String evidence) {
    public RequestedConsent {
        channels = channels.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(channels));
    }

    public static RequestedConsent at(@Nullable String source, @Nullable String evidence, ContactChannel... channels) {
        return new RequestedConsent(Set.of(channels), source, evidence);
    }
}

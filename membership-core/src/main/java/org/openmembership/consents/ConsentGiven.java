package org.openmembership.consents;

import org.jspecify.annotations.Nullable;
import org.openmembership.consent.EvidenceCode;
import org.openmembership.shared.Channel;

/**
 * Where and on what evidence a customer said something about being written to (R14, D30).
 *
 * @param source POS, WEB or whatever the host uses
 * @param evidence the wording that was shown or the form that was signed, by the host's name for it; null for none
 */
public record ConsentGiven(Channel source, @Nullable EvidenceCode evidence) {
    public static ConsentGiven at(String source) {
        return new ConsentGiven(Channel.of(source), null);
    }

    public static ConsentGiven at(String source, String evidence) {
        return new ConsentGiven(Channel.of(source), EvidenceCode.of(evidence));
    }
}

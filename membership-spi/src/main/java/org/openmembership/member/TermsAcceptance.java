package org.openmembership.member;

import java.time.Instant;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;
import org.openmembership.shared.Texts;

/**
 * That the terms were accepted (A2, R11).
 *
 * @param version the host's name for the wording; 1 to 60 characters
 * @param at when
 * @param by who made the call
 * @param channel through which channel
 */
public record TermsAcceptance(String version, Instant at, Actor by, Channel channel) {
    public static final int MAX_VERSION = 60;

    public TermsAcceptance {
        Texts.requireCode("TermsAcceptance.version", version, MAX_VERSION);
    }
}

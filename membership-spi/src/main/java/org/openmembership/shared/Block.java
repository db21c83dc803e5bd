package org.openmembership.shared;

import java.time.Instant;

/**
 * A stop on an account, a member or a card: it is not identified at the till; points in flight still post (R54, B37).
 *
 * @param reason a code of the host's, one of the club's where the club lists any
 * @param since by our clock
 */
public record Block(ReasonCode reason, Actor by, Instant since) {}

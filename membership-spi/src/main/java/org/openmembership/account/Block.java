package org.openmembership.account;

import java.time.Instant;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ReasonCode;

/** A stop on an account: it is not identified at the till and spends nothing; points in flight still post (R54, B37). */
public record Block(ReasonCode reason, Actor by, Instant since) {}

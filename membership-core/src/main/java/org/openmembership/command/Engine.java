package org.openmembership.command;

import jakarta.validation.Validator;
import java.time.InstantSource;
import org.openmembership.access.AccessPolicy;
import org.openmembership.shared.Ids;
import org.openmembership.step.PublishedClubs;

/**
 * What all callers of a {@code Membership} share; immutable and thread-safe.
 *
 * @param clock read once per call
 * @param validator checks the constraints on requests
 */
public record Engine(InstantSource clock, Ids ids, Validator validator, AccessPolicy access, PublishedClubs clubs) {}

/**
 * The one place that knows JSON: reads and writes definitions.
 *
 * <p>A club as JSON is meant to be written by hand. Whatever {@link org.openmembership.club.ClubBuilder} has a default for
 * may be left out; exact numbers may be JSON numbers or texts; reading reports every fault of a document at once.
 *
 * <pre>{@code
 * { "id": "coffee", "name": "Coffee Club", "currency": "EUR", "zone": "Europe/Berlin",
 *   "schemes": [ { "id": "standard", "name": "Standard", "sequence": 1 } ],
 *   "rules": [ { "id": "base", "points": 1, "per": 10 } ] }
 * }</pre>
 */
@NullMarked
package org.openmembership.document;

import org.jspecify.annotations.NullMarked;

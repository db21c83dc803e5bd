/**
 * What comes from outside, before it is known to be good: parts that several requests share, and the one answer to bad
 * input.
 *
 * <p>Building a request never throws for its content. The door it is given to checks it once, makes nouns of it, and
 * answers with all that is wrong together:
 *
 * <pre>{@code
 * try {
 *     till.registration().register(registrant);
 * } catch (InvalidRequestException refused) {
 *     refused.violations().forEach(wrong -> show(wrong.path(), wrong.message()));
 * }
 * }</pre>
 */
@NullMarked
package org.openmembership.request;

import org.jspecify.annotations.NullMarked;

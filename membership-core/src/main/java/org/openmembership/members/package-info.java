/**
 * Members as the back office sees them: the member a customer belongs to, and what they take part in (A6, A23).
 *
 * <pre>{@code
 * Optional<Member> member = membership.as(Actor.staff("clerk-7")).members().ofCustomer(customer);
 * }</pre>
 */
@NullMarked
package org.openmembership.members;

import org.jspecify.annotations.NullMarked;

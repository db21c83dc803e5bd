/**
 * Customer groups: defining them, and putting customers in by ticking boxes (C9, C54).
 *
 * <pre>{@code
 * clerk.groups().define(CustomerGroup.list(CustomerGroupCode.of("news"), "Newsletter", GroupAudience.PUBLIC, EMAIL));
 * GroupChoice choice = web.groups().choose(customer, Set.of(CustomerGroupCode.of("news")));
 * }</pre>
 */
@NullMarked
package org.openmembership.groups;

import org.jspecify.annotations.NullMarked;

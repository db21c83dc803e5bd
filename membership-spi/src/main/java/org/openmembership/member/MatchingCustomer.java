package org.openmembership.member;

import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;

/**
 * A customer with the email somebody has registered with.
 *
 * @param customer whom the shop knows
 * @param takenBy the member it already belongs to, null if it is free (R4)
 */
public record MatchingCustomer(Customer customer, @Nullable MemberId takenBy) {}

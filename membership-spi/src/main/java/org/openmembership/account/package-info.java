/**
 * Member accounts: who owns points and a scheme in a club, and where their ledger stands.
 */
@NullMarked
package org.openmembership.account;

import org.jspecify.annotations.NullMarked;

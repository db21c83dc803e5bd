/** Identification: from what is scanned or said at the till to a member, the accounts and what they hold. */
@NullMarked
package org.openmembership.identification;

import org.jspecify.annotations.NullMarked;

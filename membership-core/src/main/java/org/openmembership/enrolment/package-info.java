/** Enrolment: accounts in clubs, and the cards that identify them. */
@NullMarked
package org.openmembership.enrolment;

import org.jspecify.annotations.NullMarked;

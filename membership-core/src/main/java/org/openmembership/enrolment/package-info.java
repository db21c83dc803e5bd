/** Enrolment: accounts in clubs. */
@NullMarked
package org.openmembership.enrolment;

import org.jspecify.annotations.NullMarked;

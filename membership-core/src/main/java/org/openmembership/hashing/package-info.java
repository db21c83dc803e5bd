/** What passwords become, and which of them everybody knows: the defaults of two host ports, made of the JDK alone. */
@NullMarked
package org.openmembership.hashing;

import org.jspecify.annotations.NullMarked;

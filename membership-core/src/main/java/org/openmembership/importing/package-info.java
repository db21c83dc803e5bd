/**
 * Importing: taking over customers and members that another system has.
 *
 * <p>Each is named by the caller's reference, so that an import can be run again: what is there already is left as it is.
 *
 * <pre>{@code
 * system.importing().customer(CustomerImport.of("pos", "4711").name("Ada", "Byron").email("ada@example.org").build());
 * }</pre>
 */
@NullMarked
package org.openmembership.importing;

import org.jspecify.annotations.NullMarked;

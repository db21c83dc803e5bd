/** What must always be true of a storage, and how a live one is asked. */
@NullMarked
package org.openmembership.audit;

import org.jspecify.annotations.NullMarked;

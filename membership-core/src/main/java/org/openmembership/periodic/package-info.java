/** What the runs of periodic work have in common: they go page by page, tell how far they are, and can be cut off anywhere. */
@NullMarked
package org.openmembership.periodic;

import org.jspecify.annotations.NullMarked;

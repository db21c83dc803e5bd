/** What the tests of the verbs share: a shop over each storage. */
@NullMarked
package org.openmembership.testing;

import org.jspecify.annotations.NullMarked;

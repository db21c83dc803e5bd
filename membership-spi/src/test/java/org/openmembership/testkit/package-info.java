/**
 * The test kit: a complete storage in memory, a settable clock, nouns for tests, and the contracts every storage keeps.
 *
 * <p>Whoever writes a storage subclasses {@link org.openmembership.testkit.StorageContract} with a
 * {@link org.openmembership.testkit.StorageFixture} of that storage.
 */
@NullMarked
package org.openmembership.testkit;

import org.jspecify.annotations.NullMarked;

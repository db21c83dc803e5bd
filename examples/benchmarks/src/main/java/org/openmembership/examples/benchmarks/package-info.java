/** The library beside hand-written JDBC that writes the same rows, interleaved in one process: prints ratios, not rates. */
@NullMarked
package org.openmembership.examples.benchmarks;

import org.jspecify.annotations.NullMarked;

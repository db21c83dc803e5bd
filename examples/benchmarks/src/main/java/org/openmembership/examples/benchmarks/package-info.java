/**
 * The library beside hand-written JDBC that writes the same rows, interleaved in one process: prints ratios, not rates.
 *
 * <pre>{@code
 * mvn -q -Dquick -Drun -pl examples/benchmarks -am package
 * mvn -q -Dquick -Drun -pl examples/benchmarks -am package -Darguments="--storage postgresql --case redeem"
 * mvn -q -Dquick -Drun -pl examples/benchmarks -am package -Darguments="--storage sqlite --case duplicates --customers 1000000"
 * }</pre>
 *
 * <p>Both sides get their connections from one pool, commit to disk, and work on accounts of the same kind; each is called three
 * thousand times before anything is measured. A ratio is the median over all rounds. What a machine does beside it hits the
 * side that makes more round trips harder: read figures of a busy machine as too low.
 */
@NullMarked
package org.openmembership.examples.benchmarks;

import org.jspecify.annotations.NullMarked;

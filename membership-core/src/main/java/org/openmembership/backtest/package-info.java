/**
 * Back-test: what a changed club would have given for the purchases of the past, beside what was given. Nothing is written.
 *
 * <pre>{@code
 * BackTestResult year = membership.backTest().run(changed, BackTestOptions.between(january, nextJanuary), Progress.NONE);
 * year.before().cost(); year.after().cost(); year.losers();
 * }</pre>
 */
@NullMarked
package org.openmembership.backtest;

import org.jspecify.annotations.NullMarked;

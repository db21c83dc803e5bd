/**
 * A supermarket chain's point of sale brings its customers into a club: the public FoodMart data set is the vendor's own
 * database, and two years of its sales run through the library.
 *
 * <p>The host's side ({@code FoodMart}, {@code SalesFile}) is read with plain JDBC or from CSV and knows nothing of the
 * library; {@code FoodMartPos} is the program.
 */
@NullMarked
package org.openmembership.examples.foodmart;

import org.jspecify.annotations.NullMarked;

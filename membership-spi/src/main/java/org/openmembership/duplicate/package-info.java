/**
 * Duplicates: customers who may be one and the same person (C32, C33).
 *
 * <p>What is suspected follows from what customers share: their last name together with a postcode, or their email key
 * (R15). A suspicion changes nothing; a person looks at it, and either says for good that they are two, or merges them.
 */
@NullMarked
package org.openmembership.duplicate;

import org.jspecify.annotations.NullMarked;

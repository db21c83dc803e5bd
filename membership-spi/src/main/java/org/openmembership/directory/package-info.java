/**
 * The directory: customers as a clerk looks for them, in short (B36, C1, C3, C4, D12, D14).
 *
 * <p>Names are found by the beginnings of their words, folded; a mailbox is found by its key alone, which folds nothing
 * that could make two mailboxes one (R1).
 */
@NullMarked
package org.openmembership.directory;

import org.jspecify.annotations.NullMarked;

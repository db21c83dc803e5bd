/**
 * Pay on account: what customers owe the shop, in exact money (C24-C28).
 *
 * <p>A balance above zero is owed to the shop, one below zero is credit of the customer's. Entries are facts: none is ever
 * changed, and the balance is their sum at all times. Comments are kept apart from them, where they can be erased (R17).
 */
@NullMarked
package org.openmembership.onaccount;

import org.jspecify.annotations.NullMarked;

package org.openmembership.statement;

import org.openmembership.ledger.SaleReceipt;

/**
 * What a receipt says about points: as an object, which also {@linkplain SaleReceipt#text prints itself}, and as JSON.
 *
 * @param json the same, for a till that prints by a layout of its own
 */
public record ReceiptStatement(SaleReceipt receipt, String json) {}

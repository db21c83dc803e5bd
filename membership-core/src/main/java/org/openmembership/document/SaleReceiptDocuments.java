package org.openmembership.document;

import org.openmembership.account.SchemeExplanation;
import org.openmembership.ledger.SaleReceipt;
import org.openmembership.ledger.SaleReceipt.ClubPart;
import org.openmembership.ledger.SaleReceipt.Moved;
import org.openmembership.ledger.SaleReceipt.Now;
import org.openmembership.ledger.SaleReceipt.Waiting;
import org.openmembership.shared.Document;

/** What a receipt says about points, as JSON for a till's own layout; points are texts, so that no reader makes them inexact. */
public final class SaleReceiptDocuments {
    public static final String KIND = "sale-receipt";
    public static final int VERSION = 1;

    private final JsonText json;

    private SaleReceiptDocuments(JsonText json) {
        this.json = json;
    }

    public static Document write(SaleReceipt receipt) {
        return new Document(KIND, VERSION, JsonText.line(json -> new SaleReceiptDocuments(json).receipt(receipt)));
    }

    private void receipt(SaleReceipt receipt) {
        json.put("source", receipt.sale().source())
                .put("sale", receipt.sale().value())
                .put("at", receipt.at())
                .objects("clubs", receipt.clubs(), this::part);
    }

    private void part(ClubPart part) {
        json.put("club", part.owner().club())
                .put("clubName", part.owner().clubName())
                .put("account", part.owner().account())
                .put("scheme", part.owner().scheme())
                .put("schemeName", part.owner().schemeName());
        moved(part.moved());
        waiting(part.waiting());
        now(part.now());
        SchemeExplanation standing = part.standing();
        if (standing != null) {
            json.object("standing", within -> SchemeExplanationDocuments.into(json, standing));
        }
    }

    private void waiting(Waiting waiting) {
        if (waiting.sales() > 0) {
            json.object(
                    "waiting",
                    part -> part.put("sale", waiting.sale())
                            .put("all", waiting.all())
                            .put("sales", waiting.sales()));
        }
    }

    private void moved(Moved moved) {
        json.put("before", moved.before())
                .put("earned", moved.own().earned())
                .put("used", moved.own().used())
                .put("lapsed", moved.own().lapsed())
                .put("others", moved.others())
                .put("after", moved.after());
    }

    private void now(Now now) {
        json.object("now", part -> {
            part.put("booked", now.balance().booked())
                    .put("available", now.balance().available())
                    .put("debt", now.balance().debt())
                    .put("pending", now.pending())
                    .put("held", now.held());
            now.expiringNext()
                    .ifPresent(next -> part.object(
                            "expiring",
                            first -> first.put("lastDay", next.lastDay()).put("points", next.points())));
        });
    }
}

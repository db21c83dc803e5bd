package org.openmembership.document;

import org.openmembership.club.AccountTerms;
import org.openmembership.club.BarcodeMask;
import org.openmembership.club.CardSeries;

/** Writes what a club has settled about accounts and cards, as {@link AccountReader} reads it. */
record AccountWriter(JsonText json) {
    void write(AccountTerms terms) {
        json.objects("cardSeries", terms.cards().series(), this::series)
                .put("onlySeries", terms.cards().onlySeries())
                .put("cardsWithoutPerson", terms.cards().withoutPerson())
                .objects("barcodeMasks", terms.cards().masks(), this::mask)
                .put("contactHandling", terms.contacts())
                .put("eligibility", terms.eligibility())
                .object(
                        "blockReasons",
                        part -> part.texts("accounts", terms.blockReasons().accounts())
                                .texts("members", terms.blockReasons().members())
                                .texts("cards", terms.blockReasons().cards()));
        new SchemeWriter(json).benefits(terms.benefits());
    }

    private void mask(BarcodeMask mask) {
        json.put("mask", mask.pattern()).put("firstDay", mask.firstDay()).put("lastDay", mask.lastDay());
    }

    private void series(CardSeries series) {
        json.put("id", series.id())
                .put("scheme", series.scheme())
                .put("prefix", series.format().prefix())
                .put("digits", series.format().digits())
                .put("start", Long.toString(series.format().start()))
                .put("check", series.format().check())
                .put("scansWithoutPrefix", series.scanning().withoutPrefix())
                .put("scansWithoutCheck", series.scanning().withoutCheck())
                .put("life", series.life().assigned())
                .put("lifeWithoutPerson", series.life().unassigned());
    }
}

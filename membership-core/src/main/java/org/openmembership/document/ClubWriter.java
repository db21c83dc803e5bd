package org.openmembership.document;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.HoldTerms;
import org.openmembership.club.Inactivity;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TenderTerms;
import org.openmembership.club.TransferTerms;
import org.openmembership.document.TermsReader.ExpiryKind;

/** Writes a club as the readers read it. */
final class ClubWriter {
    private final JsonText json;

    private ClubWriter(JsonText json) {
        this.json = json;
    }

    static String write(Club club) {
        return JsonText.of(json -> new ClubWriter(json).club(club));
    }

    private void club(Club club) {
        json.put("id", club.id())
                .put("name", club.name())
                .put("currency", club.place().currency())
                .put("zone", club.place().zone())
                .object(
                        "rounding",
                        part -> part.put("precision", club.points().rounding().precision())
                                .put("direction", club.points().rounding().direction()))
                .put("pointValue", club.points().value().perPoint().getAmount())
                .object("expiry", part -> expiry(club.points().expiry()));
        Inactivity inactivity = club.points().inactivity();
        if (inactivity != null) {
            json.object(
                    "inactivity",
                    part -> part.put("period", inactivity.period())
                            .texts("counts", new TreeSet<>(inactivity.counts())));
        }
        json.objects("schemes", club.schemes(), new SchemeWriter(json)::scheme)
                .put("defaultScheme", club.defaultScheme());
        new EarningWriter(json).write(club.terms().earning());
        json.object("spending", part -> spending(club.terms().spending()))
                .object("holds", part -> holds(club.terms().holds()))
                .object("transfer", part -> transfer(club.terms().transfer()))
                .object(
                        "review",
                        part -> new SchemeWriter(json).review(club.terms().review()))
                .object("accounts", part -> new AccountWriter(json).write(club.accounts()));
    }

    private void expiry(ExpiryRule rule) {
        if (rule instanceof ExpiryRule.AfterPeriod after) {
            json.put("kind", ExpiryKind.AFTER_PERIOD).put("period", after.period());
        } else if (rule instanceof ExpiryRule.FixedDayOfNextYear fixed) {
            json.put("kind", ExpiryKind.FIXED_DAY_OF_NEXT_YEAR)
                    .put("day", fixed.day().toString().substring(2));
        } else if (rule instanceof ExpiryRule.EndOf end) {
            json.put("kind", ExpiryKind.END_OF).put("unit", end.unit()).put("period", end.period());
        } else {
            json.put("kind", ExpiryKind.NEVER);
        }
    }

    private void spending(SpendingTerms terms) {
        json.put("order", terms.order());
        bounds(terms.tender().usual());
        json.objects("ofSchemes", ofSchemes(terms.tender()), of -> {
                    json.put("scheme", of.getKey());
                    bounds(of.getValue());
                })
                .objects("itemOffers", terms.tender().itemOffers(), new EarningWriter(json)::itemOffer)
                .put("refunds", terms.tender().refunds())
                .put("offlineLimit", terms.offlineLimit())
                .put("whenSpent", terms.whenSpent())
                .put("grace", terms.grace());
    }

    private static List<Map.Entry<SchemeId, RedemptionBounds>> ofSchemes(TenderTerms terms) {
        return terms.ofSchemes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(SchemeId::value)))
                .toList();
    }

    private void bounds(RedemptionBounds bounds) {
        json.put("minimum", bounds.minimum()).put("step", bounds.step()).put("maximumShare", bounds.maximumShare());
        json.put("use", bounds.use());
        RedemptionBounds.Limit limit = bounds.limit();
        if (limit != null) {
            json.object("limit", part -> {
                if (limit.times() != null) {
                    part.put("times", limit.times().longValue());
                }
                part.put("points", limit.points())
                        .put("count", limit.per().count())
                        .put("unit", limit.per().unit());
            });
        }
    }

    private void holds(HoldTerms terms) {
        json.put("longest", terms.longest()).put("whenLate", terms.whenLate());
    }

    private void transfer(TransferTerms terms) {
        json.put("factor", terms.factor())
                .put("minimumLife", terms.minimumLife())
                .put("expiry", terms.expiry())
                .put("arrivesAs", terms.arrivesAs());
    }
}

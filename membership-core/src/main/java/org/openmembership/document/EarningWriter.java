package org.openmembership.document;

import org.openmembership.club.EarningTerms;
import org.openmembership.club.EventRule;
import org.openmembership.club.ItemOffer;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointOffer.Effect;
import org.openmembership.club.PointRule;
import org.openmembership.club.TimeWindow;
import org.openmembership.document.EarningReader.EffectKind;

/** Writes how a club hands out points as {@link EarningReader} reads it. */
final class EarningWriter {
    private final JsonText json;

    EarningWriter(JsonText json) {
        this.json = json;
    }

    void write(EarningTerms terms) {
        json.objects("rules", terms.rules(), this::rule)
                .objects("offers", terms.offers(), this::offer)
                .objects("events", terms.events(), this::event)
                .object("earning", part -> earning(terms));
    }

    private void rule(PointRule rule) {
        json.put("id", rule.id()).put("state", rule.state());
        choice(rule.choice());
        condition(rule.condition());
        json.put("basis", rule.reward().rate().basis())
                .put("points", rule.reward().rate().points())
                .put("per", rule.reward().rate().per())
                .put("pointKind", rule.reward().kind())
                .objects("caps", rule.reward().caps(), this::cap);
    }

    private void cap(PointCap cap) {
        json.put("span", cap.span()).put("most", cap.most());
    }

    private void offer(PointOffer offer) {
        json.put("id", offer.id()).put("state", offer.state());
        choice(offer.choice());
        condition(offer.condition());
        json.object("effect", part -> effect(offer.effect()));
    }

    private void event(EventRule rule) {
        json.put("id", rule.id())
                .put("state", rule.state())
                .put("event", rule.event())
                .put("from", rule.validity().from())
                .put("to", rule.validity().to())
                .texts("schemes", rule.schemes())
                .put("points", rule.reward().points())
                .put("pointKind", rule.reward().kind())
                .objects("caps", rule.reward().caps(), this::cap);
    }

    private void effect(Effect effect) {
        if (effect instanceof Effect.Factor factor) {
            json.put("kind", EffectKind.FACTOR).put("factor", factor.factor());
        } else if (effect instanceof Effect.DiscountFactor factor) {
            json.put("kind", EffectKind.DISCOUNT_FACTOR).put("factor", factor.factor());
        } else if (effect instanceof Effect.AdditionalPerUnit additional) {
            json.put("kind", EffectKind.ADDITIONAL_PER_UNIT).put("points", additional.points());
        } else if (effect instanceof Effect.ReplacementPerUnit replacement) {
            json.put("kind", EffectKind.REPLACEMENT_PER_UNIT).put("points", replacement.points());
        }
    }

    void itemOffer(ItemOffer offer) {
        json.put("id", offer.id()).put("state", offer.state());
        choice(offer.choice());
        condition(offer.condition());
        json.put("price", offer.price()).put("points", offer.points());
    }

    private void choice(PointRule.Choice choice) {
        json.put("priority", choice.priority())
                .put("from", choice.validity().from())
                .put("to", choice.validity().to());
    }

    private void condition(LineCondition condition) {
        if (!condition.equals(LineCondition.ANY)) {
            json.object("when", part -> filters(condition));
        }
    }

    private void filters(LineCondition condition) {
        what(condition.what());
        if (!condition.except().isEmpty()) {
            json.object("except", part -> what(condition.except()));
        }
        LineCondition.Where where = condition.where();
        LineCondition.Who who = condition.who();
        json.put("leastAmount", condition.least().amount())
                .put("leastQuantity", condition.least().quantity())
                .texts("stores", where.stores())
                .texts("channels", where.channels())
                .texts("tenders", where.tenders())
                .texts("currencies", where.currencies())
                .texts("weekdays", where.weekdays())
                .texts("schemes", who.schemes())
                .texts("accounts", who.accounts())
                .texts("priceGroups", who.priceGroups())
                .texts("attributes", who.attributes());
        TimeWindow hours = where.hours();
        if (hours != null) {
            json.object("hours", part -> part.put("from", hours.from()).put("to", hours.to()));
        }
    }

    private void what(LineCondition.What what) {
        json.texts("items", what.items())
                .texts("categories", what.categories())
                .texts("specialGroups", what.specialGroups())
                .texts("promotions", what.promotions());
    }

    private void earning(EarningTerms terms) {
        EarningTerms.Policies policies = terms.policies();
        json.put("tax", terms.base().tax())
                .allTexts("pointTenders", terms.base().pointTenders())
                .put("paidWithPoints", terms.base().paidWithPoints())
                .object("excluded", part -> what(terms.base().excluded()))
                .put("minimumSale", terms.bounds().minimumSale())
                .put("maxEarly", terms.bounds().maxEarly())
                .put("maxLate", terms.bounds().maxLate())
                .put("choice", policies.choice())
                .objects("caps", policies.caps(), this::cap)
                .put("pendingDays", policies.pendingDays())
                .put("returns", policies.returns())
                .put("claimWindow", policies.claimWindow())
                .object(
                        "deferral",
                        part -> part.put("delay", policies.deferral().delay())
                                .put("awaits", policies.deferral().awaits()));
    }
}

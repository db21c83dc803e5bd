package org.openmembership.document;

import java.math.BigDecimal;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.ItemOffer;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.club.RedemptionBounds.Limit;
import org.openmembership.club.RedemptionBounds.Stretch;
import org.openmembership.club.RedemptionBounds.Use;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TenderTerms;
import org.openmembership.club.TenderTerms.Refunds;
import org.openmembership.shared.Points;

/** Reads how points are spent, with the bounds of redemptions. */
final class SpendingReader {
    private final Format<SchemeId> ownScheme;
    private final Set<SchemeId> seen = new HashSet<>();
    private final ItemOfferReader itemOffers;

    /** @param ownScheme a scheme of the club that is being read */
    SpendingReader(Format<SchemeId> ownScheme) {
        this.ownScheme = ownScheme.once(seen);
        this.itemOffers = new ItemOfferReader(ownScheme);
    }

    private record OfScheme(SchemeId scheme, RedemptionBounds bounds) {}

    Format<SpendingTerms> format() {
        return Format.object(this::spending);
    }

    private Part<SpendingTerms> spending(Fields fields) {
        SpendingTerms usual = SpendingTerms.DEFAULT;
        Part<ConsumptionOrder> order = fields.optional("order", Format.choice(ConsumptionOrder.class), usual.order());
        Part<RedemptionBounds> bounds = bounds(fields);
        Part<List<OfScheme>> ofSchemes =
                fields.optional("ofSchemes", Format.list(Format.object(this::ofScheme)), List.of());
        Part<List<ItemOffer>> offers = fields.optional("itemOffers", itemOffers.format(), List.of());
        Part<Refunds> refunds = fields.optional(
                "refunds", Format.choice(Refunds.class), usual.tender().refunds());
        Part<Points> offlineLimit = fields.optional("offlineLimit", Format.points(), usual.offlineLimit());
        Part<SpendingTerms.WhenSpent> whenSpent =
                fields.optional("whenSpent", Format.choice(SpendingTerms.WhenSpent.class), usual.whenSpent());
        Part<Period> grace = fields.optional("grace", TermsReader.PERIOD, usual.grace());
        return fields.made(
                () -> new SpendingTerms(
                        order.get(),
                        new TenderTerms(bounds.get(), byScheme(ofSchemes.get()), offers.get(), refunds.get()),
                        offlineLimit.get(),
                        whenSpent.get(),
                        grace.get()),
                order,
                bounds,
                ofSchemes,
                offers,
                refunds,
                offlineLimit,
                whenSpent,
                grace);
    }

    private static Map<SchemeId, RedemptionBounds> byScheme(List<OfScheme> all) {
        Map<SchemeId, RedemptionBounds> bounds = new HashMap<>();
        all.forEach(one -> bounds.put(one.scheme(), one.bounds()));
        return bounds;
    }

    private Part<OfScheme> ofScheme(Fields fields) {
        Part<SchemeId> scheme = fields.required("scheme", ownScheme);
        Part<RedemptionBounds> bounds = bounds(fields);
        return fields.made(() -> new OfScheme(scheme.get(), bounds.get()), scheme, bounds);
    }

    private static Part<RedemptionBounds> bounds(Fields fields) {
        RedemptionBounds widest = RedemptionBounds.WIDEST;
        Part<Points> minimum = fields.optional("minimum", Format.points(), widest.minimum());
        Part<Points> step = fields.optional("step", Format.points(), widest.step());
        Part<BigDecimal> share = fields.optional("maximumShare", Format.notNegative(), widest.maximumShare());
        Part<Limit> limit = fields.nullable("limit", Format.object(SpendingReader::limit));
        Part<Use> use = fields.optional("use", Format.choice(Use.class), widest.use());
        return fields.made(
                () -> new RedemptionBounds(minimum.get(), step.get(), share.get(), limit.value(), use.get()),
                minimum,
                step,
                share,
                limit,
                use);
    }

    private static Part<Limit> limit(Fields fields) {
        Part<Points> points = fields.nullable("points", Format.points());
        Part<Integer> times = fields.nullable("times", Format.integer());
        Part<Integer> count = fields.optional("count", Format.integer(), 1);
        Part<Stretch.Unit> unit = fields.required("unit", Format.choice(Stretch.Unit.class));
        return fields.made(
                () -> new Limit(points.value(), times.value(), new Stretch(count.get(), unit.get())),
                points,
                times,
                count,
                unit);
    }
}

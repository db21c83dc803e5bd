package org.openmembership.document;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openmembership.club.ItemOffer;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointRule;
import org.openmembership.club.Publication;
import org.openmembership.club.RuleId;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.Points;

/** Reads what is sold cheaper for points. */
final class ItemOfferReader {
    private final Set<RuleId> ids = new HashSet<>();
    private final ConditionReader conditions;

    ItemOfferReader(Format<SchemeId> ownScheme) {
        this.conditions = new ConditionReader(ownScheme);
    }

    Format<List<ItemOffer>> format() {
        return Format.list(Format.object(this::offer));
    }

    private Part<ItemOffer> offer(Fields fields) {
        Part<RuleId> id = fields.required("id", Format.code(RuleId::of).once(ids));
        Part<Publication> state = EarningReader.state(fields);
        Part<PointRule.Choice> choice = EarningReader.choice(fields);
        Part<LineCondition> condition = conditions.read(fields);
        Part<BigDecimal> price = fields.required("price", Format.notNegative());
        Part<Points> points =
                fields.required("points", Format.points().accepting(Points::isPositive, "must be above zero"));
        return fields.made(
                () -> new ItemOffer(id.get(), state.get(), choice.get(), condition.get(), price.get(), points.get()),
                id,
                state,
                choice,
                condition,
                price,
                points);
    }
}

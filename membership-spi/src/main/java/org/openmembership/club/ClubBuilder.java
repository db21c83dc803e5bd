package org.openmembership.club;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts a club together; what is not set has the documented default of its terms. Not thread-safe.
 *
 * <pre>{@code
 * Club club = Club.builder(ClubId.of("coffee")).name("Coffee Club").in(CurrencyUnit.EUR, ZoneId.of("Europe/Berlin"))
 *     .schemes(Scheme.byHand("standard", "Standard", 1))
 *     .rules(PointRule.everything("base", PointRate.amount("1", "1")))
 *     .build();
 * }</pre>
 */
public final class ClubBuilder {
    private final ClubId id;
    private @Nullable String name;
    private Club.@Nullable Place place;
    private RoundingRule rounding = RoundingRule.WHOLE_POINTS_DOWN;
    private @Nullable PointValue value;
    private ExpiryRule expiry = ExpiryRule.never();
    private @Nullable Inactivity inactivity;
    private final List<PointRule> rules = new ArrayList<>();
    private final List<PointOffer> offers = new ArrayList<>();
    private final List<EventRule> events = new ArrayList<>();
    private EarningTerms.Base base = EarningTerms.Base.DEFAULT;
    private EarningTerms.Bounds bounds = EarningTerms.Bounds.DEFAULT;
    private EarningTerms.Policies policies = EarningTerms.Policies.DEFAULT;
    private SpendingTerms spending = SpendingTerms.DEFAULT;
    private HoldTerms holds = HoldTerms.DEFAULT;
    private TransferTerms transfer = TransferTerms.DEFAULT;
    private ReviewTerms review = ReviewTerms.DEFAULT;
    private AccountTerms accounts = AccountTerms.DEFAULT;
    private final List<Scheme> schemes = new ArrayList<>();
    private @Nullable SchemeId defaultScheme;

    ClubBuilder(ClubId id) {
        this.id = id;
    }

    public ClubBuilder name(String text) {
        name = text;
        return this;
    }

    public ClubBuilder in(CurrencyUnit currency, ZoneId zone) {
        place = new Club.Place(currency, zone);
        return this;
    }

    public ClubBuilder rounding(RoundingRule rule) {
        rounding = rule;
        return this;
    }

    /** What one point is worth, in the club's currency; nothing by default. */
    public ClubBuilder pointValue(PointValue perPoint) {
        value = perPoint;
        return this;
    }

    public ClubBuilder expiry(ExpiryRule rule) {
        expiry = rule;
        return this;
    }

    /** That ends points besides the expiry rule; null, which is the default, for none (R25). */
    public ClubBuilder inactivity(@Nullable Inactivity terms) {
        inactivity = terms;
        return this;
    }

    public ClubBuilder rules(PointRule... added) {
        return rules(Arrays.asList(added));
    }

    public ClubBuilder rules(List<PointRule> added) {
        rules.addAll(added);
        return this;
    }

    public ClubBuilder offers(List<PointOffer> added) {
        offers.addAll(added);
        return this;
    }

    public ClubBuilder events(EventRule... added) {
        return events(Arrays.asList(added));
    }

    public ClubBuilder events(List<EventRule> added) {
        events.addAll(added);
        return this;
    }

    public ClubBuilder earningBase(EarningTerms.Base terms) {
        base = terms;
        return this;
    }

    public ClubBuilder earningBounds(EarningTerms.Bounds terms) {
        bounds = terms;
        return this;
    }

    public ClubBuilder earningPolicies(EarningTerms.Policies terms) {
        policies = terms;
        return this;
    }

    public ClubBuilder spending(SpendingTerms terms) {
        spending = terms;
        return this;
    }

    public ClubBuilder holds(HoldTerms terms) {
        holds = terms;
        return this;
    }

    public ClubBuilder transfer(TransferTerms terms) {
        transfer = terms;
        return this;
    }

    public ClubBuilder review(ReviewTerms terms) {
        review = terms;
        return this;
    }

    public ClubBuilder accounts(AccountTerms terms) {
        accounts = terms;
        return this;
    }

    public ClubBuilder schemes(Scheme... added) {
        return schemes(Arrays.asList(added));
    }

    public ClubBuilder schemes(List<Scheme> added) {
        schemes.addAll(added);
        return this;
    }

    /** What a new account holds; the lowest scheme unless said otherwise. */
    public ClubBuilder startIn(SchemeId scheme) {
        defaultScheme = scheme;
        return this;
    }

    /** @throws IllegalArgumentException if a part is missing or parts contradict each other, named in the message */
    public Club build() {
        Club.Place where = require(place, "place: call in(currency, zone)");
        Scheme lowest = require(Club.lowest(schemes), "scheme");
        PointValue worth = value == null ? PointValue.of(where.currency(), "0") : value;
        return new Club(
                id,
                require(name, "name"),
                where,
                new Club.PointTerms(rounding, worth, expiry, inactivity),
                new Club.Terms(
                        new EarningTerms(rules, offers, base, bounds, policies, events),
                        spending,
                        holds,
                        transfer,
                        review),
                accounts,
                schemes,
                defaultScheme == null ? lowest.id() : defaultScheme);
    }

    private <T> T require(@Nullable T part, String what) {
        if (part == null) {
            throw new IllegalArgumentException("club " + id + " has no " + what);
        }
        return part;
    }
}

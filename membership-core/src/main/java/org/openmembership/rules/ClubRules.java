package org.openmembership.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmembership.club.Club;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.EventRule;
import org.openmembership.club.ItemOffer;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRule;
import org.openmembership.club.Publication;
import org.openmembership.club.RuleChoice;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointCount;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.rules.RuleIndex.Ranking;
import org.openmembership.shared.ReasonCode;

/**
 * A version of a club ready to be asked what a sale earns: its published rules and offers, indexed. Immutable and
 * thread-safe; built once per version.
 */
public final class ClubRules {
    private final Club club;
    private final int version;
    private final List<PointRule> capped;
    private final Map<ReasonCode, List<EventRule>> events;
    private final RuleIndex<PointRule> rules;
    private final RuleIndex<ItemOffer> itemOffers;
    private final RuleIndex<PointOffer> offers;
    private final RuleIndex<PointOffer> discounts;

    private ClubRules(Club club, int version) {
        EarningTerms terms = club.terms().earning();
        this.club = club;
        this.version = version;
        List<PointRule> published = terms.rules().stream()
                .filter(rule -> rule.state() == Publication.PUBLISHED)
                .toList();
        List<PointOffer> offered = terms.offers().stream()
                .filter(offer -> offer.state() == Publication.PUBLISHED)
                .toList();
        this.capped = published.stream()
                .filter(rule -> !rule.reward().caps().isEmpty())
                .toList();
        this.events = terms.events().stream()
                .filter(rule -> rule.state() == Publication.PUBLISHED)
                .sorted(Comparator.comparing(EventRule::id))
                .collect(Collectors.groupingBy(EventRule::event));
        boolean byPriority = terms.policies().choice() == RuleChoice.HIGHEST_PRIORITY;
        this.rules = new RuleIndex<>(
                byPriority ? Ranking.PRIORITY : Ranking.SPECIFICITY,
                published.stream().map(Candidate::of).toList());
        this.itemOffers = new RuleIndex<>(
                Ranking.NONE,
                club.terms().spending().tender().itemOffers().stream()
                        .filter(offer -> offer.state() == Publication.PUBLISHED)
                        .map(Candidate::of)
                        .toList());
        this.offers = offers(Ranking.PRIORITY, offered, false);
        this.discounts = offers(Ranking.NONE, offered, true);
    }

    private static RuleIndex<PointOffer> offers(Ranking ranking, List<PointOffer> offers, boolean ofDiscounts) {
        List<Candidate<PointOffer>> candidates = offers.stream()
                .filter(offer -> offer.effect() instanceof PointOffer.Effect.DiscountFactor == ofDiscounts)
                .map(Candidate::of)
                .toList();
        return new RuleIndex<>(ranking, candidates);
    }

    /** @param version its number, named in explanations */
    public static ClubRules of(Club club, int version) {
        return new ClubRules(club, version);
    }

    public Club club() {
        return club;
    }

    /** Every span whose count a sale of this day needs; empty where nothing is capped. */
    public List<PointCount.Span> spans(LocalDate day) {
        return CapRoom.spans(capped, club.terms().earning().policies().caps(), day);
    }

    /** The offers of an item for points that a line meets and would be cheaper under, by id (B57). */
    public List<ItemOffer> itemOffers(Purchase purchase, PurchaseLine line, Earner earner) {
        if (line.quantity().signum() <= 0
                || !purchase.currency().equals(club.place().currency())) {
            return List.of();
        }
        Passing passing = new Passing();
        LineFacts facts = new LineFacts(line, line.amount().getAmount());
        return itemOffers.of(SaleFacts.of(purchase, club, earner), passing).fitting(facts, passing).stream()
                .map(Candidate::item)
                .filter(offer -> new ItemPrice(offer, line).isCheaper())
                .sorted(Comparator.comparing(ItemOffer::id))
                .toList();
    }

    /** Whether anything is ever given for an event. */
    public boolean rewards(ReasonCode event) {
        return events.containsKey(event);
    }

    /** Every span whose count an event of this day needs; empty where nothing is capped. */
    public List<PointCount.Span> spans(ReasonCode event, LocalDate day) {
        return CapRoom.spansOfEvents(events.getOrDefault(event, List.of()), day);
    }

    /** What an event of this day gives an account. */
    public EventEarning earning(ReasonCode event, Earner earner, LocalDate day) {
        return EventEarning.of(events.getOrDefault(event, List.of()), earner, new CapRoom(earner, day), day);
    }

    /** Why an event that stands by itself gave what it did. */
    public Explanation explanation(EventEarning earning, SchemeId scheme) {
        return earning.explanation(nothing(scheme));
    }

    /** Why a sale at which nobody buys earned nothing. */
    public Explanation explanation(SchemeId scheme) {
        return new Explanation(nothing(scheme), List.of(), List.of());
    }

    private Explanation.Ground nothing(SchemeId scheme) {
        return new Explanation.Ground(basis(scheme), BigDecimal.ZERO, false, BigDecimal.ONE, List.of());
    }

    private Explanation.Basis basis(SchemeId scheme) {
        return new Explanation.Basis(
                club.id(), version, scheme, club.terms().earning().policies().choice());
    }

    /**
     * What a sale earns an account; lines that give back a line of an earlier sale earn and take nothing here (R39).
     *
     * @throws IllegalArgumentException if the sale is in another currency than the club's and says no rate
     */
    public SaleEarning earning(Purchase purchase, Earner earner) {
        BigDecimal rate = purchase.rateTo(club.place().currency())
                .orElseThrow(() -> new IllegalArgumentException("a sale in " + purchase.currency()
                        + " without a rate earns nothing in club " + club.id() + ", which counts in "
                        + club.place().currency()));
        SaleFacts sale = SaleFacts.of(purchase, club, earner);
        Passing passing = new Passing();
        SaleCalculation.Chosen chosen = new SaleCalculation.Chosen(
                rules.of(sale, passing), offers.of(sale, passing), discounts.of(sale, passing), passing);
        return new SaleCalculation(club, new SaleMeasure(club, purchase, rate), new CapRoom(earner, sale.day()), chosen)
                .run(new ExplanationDraft(basis(earner.scheme())));
    }
}

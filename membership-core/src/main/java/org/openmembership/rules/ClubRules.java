package org.openmembership.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.openmembership.club.Club;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRule;
import org.openmembership.club.Publication;
import org.openmembership.club.SchemeId;
import org.openmembership.purchase.Purchase;

/**
 * A version of a club ready to be asked what a sale earns: its published rules and offers, indexed. Immutable and
 * thread-safe; built once per version.
 */
public final class ClubRules {
    private final Club club;
    private final RuleIndex<PointRule> rules;
    private final RuleIndex<PointOffer> offers;

    private ClubRules(Club club, RuleIndex<PointRule> rules, RuleIndex<PointOffer> offers) {
        this.club = club;
        this.rules = rules;
        this.offers = offers;
    }

    public static ClubRules of(Club club) {
        EarningTerms terms = club.terms().earning();
        List<Candidate<PointRule>> rules = terms.rules().stream()
                .filter(rule -> rule.state() == Publication.PUBLISHED)
                .map(Candidate::of)
                .collect(Collectors.toList());
        List<Candidate<PointOffer>> offers = terms.offers().stream()
                .filter(offer -> offer.state() == Publication.PUBLISHED)
                .map(Candidate::of)
                .collect(Collectors.toList());
        return new ClubRules(club, new RuleIndex<>(rules), new RuleIndex<>(offers));
    }

    public Club club() {
        return club;
    }

    /**
     * What a sale earns an account that holds {@code scheme}; lines that give back a line of an earlier sale earn and take
     * nothing here (R39).
     *
     * @throws IllegalArgumentException if the sale is in another currency than the club's
     */
    public SaleEarning earning(Purchase purchase, SchemeId scheme) {
        if (!purchase.currency().equals(club.place().currency())) {
            throw new IllegalArgumentException("a sale in " + purchase.currency() + " earns nothing in club "
                    + club.id() + ", which counts in " + club.place().currency());
        }
        SaleFacts sale = SaleFacts.of(purchase, club, scheme);
        return new SaleCalculation(club, purchase, rules.of(sale), offers.of(sale)).run();
    }
}

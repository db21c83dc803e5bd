package org.openmembership.testkit;

import java.util.Comparator;
import java.util.List;
import org.openmembership.audit.AuditStore;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;

/** Checks each invariant by reading everything that is kept; shares no computation with what decides about points. */
final class InMemoryAudit implements AuditStore {
    private final LedgerAudit ledger;
    private final PeopleAudit people;
    private final OnAccountAudit onAccount;
    private final MergeAudit merges;
    private final CapAudit caps;
    private final GiftCardAudit giftCards;
    private final SaleAudit sales;
    private final OrderAudit orders;
    private final EnvoyAudit envoys;

    InMemoryAudit(State state) {
        ledger = new LedgerAudit(state);
        people = new PeopleAudit(state);
        onAccount = new OnAccountAudit(state);
        merges = new MergeAudit(state);
        caps = new CapAudit(state);
        giftCards = new GiftCardAudit(state);
        sales = new SaleAudit(state);
        orders = new OrderAudit(state);
        envoys = new EnvoyAudit(state);
    }

    @Override
    public List<Violation> violations(Invariant invariant, int limit) {
        return find(invariant).stream()
                .sorted(Comparator.comparing(Violation::subject))
                .limit(limit)
                .toList();
    }

    private List<Violation> find(Invariant invariant) {
        return switch (invariant) {
            case MEMBER_COMPLETE,
                    TERMS_ACCEPTED,
                    LINK_AFTER_PROOF,
                    ACCOUNT_SHARED_PROPERLY,
                    SCHEME_MATCHES_MOVES,
                    SCHEME_EXPLAINED -> people.violations(invariant);
            case TAKEN_IN_ORDER -> orders.violations();
            case CAP_HELD -> caps.violations();
            case REDIRECT_LEADS -> merges.violations();
            case GIFT_CARD_AGREES -> giftCards.unbalanced();
            case GIFT_CARD_POINTS_PAIRED -> giftCards.unpaired();
            case GIFT_CARD_POINTS_WORTH -> giftCards.worthless();
            case SALE_POSTED_ONCE -> sales.violations();
            case ENVOY_SHARE_AGREES -> envoys.violations();
            case ON_ACCOUNT_AGREES -> onAccount.violations();
            default -> ledger.violations(invariant);
        };
    }
}

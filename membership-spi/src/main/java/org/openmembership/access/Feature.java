package org.openmembership.access;

import java.util.Optional;

/**
 * An optional part of the library, which a host switches on or off as a whole (A25). While it is off, its doors refuse with
 * {@link FeatureOffException}, and a host shows nothing of it; what was kept before stays.
 */
public enum Feature {
    PAY_ON_ACCOUNT,
    /** Notes and tasks. */
    NOTES,
    /** Consents and customer groups. */
    MARKETING,
    /** Making, handing out and looking at cards; one that was handed out still identifies. */
    CARDS,
    INVITATIONS,
    PAID_SCHEMES,
    /** Members who recruit others; while it is off, what recruits buy brings envoys nothing. */
    ENVOYS;

    /** The feature that a call with this permission belongs to; empty for what is never switched off. */
    public static Optional<Feature> of(Permission permission) {
        return switch (permission) {
            case CHARGE_ON_ACCOUNT, TAKE_ACCOUNT_PAYMENT, READ_ON_ACCOUNT -> Optional.of(PAY_ON_ACCOUNT);
            case WRITE_NOTES, READ_NOTES -> Optional.of(NOTES);
            case CHANGE_CONSENTS, READ_CONSENTS, CHOOSE_GROUPS, ASSIGN_PRIVATE_GROUPS, DEFINE_GROUPS, READ_AUDIENCES ->
                Optional.of(MARKETING);
            case ISSUE_CARDS, READ_CARDS, CHANGE_CARD_CODE -> Optional.of(CARDS);
            case INVITE_CUSTOMER -> Optional.of(INVITATIONS);
            case SELL_SCHEME -> Optional.of(PAID_SCHEMES);
            case VIEW_ENVOYS, MANAGE_ENVOYS, BECOME_ENVOY -> Optional.of(ENVOYS);
            default -> Optional.empty();
        };
    }
}

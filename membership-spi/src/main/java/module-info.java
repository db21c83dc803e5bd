/**
 * The nouns of membership and loyalty, and beside each the port that keeps it.
 *
 * <p>Whoever writes a storage or serves a host port needs this module alone; whoever embeds the library gets it through
 * {@code org.openmembership}.
 */
@org.jspecify.annotations.NullMarked
module org.openmembership.spi {
    requires transitive org.joda.money;
    requires transitive org.jspecify;

    exports org.openmembership.envoy;
    exports org.openmembership.access;
    exports org.openmembership.account;
    exports org.openmembership.audit;
    exports org.openmembership.card;
    exports org.openmembership.club;
    exports org.openmembership.consent;
    exports org.openmembership.customer;
    exports org.openmembership.directory;
    exports org.openmembership.duplicate;
    exports org.openmembership.flow;
    exports org.openmembership.giftcard;
    exports org.openmembership.group;
    exports org.openmembership.idempotency;
    exports org.openmembership.journal;
    exports org.openmembership.invitation;
    exports org.openmembership.ledger;
    exports org.openmembership.member;
    exports org.openmembership.merge;
    exports org.openmembership.note;
    exports org.openmembership.onaccount;
    exports org.openmembership.outbox;
    exports org.openmembership.privacy;
    exports org.openmembership.purchase;
    exports org.openmembership.shared;
    exports org.openmembership.storage;
    exports org.openmembership.user;
    exports org.openmembership.warning;
}

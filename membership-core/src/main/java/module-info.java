/**
 * The verbs of membership: what can happen (register, earn, redeem, expire ...), each with the rules that decide it, and the facade through
 * which a host calls them. Storage comes in through the ports of {@code org.openmembership.spi}.
 */
@org.jspecify.annotations.NullMarked
module org.openmembership {
    requires transitive jakarta.validation;
    requires transitive org.openmembership.spi;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.uuid;
    requires com.google.common;
    requires com.google.zxing;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires org.slf4j;

    exports org.openmembership;
    exports org.openmembership.adjustment;
    exports org.openmembership.assignment;
    exports org.openmembership.auditing;
    exports org.openmembership.backtest;
    exports org.openmembership.blocking;
    exports org.openmembership.cards;
    exports org.openmembership.codes;
    exports org.openmembership.consents;
    exports org.openmembership.customers;
    exports org.openmembership.deferral;
    exports org.openmembership.duplicates;
    exports org.openmembership.earning;
    exports org.openmembership.email;
    exports org.openmembership.enrolment;
    exports org.openmembership.disclosure;
    exports org.openmembership.erasure;
    exports org.openmembership.envoys;
    exports org.openmembership.expiry;
    exports org.openmembership.extension;
    exports org.openmembership.exporting;
    exports org.openmembership.finding;
    exports org.openmembership.holding;
    exports org.openmembership.giftcards;
    exports org.openmembership.groups;
    exports org.openmembership.identification;
    exports org.openmembership.importing;
    exports org.openmembership.journals;
    exports org.openmembership.inviting;
    exports org.openmembership.members;
    exports org.openmembership.merging;
    exports org.openmembership.notes;
    exports org.openmembership.notification;
    exports org.openmembership.password;
    exports org.openmembership.payonaccount;
    exports org.openmembership.periodic;
    exports org.openmembership.publishing;
    exports org.openmembership.purchases;
    exports org.openmembership.redemption;
    exports org.openmembership.refresh;
    exports org.openmembership.registration;
    exports org.openmembership.request;
    exports org.openmembership.reversal;
    exports org.openmembership.review;
    exports org.openmembership.sale;
    exports org.openmembership.sharing;
    exports org.openmembership.statement;
    exports org.openmembership.statistics;
    exports org.openmembership.subscription;
    exports org.openmembership.telling;
    exports org.openmembership.trail;
    exports org.openmembership.transfer;
    exports org.openmembership.users;
    exports org.openmembership.warnings;

    // so that any provider of jakarta.validation can read what requests hold
    opens org.openmembership.customers;
    opens org.openmembership.importing;
    opens org.openmembership.envoys;
    opens org.openmembership.notes;
    opens org.openmembership.giftcards;
    opens org.openmembership.payonaccount;
    opens org.openmembership.registration;
    opens org.openmembership.request;
    opens org.openmembership.sale;
}

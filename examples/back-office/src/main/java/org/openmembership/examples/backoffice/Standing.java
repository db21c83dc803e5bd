package org.openmembership.examples.backoffice;

import org.joda.money.Money;
import org.openmembership.account.AccountStatus;
import org.openmembership.account.MemberAccount;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.CustomerType;
import org.openmembership.examples.foodmart.Figures;
import org.openmembership.member.MemberStatus;

/** Where customers, members and accounts stand, at a glance. */
final class Standing {
    private Standing() {}

    static Markup badges(CustomerStanding standing) {
        String kind = standing.isPending() ? "warn" : "plain";
        return Markup.all(
                Parts.badge(kind, Words.of(standing.status())),
                standing.type() == CustomerType.TRADE ? Parts.badge("plain", "Trade") : Markup.NONE,
                standing.active() ? Markup.NONE : Parts.badge("bad", "Inactive"));
    }

    static Markup badge(MemberStatus status) {
        return switch (status) {
            case ACTIVE -> Parts.badge("good", "Active");
            case CLOSED, MERGED -> Parts.badge("bad", Words.of(status));
            case IMPORTED, AWAITING_VERIFICATION -> Parts.badge("warn", Words.of(status));
        };
    }

    static Markup badge(MemberAccount account) {
        boolean closed = account.standing().status() == AccountStatus.CLOSED;
        if (closed) {
            return Parts.badge("bad", "Closed");
        }
        return account.block()
                .map(block -> Parts.badge("bad", "Blocked: " + block.reason()))
                .orElseGet(() -> Parts.badge("good", "Active"));
    }

    /** What is owed as a figure of its own. */
    static Markup tile(Money balance) {
        String name = balance.isNegative() ? "Credit" : "Owes";
        return Parts.tiles(Parts.tile(name, Figures.of(balance.abs()), ""));
    }

    /** Below zero the shop owes the customer. */
    static String owed(Money balance) {
        return balance.isNegative() ? Figures.of(balance.negated()) + " credit" : Figures.of(balance);
    }
}

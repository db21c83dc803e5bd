package org.openmembership.access;

import java.util.EnumSet;
import java.util.Set;
import org.openmembership.shared.Actor;

/**
 * The policy of a host that names none (R20): the system may do everything, a till its everyday work, a member reads and
 * redeems what is his own, and staff may do what no requirement restricts. What is restricted needs the host's own policy,
 * which can grant more on top of this one:
 *
 * <pre>{@code
 * AccessPolicy everyday = new EverydayAccess();
 * AccessPolicy host = (actor, permission, subject) ->
 *         permission == Permission.ADJUST && managers.contains(actor) || everyday.allows(actor, permission, subject);
 * }</pre>
 */
public final class EverydayAccess implements AccessPolicy {
    private static final Set<Permission> TILL = EnumSet.of(
            Permission.REGISTER,
            Permission.CREATE_CUSTOMER,
            Permission.READ_CUSTOMERS,
            Permission.EDIT_CUSTOMER,
            Permission.SIGN_IN,
            Permission.SEND_PASSWORD_LINK,
            Permission.CHARGE_ON_ACCOUNT,
            Permission.TAKE_ACCOUNT_PAYMENT,
            Permission.CHANGE_CONSENTS,
            Permission.READ_CONSENTS,
            Permission.CHOOSE_GROUPS,
            Permission.WRITE_NOTES,
            Permission.READ_NOTES,
            Permission.READ_ON_ACCOUNT,
            Permission.ENROL,
            Permission.SHARE_ACCOUNT,
            Permission.BLOCK,
            Permission.READ_CARDS,
            Permission.ISSUE_GIFT_CARD,
            Permission.LOAD_GIFT_CARD,
            Permission.SPEND_GIFT_CARD,
            Permission.REFUND_GIFT_CARD,
            Permission.FIND_GIFT_CARD,
            Permission.READ_GIFT_CARDS,
            Permission.REDEEM_TO_GIFT_CARD,
            Permission.IDENTIFY,
            Permission.RECORD_SALE,
            Permission.ASSIGN_SALE,
            Permission.CLAIM_SALE,
            Permission.REPORT_EVENT,
            Permission.REDEEM,
            Permission.RAISE_SCHEME,
            Permission.SELL_SCHEME,
            Permission.REFUND_SCHEME,
            Permission.REVERSE,
            Permission.READ_STATEMENT,
            Permission.READ_PURCHASES);
    private static final Set<Permission> STAFF = EnumSet.of(
            Permission.REGISTER,
            Permission.CREATE_CUSTOMER,
            Permission.READ_CUSTOMERS,
            Permission.EDIT_CUSTOMER,
            Permission.DECIDE_STANDING,
            Permission.SEND_PASSWORD_LINK,
            Permission.CHARGE_ON_ACCOUNT,
            Permission.TAKE_ACCOUNT_PAYMENT,
            Permission.CHANGE_CONSENTS,
            Permission.READ_CONSENTS,
            Permission.CHOOSE_GROUPS,
            Permission.ASSIGN_PRIVATE_GROUPS,
            Permission.WRITE_NOTES,
            Permission.READ_NOTES,
            Permission.DISMISS_DUPLICATE,
            Permission.READ_ON_ACCOUNT,
            Permission.ENROL,
            Permission.SHARE_ACCOUNT,
            Permission.BLOCK,
            Permission.UNBLOCK,
            Permission.READ_CARDS,
            Permission.SPEND_GIFT_CARD,
            Permission.FIND_GIFT_CARD,
            Permission.READ_GIFT_CARDS,
            Permission.BLOCK_GIFT_CARD,
            Permission.IDENTIFY,
            Permission.RECORD_SALE,
            Permission.ASSIGN_SALE,
            Permission.CLAIM_SALE,
            Permission.READ_STATEMENT,
            Permission.READ_PURCHASES);
    private static final Set<Permission> OWN = EnumSet.of(
            Permission.READ_CUSTOMERS,
            Permission.EDIT_CUSTOMER,
            Permission.CHARGE_ON_ACCOUNT,
            Permission.CHANGE_CONSENTS,
            Permission.READ_CONSENTS,
            Permission.CHOOSE_GROUPS,
            Permission.READ_ON_ACCOUNT,
            Permission.READ_CARDS,
            Permission.READ_GIFT_CARDS,
            Permission.SEE_GIFT_CARD_CODES,
            Permission.REDEEM_TO_GIFT_CARD,
            Permission.REDEEM,
            Permission.CLAIM_SALE,
            Permission.TRANSFER,
            Permission.READ_STATEMENT,
            Permission.READ_PURCHASES,
            Permission.AGREE_TO_MERGE,
            Permission.BECOME_ENVOY,
            Permission.VIEW_ENVOYS,
            Permission.CHANGE_PASSWORD,
            Permission.CHANGE_ADDRESS,
            Permission.REQUEST_ERASURE,
            Permission.DISCLOSE);
    private static final Set<Permission> ANYBODY =
            EnumSet.of(Permission.REGISTER, Permission.SIGN_IN, Permission.SPEND_GIFT_CARD);

    @Override
    public boolean allows(Actor actor, Permission permission, Subject subject) {
        return switch (actor.kind()) {
            case SYSTEM -> true;
            case TILL -> TILL.contains(permission);
            case STAFF -> STAFF.contains(permission);
            case MEMBER -> ANYBODY.contains(permission) || subject.is(actor) && OWN.contains(permission);
        };
    }
}

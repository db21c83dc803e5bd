package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.examples.foodmart.Figures;
import org.openmembership.merge.CustomerField;
import org.openmembership.merge.FieldChoice;
import org.openmembership.merge.MergeMove;
import org.openmembership.merging.MergeBlocker;
import org.openmembership.merging.MergePreview;
import org.openmembership.merging.MergePreview.AccountChange;
import org.openmembership.merging.UnmergeResult;

/** What a merge does, in the words of a clerk. */
final class MergeWords {
    private MergeWords() {}

    static Markup orNothing(@Nullable String words) {
        return words == null ? Markup.NONE : text(words);
    }

    /** A field of a customer on one line; empty if there is nothing in it, or nothing that can be read. */
    static String value(CustomerField field, Customer customer) {
        return switch (field) {
            case NAME -> CustomerPages.name(customer);
            case EMAIL -> customer.email() == null ? "" : customer.email().typed();
            case PHONES -> joined(customer.phones().stream().map(PhoneNumber::typed));
            case ADDRESSES -> joined(customer.addresses().stream().map(CustomerPages::address));
            case TITLE -> Objects.requireNonNullElse(customer.profile().title(), "");
            case COMPANY ->
                Objects.requireNonNullElse(customer.profile().company().name(), "");
            case FOUND_US ->
                customer.profile().foundUs() == null
                        ? ""
                        : customer.profile().foundUs().value();
            case GENDER ->
                ParticularsFields.word(customer.profile().particulars().gender());
            case MARITAL_STATUS ->
                ParticularsFields.word(customer.profile().particulars().maritalStatus());
            case IMAGES ->
                customer.profile().images().isEmpty()
                        ? ""
                        : customer.profile().images().size() + " kept";
            case STANDING ->
                Words.of(customer.standing().type()) + ", "
                        + Words.of(customer.standing().status())
                        + (customer.standing().active() ? "" : ", not active");
            case SELLING_TERMS -> "As granted to this record";
            case ACCOUNT_CODE ->
                customer.accountCode() == null ? "" : customer.accountCode().value();
        };
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining("; "));
    }

    static String why(FieldChoice.Reason reason) {
        return switch (reason) {
            case SURVIVOR_KEEPS -> "This record keeps its own";
            case SURVIVOR_HAS_NONE -> "This record has none";
            case BOTH_KEPT -> "Both are kept";
        };
    }

    /** @param names who is who, by the id of the customer and of the member */
    static String blocker(MergeBlocker blocker, Map<String, String> names) {
        String who = names.get(blocker.subject());
        return blocker(blocker.reason()) + (who == null ? "" : " (" + who + ")");
    }

    private static String blocker(MergeBlocker.Reason reason) {
        return switch (reason) {
            case UNKNOWN_CUSTOMER -> "One of them is not there any more";
            case DEFAULT_CUSTOMER -> "One of them stands for whoever is not named, and is one with nobody";
            case MEMBER_CLOSED -> "A closed membership belongs to one of them";
            case MEMBER_BLOCKED -> "A membership is blocked: unblock it first";
            case NOT_AGREED -> "Both have proven an address, so each has to agree first, and has not";
            case USER_NOT_CHOSEN, USER_OF_NONE -> "It is to be said who signs in afterwards";
            case ACCOUNT_BLOCKED -> "An account is blocked: unblock it first";
            case ACCOUNT_CLOSED -> "The account of this record is closed, so it takes no points";
            case ACCOUNT_SHARED -> "Others share an account whose points would go over";
            case OTHER_CURRENCY -> "They owe in different currencies";
        };
    }

    /** What goes over besides what a customer is. */
    static Markup moves(Call call, MergePreview preview, Customer other) {
        List<Markup> lines = new ArrayList<>();
        lines.add(Parts.fact("Notes and tasks", preview.notes() == 0 ? "none" : preview.notes() + " go over"));
        call.clerk()
                .payOnAccount()
                .balance(other.id())
                .filter(account -> !account.balance().isZero())
                .ifPresent(account ->
                        lines.add(Parts.fact("On account", Standing.owed(account.balance()) + " goes over")));
        preview.accounts().forEach(change -> lines.add(Parts.fact("Points in " + change.club(), account(change))));
        return Parts.section("What goes over", Parts.facts(lines.toArray(Markup[]::new)));
    }

    private static String account(AccountChange change) {
        String points = Figures.of(change.balance().booked());
        return change.from().equals(change.into())
                ? "the account with its " + points + " points and its cards"
                : points + " points and the cards; the emptied account is closed";
    }

    static String moved(MergeMove.Kind kind) {
        return switch (kind) {
            case CUSTOMER -> "Numbers that lead here";
            case FIELD -> "Fields filled or extended";
            case CONSENT -> "Consents made stricter";
            case GROUP -> "Groups joined or left";
            case NOTE -> "Notes and tasks";
            case ON_ACCOUNT -> "Owed on account";
            case LINK -> "Records joined to the member";
            case PRIMARY -> "Members who got another main record";
            case MEMBER -> "Members who became one";
            case USER -> "Logins taken over";
            case DISABLED_USER -> "Logins switched off";
            case ACCOUNT -> "Accounts";
            case GIFT_CARD -> "Gift cards";
            case CARD -> "Cards";
            case CARRIER -> "Cards carried by another";
            case POINTS -> "Entries of points taken over";
            case CLOSED_ACCOUNT -> "Accounts closed";
        };
    }

    static String contradicts(UnmergeResult.Reason reason) {
        return switch (reason) {
            case ERASED -> "The person has been erased since.";
            case MERGED_AGAIN -> "A later merge builds on this one: undo that first.";
            case FIELD_CHANGED -> "What came from the other record has been changed since.";
            case POINTS_USED -> "Points that came over have been spent, moved or have lapsed since.";
            case ACCOUNT_CHANGED -> "An account has been blocked or closed since.";
            case ON_ACCOUNT_CHANGED -> "What is owed on account has been charged or paid since.";
            case MEMBER_CHANGED -> "The member has changed since in a way that cannot be taken apart.";
            case CARD_CHANGED -> "A card has been given to somebody else since.";
        };
    }
}

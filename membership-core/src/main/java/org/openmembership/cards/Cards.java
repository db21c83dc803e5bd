package org.openmembership.cards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardEvent.CardAllocated;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStatus;
import org.openmembership.card.MembershipCard;
import org.openmembership.cards.CardResult.Reason;
import org.openmembership.club.ClubId;
import org.openmembership.club.SeriesId;
import org.openmembership.command.Caller;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.StoreCode;
import org.openmembership.step.Accounts;
import org.openmembership.step.CardHandout;
import org.openmembership.step.CardOutcome;
import org.openmembership.step.CardTakeover;
import org.openmembership.step.Facts;
import org.openmembership.step.PublishedClub;
import org.openmembership.step.ScannedCards;
import org.openmembership.storage.Stores;

/**
 * The door to membership cards (B11, B18, B33-B35, C13, D15, R19, R55). Thread-safe.
 *
 * <p>A card is named as it was scanned: whatever its series, or the shop's own prefix, lets a scanner leave out, it is the
 * same card. A repeat of anything here changes nothing.
 */
public final class Cards {
    /** How many cards one call of {@link #create} makes. */
    public static final int MAX_BATCH = 2_000;

    private final Caller caller;
    private final ScannedCards scanned;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public Cards(Caller caller, ScannedCards scanned) {
        this.caller = caller;
        this.scanned = scanned;
    }

    /**
     * Makes the next cards of a series, which are nobody's.
     *
     * <p>Two who make cards at once get different ones. A repeat with the same key, club, series and count answers with the
     * cards that were made first.
     *
     * @param count 1 to {@link #MAX_BATCH}
     * @param store where they are sent to wait, null for nowhere; does not tell a repeat
     */
    public CreateResult create(ClubId club, SeriesId series, int count, @Nullable StoreCode store, ExternalKey key) {
        if (count < 1 || count > MAX_BATCH) {
            throw new IllegalArgumentException("1 to " + MAX_BATCH + " cards at once, not " + count);
        }
        Creation creation = new Creation(caller, scanned, caller.now());
        return caller.change(
                Permission.ISSUE_CARDS,
                Subject.NOBODY,
                (stores, facts) -> creation.run(new Creation.Order(club, series, count, store, key), stores, facts));
    }

    /** Sends a card that is nobody's to a store, where it waits; {@code NOT_HANDED_OUT} never, {@code TAKEN} if it is somebody's. */
    public CardResult allocate(CardNumber card, StoreCode store) {
        Instant now = caller.now();
        return caller.change(Permission.ISSUE_CARDS, Subject.NOBODY, (stores, facts) -> {
            Optional<MembershipCard> found = scanned.find(card, stores);
            if (found.isEmpty()) {
                return refused(Reason.UNKNOWN_CARD);
            }
            MembershipCard row = found.get();
            if (row.holder() != null || row.isBlocked()) {
                return refused(row.isBlocked() ? Reason.BLOCKED : Reason.TAKEN);
            }
            if (store.equals(row.issue().store())) {
                return new CardResult.Assigned(row, true);
            }
            MembershipCard sent = row.allocatedTo(store);

            stores.cards().update(List.of(sent));
            facts.happened(new CardAllocated(row.club(), row.number(), store), now);
            return new CardResult.Assigned(sent, false);
        });
    }

    /** Cards of a club to be handed out, by number: those that wait in a store or, with null, in none (B34). */
    public Page<MembershipCard> unassigned(ClubId club, @Nullable StoreCode store, Page.Request page) {
        return caller.read(
                Permission.READ_CARDS, Subject.NOBODY, stores -> stores.cards().unassigned(club, store, page));
    }

    /** A card with all that has become of it, also which card has taken its place; empty for an unknown one. */
    public Optional<MembershipCard> find(CardNumber card) {
        return caller.read(stores -> {
            Optional<MembershipCard> found = scanned.find(card, stores);
            caller.require(
                    Permission.READ_CARDS,
                    found.map(row -> ScannedCards.subject(row, stores)).orElse(Subject.NOBODY));
            return found;
        });
    }

    /** The cards of an account, by number. */
    public List<MembershipCard> of(AccountId account) {
        return caller.read(stores -> {
            Optional<MemberAccount> found = stores.accounts().find(account);
            caller.require(
                    Permission.READ_CARDS, found.map(MemberAccount::subject).orElse(Subject.NOBODY));
            return stores.cards().of(account);
        });
    }

    /** The cards that a member carries, and those of the member's accounts that nobody in particular carries. */
    public List<MembershipCard> of(MemberId member) {
        return caller.read(
                Permission.READ_CARDS,
                new Subject(member.value()),
                stores -> stores.cards().of(member));
    }

    /**
     * Hands a card out that identifies an account from now on (B34): one that was made before and is nobody's or, unless the
     * club hands out those of its series only, any other number.
     *
     * @param carrier the member who carries it, null for whoever shares the account
     */
    public CardResult assign(CardNumber card, AccountId account, @Nullable MemberId carrier) {
        CardHandout handout = handout();
        return toAccount(
                account, carrier, (row, stores, facts) -> result(handout.give(card, row, carrier, stores, facts)));
    }

    /** Hands out the next card of the series for the account's scheme, which is made for it (B35). */
    public CardResult draw(AccountId account, @Nullable MemberId carrier) {
        Creation creation = new Creation(caller, scanned, caller.now());
        CardHandout handout = handout();
        return toAccount(account, carrier, (row, stores, facts) -> {
            if (row.isClosed()) {
                return refused(Reason.CLOSED);
            }
            Optional<MembershipCard> made = creation.one(row, stores);
            return made.map(card -> result(handout.give(card.number(), row, carrier, stores, facts)))
                    .orElseGet(() -> refused(Reason.NO_NUMBER));
        });
    }

    /**
     * Lets a card collect for whoever will show up with it: it gets an account of its own that nobody represents (R55).
     *
     * <p>The points may be spent with the card, which is all that is known. {@link #takeOver} gives account, card and points
     * to a member; so does a registration that names the card.
     */
    public CardResult register(CardNumber card, ClubId club) {
        CardHandout handout = handout();
        return caller.change(Permission.ENROL, Subject.NOBODY, (stores, facts) -> {
            Optional<PublishedClub> published = caller.clubs().latest(club, handout.now(), stores);
            Optional<MembershipCard> found = scanned.find(card, stores);
            if (published.isEmpty()) {
                return refused(Reason.UNKNOWN_CLUB);
            }
            if (!published.get().club().accounts().cards().withoutPerson()) {
                return refused(Reason.NEEDS_PERSON);
            }
            if (found.isPresent() && found.get().holder() != null) {
                return registeredBefore(found.get(), stores);
            }
            Optional<Reason> against = against(found.orElse(null), published.get());
            if (against.isPresent()) {
                return refused(against.get());
            }
            MemberAccount.Owner nobody = new MemberAccount.Owner(club, AccountType.PRIVATE, null, handout.now());
            MemberAccount account = Accounts.open(nobody, published.get().club(), caller.ids(), stores, facts);
            CardResult given = result(handout.give(card, account, null, stores, facts));
            if (given instanceof CardResult.Refused) {
                throw new IllegalStateException("card " + card + " was found to be free, but is " + given);
            }
            return given;
        });
    }

    /**
     * Gives a card to the member who shows up with it. One that has collected brings its account, and the sales that
     * earned on it, along (R55); one that is nobody's comes to the member's account in its club, which is opened if there
     * is none.
     */
    public CardResult takeOver(CardNumber card, MemberId member) {
        CardTakeover takeover = new CardTakeover(handout(), caller.actor(), caller.ids());
        return caller.change(Permission.ENROL, new Subject(member.value()), (stores, facts) -> {
            Optional<MemberStanding> standing = stores.members().standingForUpdate(member);
            if (standing.isEmpty()) {
                return refused(Reason.UNKNOWN_MEMBER);
            }
            boolean welcome = standing.get().isActive() || standing.get().status() == MemberStatus.IMPORTED;
            return welcome ? result(takeover.take(card, standing.get(), stores, facts)) : refused(Reason.NOT_ACTIVE);
        });
    }

    /**
     * Puts another card in the place of one that is lost or worn (B33): the old one is blocked for good, and only who may
     * read cards learns by which it was replaced.
     *
     * @param by a card that could be assigned
     */
    public CardResult replace(CardNumber card, CardNumber by, ReasonCode reason) {
        return new Replacement(caller, scanned, handout()).run(card, by, reason, Permission.ENROL);
    }

    /**
     * Makes the code of an account match the number on a printed card (C13): what {@link #replace} does, for whoever may
     * change codes and for the reason {@link Replacement#RENUMBERED}.
     */
    public CardResult renumber(CardNumber card, CardNumber printed) {
        return new Replacement(caller, scanned, handout())
                .run(card, printed, Replacement.RENUMBERED, Permission.CHANGE_CARD_CODE);
    }

    private interface Change {
        CardResult of(MemberAccount account, Stores stores, Facts facts);
    }

    private CardResult toAccount(AccountId account, @Nullable MemberId carrier, Change change) {
        return caller.change((stores, facts) -> {
            Optional<MemberAccount> owner = stores.accounts().find(account);
            boolean shares =
                    carrier == null || stores.accounts().membersOf(account).contains(carrier);
            caller.require(Permission.ENROL, owner.map(MemberAccount::subject).orElse(Subject.NOBODY), facts);
            if (owner.isEmpty()) {
                return refused(Reason.UNKNOWN_ACCOUNT);
            }
            return shares ? change.of(owner.get(), stores, facts) : refused(Reason.NOT_OF_ACCOUNT);
        });
    }

    private static CardResult registeredBefore(MembershipCard card, Stores stores) {
        boolean nobodys = card.account()
                .flatMap(stores.accounts()::find)
                .filter(MemberAccount::isUnassigned)
                .isPresent();
        return nobodys ? new CardResult.Assigned(card, true) : refused(Reason.TAKEN);
    }

    private static Optional<Reason> against(@Nullable MembershipCard card, PublishedClub club) {
        if (card == null) {
            boolean anyNumber = !club.club().accounts().cards().onlySeries();
            return anyNumber ? Optional.empty() : Optional.of(Reason.UNKNOWN_CARD);
        }
        if (card.status() == CardStatus.BLOCKED) {
            return Optional.of(Reason.BLOCKED);
        }
        return card.club().equals(club.club().id()) ? Optional.empty() : Optional.of(Reason.OTHER_CLUB);
    }

    private CardHandout handout() {
        return new CardHandout(scanned, caller.clubs(), caller.now());
    }

    static CardResult result(CardOutcome outcome) {
        return outcome.card() == null
                ? refused(Reason.valueOf(String.valueOf(outcome.refusal())))
                : new CardResult.Assigned(outcome.card(), outcome.repeated());
    }

    static CardResult refused(Reason reason) {
        return new CardResult.Refused(reason);
    }
}

package org.openmembership.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Gift cards, and the points of members that become money on them. Members, cards, and redemptions are numbers, each in the
 * order in which they came.
 */
public final class ModelGiftCards {
    private final BigDecimal perPoint;
    private final List<Holder> holders = new ArrayList<>();
    private final List<Card> cards = new ArrayList<>();
    private final List<Redemption> redemptions = new ArrayList<>();

    /** Somebody with points, in hundredths; merged into another one or not. */
    private static final class Holder {
        long points;
        int mergedInto = -1;
    }

    /** Money in cents. */
    private static final class Card {
        final boolean digital;
        int owner;
        long balance;
        boolean blocked;
        boolean replaced;
        final List<long[]> spends = new ArrayList<>();

        Card(boolean digital, int owner) {
            this.digital = digital;
            this.owner = owner;
        }
    }

    private static final class Redemption {
        final int holder;
        final Card card;
        final long cents;
        final long points;
        boolean undone;

        Redemption(int holder, Card card, long cents, long points) {
            this.holder = holder;
            this.card = card;
            this.cents = cents;
            this.points = points;
        }
    }

    /** @param perPoint what a point is worth */
    public ModelGiftCards(String perPoint) {
        this.perPoint = new BigDecimal(perPoint);
    }

    public void member(long points) {
        Holder holder = new Holder();
        holder.points = points;
        holders.add(holder);
    }

    /** Who a member has become, itself where it was never merged away. */
    public int survivor(int member) {
        int found = member;
        while (holders.get(found).mergedInto >= 0) {
            found = holders.get(found).mergedInto;
        }
        return found;
    }

    public long points(int member) {
        return holders.get(member).points;
    }

    public int cards() {
        return cards.size();
    }

    public int redemptions() {
        return redemptions.size();
    }

    public int spends(int card) {
        return cards.get(card).spends.size();
    }

    public long balance(int card) {
        return cards.get(card).balance;
    }

    /** @param owner a member, or -1 for nobody */
    public String issue(boolean digital, int owner, long cents) {
        Card card = new Card(digital, owner < 0 ? -1 : survivor(owner));
        card.balance = cents;
        cards.add(card);
        return "CHANGED";
    }

    public String load(int number, long cents) {
        Card card = cards.get(number);
        String standing = standing(card);
        card.balance += standing == null ? cents : 0;
        return standing == null ? "POSTED" : standing;
    }

    public String spend(int number, long cents) {
        Card card = cards.get(number);
        String standing = standing(card);
        if (standing != null || card.balance < cents) {
            return standing == null ? "NOT_ENOUGH_MONEY" : standing;
        }
        card.balance -= cents;
        card.spends.add(new long[] {cents});
        return "POSTED";
    }

    /** Gives back to a card, whatever its standing, unless another has its place. */
    public String giveBack(int number, int spend, long cents) {
        Card card = cards.get(number);
        if (card.replaced) {
            return "REPLACED";
        }
        long[] left = card.spends.get(spend);
        if (left[0] < cents) {
            return "MORE_THAN_SPENT";
        }
        left[0] -= cents;
        card.balance += cents;
        return "POSTED";
    }

    public void setBlocked(int number, boolean blocked) {
        Card card = cards.get(number);
        card.blocked = card.replaced ? card.blocked : blocked;
    }

    /** The next card has its place, its owner and its money. */
    public String replace(int number) {
        Card card = cards.get(number);
        if (card.replaced) {
            return "REPLACED";
        }
        Card fresh = new Card(card.digital, card.owner);
        fresh.balance = card.balance;
        card.balance = 0;
        card.replaced = true;
        cards.add(fresh);
        return "CHANGED";
    }

    public String redeem(int member, int number, long cents) {
        int holder = survivor(member);
        Card card = cards.get(number);
        if (!card.digital) {
            return "PHYSICAL_CARD";
        }
        if (card.owner != holder) {
            return "OTHER_OWNER";
        }
        if (standing(card) != null) {
            return "CARD_NOT_USABLE";
        }
        long points =
                BigDecimal.valueOf(cents).divide(perPoint, 0, RoundingMode.UP).longValueExact();
        if (holders.get(holder).points < points) {
            return "NOT_ENOUGH_POINTS";
        }
        holders.get(holder).points -= points;
        card.balance += cents;
        redemptions.add(new Redemption(holder, card, cents, points));
        return "REDEEMED";
    }

    public String undo(int number) {
        Redemption redemption = redemptions.get(number);
        if (holders.get(redemption.holder).mergedInto >= 0) {
            return "CLOSED";
        }
        if (redemption.undone || redemption.card.balance < redemption.cents) {
            return redemption.undone ? "ALREADY_REVERSED" : "GIFT_CARD_SPENT";
        }
        redemption.undone = true;
        redemption.card.balance -= redemption.cents;
        holders.get(redemption.holder).points += redemption.points;
        return "REVERSED";
    }

    /** Members who are not one yet. */
    public String merge(int into, int from) {
        Holder gone = holders.get(survivor(from));
        int left = survivor(from);
        int stays = survivor(into);
        holders.get(stays).points += gone.points;
        gone.points = 0;
        gone.mergedInto = stays;
        cards.stream().filter(card -> card.owner == left).forEach(card -> card.owner = stays);
        return "MERGED";
    }

    private static String standing(Card card) {
        return card.replaced ? "REPLACED" : card.blocked ? "BLOCKED" : null;
    }
}

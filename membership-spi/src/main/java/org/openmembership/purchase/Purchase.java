package org.openmembership.purchase;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.AttributeCode;
import org.openmembership.shared.Channel;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.PriceGroup;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.Texts;
import org.openmembership.shared.TillCode;

/**
 * A sale from any source at line level, with tenders (A27, A56, A57).
 *
 * <p>Returns are lines with a quantity below zero; they may name the line they give back. All amounts are in one currency.
 *
 * @param key the host's number of the receipt or order; a purchase is kept once for ever
 * @param purchasedAt by the till's clock, in microseconds
 * @param place where it took place
 * @param buyer how the host says who bought
 * @param content lines and tenders
 */
public record Purchase(ExternalKey key, Instant purchasedAt, Place place, Buyer buyer, Content content) {
    public static final int MAX_LINES = 10_000;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    public Purchase {
        purchasedAt = purchasedAt.truncatedTo(ChronoUnit.MICROS);
        if (purchasedAt.isBefore(EARLIEST) || purchasedAt.isAfter(LATEST)) {
            throw new IllegalArgumentException("purchasedAt must be from 1900 to 9998, not " + purchasedAt);
        }
    }

    /**
     * @param till null where the sale came from no till
     * @param orderType the host's word for the kind of sale (A56), 1 to 100 characters; null where it has none
     */
    public record Place(
            StoreCode store,
            @Nullable TillCode till,
            Channel channel,
            @Nullable String orderType) {
        public static final int MAX_ORDER_TYPE = 100;

        public Place {
            if (orderType != null) {
                Texts.requireCode("orderType", orderType, MAX_ORDER_TYPE);
            }
        }

        public static Place of(String store, String channel) {
            return new Place(StoreCode.of(store), null, Channel.of(channel), null);
        }
    }

    /**
     * @param currency of all amounts, also where there are no lines
     * @param lines by number
     * @param tenders in the order paid; may be empty where the host does not know
     * @param grounds what else rules may ask
     */
    public record Content(CurrencyUnit currency, List<PurchaseLine> lines, List<Tender> tenders, Grounds grounds) {
        public Content(CurrencyUnit currency, List<PurchaseLine> lines, List<Tender> tenders) {
            this(currency, lines, tenders, Grounds.NONE);
        }

        public Content {
            lines = lines.stream()
                    .sorted(Comparator.comparingInt(PurchaseLine::number))
                    .toList();
            tenders = List.copyOf(tenders);
            if (lines.isEmpty() || lines.size() > MAX_LINES) {
                throw new IllegalArgumentException("a purchase has 1 to 10,000 lines, not " + lines.size());
            }
            Set<Integer> numbers = new HashSet<>();
            for (PurchaseLine line : lines) {
                if (!numbers.add(line.number())) {
                    throw new IllegalArgumentException("two lines have the number " + line.number());
                }
                requireCurrency(currency, line.amount().getCurrencyUnit());
            }
            tenders.forEach(tender -> requireCurrency(currency, tender.amount().getCurrencyUnit()));
        }

        private static void requireCurrency(CurrencyUnit expected, CurrencyUnit actual) {
            if (!expected.equals(actual)) {
                throw new IllegalArgumentException("a purchase in " + expected + " holds an amount in " + actual);
            }
        }
    }

    /**
     * What the host knows of the sale beyond lines and tenders.
     *
     * @param priceGroup at which it was made, null where there is none
     * @param attributes the buyer has; at most ten
     * @param rate from the sale's currency to that of a club that counts in another one, null where there is none (R33)
     */
    public record Grounds(
            @Nullable PriceGroup priceGroup,
            Set<AttributeCode> attributes,
            @Nullable ExchangeRate rate) {
        public static final Grounds NONE = new Grounds(null, Set.of(), null);
        public static final int MAX_ATTRIBUTES = 10;

        public Grounds {
            attributes = Set.copyOf(attributes);
            if (attributes.size() > MAX_ATTRIBUTES) {
                throw new IllegalArgumentException("a buyer has at most 10 attributes, not " + attributes.size());
            }
        }
    }

    /**
     * How many units of another currency one unit of the sale's is; empty where the sale says no rate to that currency.
     */
    public Optional<BigDecimal> rateTo(CurrencyUnit other) {
        if (currency().equals(other)) {
            return Optional.of(BigDecimal.ONE);
        }
        return Optional.ofNullable(content.grounds().rate())
                .filter(rate -> rate.currency().equals(other))
                .map(ExchangeRate::rate);
    }

    public List<PurchaseLine> lines() {
        return content.lines();
    }

    public CurrencyUnit currency() {
        return content.currency();
    }

    /** The exact sum of the lines; below zero where more came back than was sold. */
    public BigMoney total() {
        BigMoney sum = BigMoney.zero(content.currency());
        for (PurchaseLine line : content.lines()) {
            sum = sum.plus(line.amount());
        }
        return sum;
    }

    public Optional<PurchaseLine> line(int number) {
        return content.lines().stream().filter(line -> line.number() == number).findFirst();
    }
}

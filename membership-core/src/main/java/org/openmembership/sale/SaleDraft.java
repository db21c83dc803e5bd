package org.openmembership.sale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.EmailKey;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.ExternalKey;

/**
 * A sale as another system sends it (A57), nothing of it checked yet; {@link Sales#read} makes a purchase of it.
 *
 * @param source who numbered it; required
 * @param number its number there, unique for ever; required
 * @param purchasedAt required
 * @param currency an ISO code; required
 * @param lines at least one
 * @param grounds what else rules may ask, null for nothing
 */
public record SaleDraft(
        @NotNull @Size(min = 1, max = ExternalKey.MAX_SOURCE) @Nullable
        String source,

        @NotNull @Size(min = 1, max = ExternalKey.MAX_VALUE) @Nullable
        String number,

        @NotNull @Nullable Instant purchasedAt,
        @NotNull @Valid @Nullable Place place,
        @Valid @Nullable Buyer buyer,

        @NotNull @Size(min = 3, max = 3) @Nullable String currency,

        @Size(min = 1, max = Purchase.MAX_LINES) List<@NotNull @Valid Line> lines,
        @Size(max = 100) List<@NotNull @Valid Payment> payments,
        @Valid @Nullable Grounds grounds) {
    /** A sale about which rules can ask no more than its lines and payments. */
    public SaleDraft(
            @Nullable String source,
            @Nullable String number,
            @Nullable Instant purchasedAt,
            @Nullable Place place,
            @Nullable Buyer buyer,
            @Nullable String currency,
            List<Line> lines,
            List<Payment> payments) {
        this(source, number, purchasedAt, place, buyer, currency, lines, payments, null);
    }

    public SaleDraft {
        lines = Collections.unmodifiableList(new ArrayList<>(lines));
        payments = Collections.unmodifiableList(new ArrayList<>(payments));
    }

    /**
     * Where the sale took place.
     *
     * @param store required
     * @param channel required
     */
    public record Place(
            @NotNull @Nullable String store,
            @Nullable String till,
            @NotNull @Nullable String channel,
            @Nullable String orderType) {}

    /**
     * Who bought; the first that is set decides (A58).
     *
     * @param customerSource whose customer number {@code customerNumber} is
     */
    public record Buyer(
            @Nullable String card,
            @Nullable String memberId,
            @Nullable String customerSource,
            @Nullable String customerNumber,
            @Size(max = EmailKey.MAX_LENGTH) @Nullable String email) {
        @Override
        public String toString() {
            return "Buyer[***]";
        }
    }

    /**
     * What was sold or, with a quantity and an amount below zero, given back.
     *
     * @param sku required
     * @param categories the nearest first
     * @param quantity required
     * @param amount with tax, after discounts; required
     * @param returnOf the line it gives back, null where it names none
     */
    public record Line(
            @NotNull @Nullable String sku,
            @Size(max = Article.MAX_GROUPS) List<@NotNull String> categories,
            @Size(max = Article.MAX_GROUPS) List<@NotNull String> specialGroups,
            @Nullable String promotion,
            @NotNull @Nullable BigDecimal quantity,
            @NotNull @Nullable BigDecimal amount,
            @Nullable BigDecimal tax,
            @Nullable BigDecimal discount,
            @Valid @Nullable Original returnOf) {
        public Line {
            categories = Collections.unmodifiableList(new ArrayList<>(categories));
            specialGroups = Collections.unmodifiableList(new ArrayList<>(specialGroups));
        }

        public static Line of(@Nullable String sku, @Nullable BigDecimal quantity, @Nullable BigDecimal amount) {
            return new Line(sku, List.of(), List.of(), null, quantity, amount, null, null, null);
        }
    }

    /** The line of an earlier sale; lines are numbered from 1 in the order in which they were sent. */
    public record Original(
            @NotNull @Nullable String source,
            @NotNull @Nullable String number,
            @Min(1) @Max(Purchase.MAX_LINES) int line) {}

    /**
     * What the host knows of the sale beyond lines and payments.
     *
     * @param attributes the buyer has
     * @param rateCurrency the other currency into which {@code rate} converts one unit of the sale's (R33)
     */
    public record Grounds(
            @Nullable String priceGroup,
            @Size(max = Purchase.Grounds.MAX_ATTRIBUTES) List<@NotNull String> attributes,
            @Nullable String rateCurrency,
            @Nullable BigDecimal rate) {
        public Grounds {
            attributes = Collections.unmodifiableList(new ArrayList<>(attributes));
        }
    }

    /** How a part was paid; below zero where it was paid back. */
    public record Payment(
            @NotNull @Nullable String type,
            @NotNull @Nullable BigDecimal amount) {}
}

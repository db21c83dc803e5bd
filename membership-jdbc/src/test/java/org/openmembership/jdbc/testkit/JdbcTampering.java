package org.openmembership.jdbc.testkit;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.LedgerHead;
import org.openmembership.account.MemberAccount;
import org.openmembership.customer.CustomerId;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointCount;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.testkit.Tampering;

/** Plants violations by plain SQL, past the stores and past what the schema itself forbids. */
final class JdbcTampering implements Tampering {
    private static final long BEYOND_RANGE = 200_000_000_000_000L;
    private static final int POINT_VALUE_SCALE = 6;

    private final UncheckedRows rows;

    JdbcTampering(UncheckedRows rows) {
        this.rows = rows;
    }

    @Override
    public void put(PointEntry entry) {
        PointEntry.Cause cause = entry.cause();
        PointEntry.Origin origin = cause.origin();
        EntryId related = origin.related();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("account", entry.account().value());
        row.put("seq", entry.id().seq());
        row.put("kind", cause.kind().name());
        row.put("point_kind", cause.pointKind().name());
        row.put("points", entry.points().hundredths());
        row.put("balance_after", entry.balanceAfter().hundredths());
        row.put("occurred_at", micros(cause.times().occurredAt()));
        row.put("recorded_at", micros(cause.times().recordedAt()));
        row.put("scheme", cause.basis().scheme().value());
        row.put("club_version", cause.basis().clubVersion());
        row.put("point_value", pointValue(cause.basis()));
        row.put("currency", cause.basis().valuePerPoint().getCurrencyUnit().getCode());
        row.put("operation", origin.command().operation().name());
        row.put("club", origin.command().club().value());
        row.put("key_source", origin.command().key().source());
        row.put("key_value", origin.command().key().value());
        row.put("part", origin.part());
        row.put("related_account", related == null ? null : related.account().value());
        row.put("related_seq", related == null ? null : related.seq());
        rows.put("om_entry", List.of("account", "seq"), row);
    }

    @Override
    public void remove(EntryId entry) {
        rows.execute("delete from om_entry where tenant = ? and account = ? and seq = ?", key(entry));
    }

    @Override
    public void put(Lot lot) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("account", lot.id().entry().account().value());
        row.put("seq", lot.id().entry().seq());
        row.put("number", lot.id().number());
        row.put("point_kind", lot.kind().name());
        row.put("granted", lot.granted().hundredths());
        row.put("remaining", lot.remaining().hundredths());
        row.put("is_open", lot.isOpen() ? 1 : 0);
        row.put("earned_at", micros(lot.life().earnedAt()));
        row.put("available_from", micros(lot.life().availableFrom()));
        row.put("lapses_at", micros(lot.life().lapsesAt()));
        row.put("ends_at", micros(lot.life().endsAt()));
        rows.put("om_lot", List.of("account", "seq", "number"), row);
    }

    @Override
    public void put(Allocation allocation) {
        LotId lot = allocation.lot();
        String sameLot = lot == null
                ? " and lot_seq is null"
                : " and lot_seq = " + lot.entry().seq() + " and lot_number = " + lot.number();
        int changed = rows.execute(
                "update om_allocation set points = " + allocation.points().hundredths()
                        + " where tenant = ? and account = ? and entry_seq = ? and purpose = '" + allocation.purpose()
                        + "'" + sameLot,
                key(allocation.entry()));
        if (changed == 0) {
            Map<String, @Nullable Object> row = positioned("om_allocation", allocation.entry());
            row.put("purpose", allocation.purpose().name());
            row.put("lot_seq", lot == null ? null : lot.entry().seq());
            row.put("lot_number", lot == null ? null : lot.number());
            row.put("points", allocation.points().hundredths());
            rows.add("om_allocation", row);
        }
    }

    @Override
    public void put(Hold hold) {
        Hold.Ending ending = hold.ending();
        EntryId captured = ending == null ? null : ending.captured();
        Map<String, @Nullable Object> row = keyed(hold);
        row.put("owner_kind", hold.owner().kind().name());
        row.put("owner_reference", hold.owner().reference());
        row.put("points", hold.points().hundredths());
        row.put("placed_at", micros(hold.life().placedAt()));
        row.put("expires_at", micros(hold.life().expiresAt()));
        row.put("ended_at", ending == null ? null : micros(ending.at()));
        row.put("captured_account", captured == null ? null : captured.account().value());
        row.put("captured_seq", captured == null ? null : captured.seq());
        rows.put("om_hold", List.copyOf(keyed(hold).keySet()), row);
        int position = 0;
        for (Hold.Part part : hold.parts()) {
            position++;
            Map<String, @Nullable Object> held = keyed(hold);
            held.put("lot_account", part.lot().entry().account().value());
            held.put("lot_seq", part.lot().entry().seq());
            held.put("lot_number", part.lot().number());
            List<String> key = List.copyOf(held.keySet());
            held.put("position", position);
            held.put("points", part.points().hundredths());
            held.put("since_at", micros(hold.life().placedAt()));
            held.put("until_at", micros(hold.life().expiresAt()));
            rows.put("om_hold_part", key, held);
        }
    }

    private static Map<String, @Nullable Object> keyed(Hold hold) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("account", hold.id().account().value());
        row.put("key_source", hold.id().key().source());
        row.put("key_value", hold.id().key().value());
        return row;
    }

    @Override
    public void add(EarnedLine line) {
        Map<String, @Nullable Object> row = positioned("om_earned_line", line.entry());
        row.put("key_source", line.line().purchase().source());
        row.put("key_value", line.line().purchase().value());
        row.put("line_number", line.line().line());
        row.put("point_kind", line.kind().name());
        row.put("points", line.points().hundredths());
        rows.add("om_earned_line", row);
    }

    @Override
    public void put(MemberAccount account) {
        LedgerHead head = account.head();
        rows.execute(
                "update om_account set seq = " + head.seq() + ", booked = "
                        + head.booked().hundredths() + ", debt = " + head.debt().hundredths() + ", withheld = "
                        + head.withheld().hundredths() + ", next_change_at = "
                        + micros(head.changes().next()) + ", last_recorded_at = "
                        + micros(head.changes().lastRecordedAt()) + ", held_until = "
                        + micros(head.changes().heldUntil()) + ", version = " + account.version()
                        + ", scheme = '" + account.scheme().value() + "', status = '"
                        + account.standing().status() + "' where tenant = ? and id = ?",
                List.of(account.id().value()));
    }

    @Override
    public void share(MemberAccount account, MemberId member, boolean main) {
        List<Object> other =
                List.of(member.value(), account.club().value(), account.id().value());
        boolean taken = rows.number(
                        "select count(*) from om_account_member where tenant = ? and member = ? and club = ? and account <> ?",
                        other)
                > 0;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("account", account.id().value());
        row.put("member", member.value());
        // a copy of the account's club that the key does not see through
        row.put("club", taken ? UUID.randomUUID().toString() : account.club().value());
        row.put("is_main", main ? 1 : 0);
        rows.put("om_account_member", List.of("account", "member"), row);
    }

    @Override
    public void put(PointCount count) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("account", count.account().value());
        row.put("start_on", (int) count.span().start().toEpochDay());
        row.put("span", count.span().kind().name());
        row.put("rule", count.span().rule() == null ? "" : count.span().rule().value());
        row.put("points", count.points().hundredths());
        row.put("most", count.most().hundredths());
        row.put("version", count.version());
        rows.put("om_point_count", List.of("account", "start_on", "span", "rule"), row);
    }

    @Override
    public void put(CustomerAccount account) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("customer", account.customer().value());
        row.put("currency", account.balance().getCurrencyUnit().getCode());
        row.put("balance", account.balance().getAmount().movePointRight(4).longValueExact());
        row.put("is_open", account.balance().isZero() ? 0 : 1);
        row.put("seq", account.seq());
        rows.put("om_on_account", List.of("customer"), row);
    }

    @Override
    public void put(GiftCard card) {
        rows.execute(
                "update om_gift_card set balance = "
                        + card.balance().getAmount().movePointRight(4).longValueExact()
                        + " where tenant = ? and id = ?",
                List.of(card.id().value()));
    }

    @Override
    public void remove(GiftCardId card, long seq) {
        rows.execute(
                "delete from om_gift_card_entry where tenant = ? and card = ? and seq = " + seq, List.of(card.value()));
    }

    @Override
    public void remove(CommandKey command) {
        rows.execute(
                "delete from om_command where tenant = ? and operation = ? and key_source = ? and key_value = ? and club = ?",
                List.of(
                        command.operation().name(),
                        command.key().source(),
                        command.key().value(),
                        command.club().value()));
    }

    @Override
    public void unlink(CustomerId customer) {
        rows.execute("delete from om_member_customer where tenant = ? and customer = ?", List.of(customer.value()));
    }

    @Override
    public void relink(CustomerId customer, Instant at) {
        rows.execute(
                "update om_member_customer set linked_at = " + micros(at) + " where tenant = ? and customer = ?",
                List.of(customer.value()));
    }

    @Override
    public void redirect(CustomerId customer, CustomerId to) {
        rows.execute(
                "update om_customer set merged_into = '" + to + "' where tenant = ? and id = ?",
                List.of(customer.value()));
    }

    @Override
    public void redirect(MemberId member, MemberId to) {
        rows.execute(
                "update om_member set merged_into = '" + to + "' where tenant = ? and id = ?", List.of(member.value()));
    }

    @Override
    public boolean removeTerms(MemberId member) {
        String sql = "update om_member set terms_version = null where tenant = ? and id = ?";
        return rows.executeWithout("om_member", "om_member_terms", sql, List.of(member.value())) == 1;
    }

    @Override
    public boolean overflow(EntryId entry) {
        String sql = "update om_entry set points = " + BEYOND_RANGE + " where tenant = ? and account = ? and seq = ?";
        return rows.executeWithout("om_entry", "om_entry_range", sql, key(entry)) == 1;
    }

    private Map<String, @Nullable Object> positioned(String table, EntryId entry) {
        long last = rows.number(
                "select max(position) from " + table + " where tenant = ? and account = ? and entry_seq = ?",
                key(entry));
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("account", entry.account().value());
        row.put("entry_seq", entry.seq());
        row.put("position", last + 1);
        return row;
    }

    private static List<Object> key(EntryId entry) {
        return Arrays.asList(entry.account().value(), entry.seq());
    }

    private static long pointValue(PointEntry.Basis basis) {
        return basis.valuePerPoint()
                .getAmount()
                .setScale(POINT_VALUE_SCALE, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
}

package org.openmembership.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The tables that units of work write, in an order in which each comes after those it refers to.
 *
 * <p>The columns are in the order of the values of a row; {@code tenant} leads them all and is added when a row is sent.
 */
enum Table {
    CLUB("id"),
    CLUB_VERSION(
            "club, number integer, effective_from bigint, published_at bigint, consumption, until_idle integer, kind, "
                    + "format integer, document"),
    SCHEME_CODE("scheme, club"),
    COMMAND("operation, key_source, key_value, club, account, fingerprint, first_seq bigint, last_seq bigint, outcome, "
            + "figures, actor_kind, actor_reference, recorded_at bigint"),
    ACCOUNT("id, club, type, main_member, opened_at bigint, status, scheme, coming_scheme, coming_at bigint, "
            + "pin_reason, pin_until integer, pin_floor, block_reason, block_by_kind, block_by_reference, "
            + "block_since bigint, next_review_on integer, seq bigint, booked bigint, debt bigint, withheld bigint, next_change_at bigint, last_recorded_at bigint, held_until bigint, "
            + "version bigint"),
    ACCOUNT_SUCCESSOR("account, successor, member"),
    ACCOUNT_MEMBER("account, member, club, is_main integer"),
    SCHEME_MOVE(
            "account, number integer, from_scheme, to_scheme, cause, measure, recorded_at bigint, effective_on integer, "
                    + "until_on integer"),
    SCHEME_STANDING("account, earned_scheme, earned_since integer, earned_until integer, missed_on integer, "
            + "grace_until integer, paid_scheme, paid_from integer, paid_until integer"),
    CARD("number, club, series, store, created_at bigint, account, member, held_since bigint, first_used_at bigint, "
            + "last_valid_on integer, replaced_by, status, block_reason, block_by_kind, block_by_reference, "
            + "block_since bigint, version integer"),
    CARD_SCAN("scan, card"),
    CARD_SERIES("club, series, next bigint, version integer"),
    CARD_BATCH("key_source, key_value, club, series, first bigint, size integer, created_at bigint"),
    GIFT_CARD(
            "id, kind, owner, currency, balance bigint, seq bigint, created_at bigint, last_day integer, replaced_by, status, "
                    + "block_reason, block_by_kind, block_by_reference, block_since bigint, version integer"),
    GIFT_CARD_CODE("hash, card, kind, last_four, source_card, seed"),
    GIFT_CARD_ENTRY(
            "card, seq bigint, kind, amount bigint, balance_after bigint, currency, spend_seq bigint, point_account, "
                    + "point_seq bigint, other_card, key_source, key_value, actor_kind, actor_reference, recorded_at bigint"),
    GIFT_CARD_ANSWER("operation, key_source, key_value, fingerprint, card, seq bigint, outcome, recorded_at bigint"),
    PURCHASE(
            "id, key_source, key_value, fingerprint, purchased_at bigint, store, till, channel, order_type, buyer_card, "
                    + "buyer_member, buyer_customer, buyer_reference_source, buyer_reference_value, member, is_awaiting integer, "
                    + "missing, currency, price_group, attributes, rate_currency, rate bigint, total bigint, recorded_at bigint"),
    WAITING_SALE(
            "purchase, account, key_source, key_value, club, holder, buys integer, points bigint, not_before bigint, due_at bigint, "
                    + "state, version integer"),
    PURCHASE_LINE(
            "purchase, number integer, sku, categories, special_groups, promotion, quantity bigint, amount bigint, "
                    + "tax bigint, discount bigint, original_source, original_value, original_line integer"),
    SALE_ASSIGNMENT(
            "sale_source, sale_value, number integer, key_source, key_value, from_member, to_member, assigned_at bigint"),
    PURCHASE_TENDER("purchase, number integer, type, amount bigint"),
    ENTRY("account, seq bigint, kind, point_kind, points bigint, balance_after bigint, occurred_at bigint, "
            + "recorded_at bigint, scheme, club_version integer, point_value bigint, currency, operation, club, key_source, "
            + "key_value, part integer, related_account, related_seq bigint, reason, member, card, store, till"),
    LOT("account, seq bigint, number integer, point_kind, granted bigint, remaining bigint, is_open integer, "
            + "earned_at bigint, available_from bigint, lapses_at bigint, ends_at bigint"),
    LOT_DESCENT("account, seq bigint, number integer, from_account, from_seq bigint, from_number integer"),
    ALLOCATION(
            "account, entry_seq bigint, position integer, purpose, lot_seq bigint, lot_number integer, points bigint"),
    JOURNAL_NUMBER("club, last_number bigint"),
    JOURNAL(
            "club, number bigint, type, operation, key_source, key_value, line_count integer, document, reverses bigint, "
                    + "posted_at bigint"),
    JOURNAL_EFFECT("account, first_seq bigint, last_seq bigint, club, number bigint"),
    HOLD("account, key_source, key_value, owner_kind, owner_reference, points bigint, placed_at bigint, "
            + "expires_at bigint, ended_at bigint, captured_account, captured_seq bigint"),
    HOLD_PART("account, key_source, key_value, lot_account, lot_seq bigint, lot_number integer, position integer, "
            + "points bigint, since_at bigint, until_at bigint"),
    EXPIRY_WARNING("account, lot_seq bigint, lot_number integer, window_code, member, points bigint, lapses_at bigint, "
            + "warned_at bigint"),
    EARNED_LINE("account, entry_seq bigint, position integer, key_source, key_value, line_number integer, point_kind, "
            + "points bigint"),
    POINT_COUNT("account, start_on integer, span, rule, points bigint, most bigint, version bigint"),
    ADJUSTED_DAY("actor_kind, actor_reference, adjusted_on integer, points bigint, version bigint"),
    EXPLANATION("account, entry_seq bigint, kind, format integer, document"),
    CUSTOMER(
            "id, reference_source, reference_value, created_at bigint, account_code, sort_name, first_name, last_name, title, "
                    + "company_name, company_number, vat_number, found_us, images, "
                    + "gender, marital_status, receipt_by_email integer, email, email_key, type, status, "
                    + "active integer, price_list, free_delivery integer, global_discount bigint, pay_on_account integer, "
                    + "customer_class, price_group, ledger_use, location, tax_key, terms_code, email_set_by_staff_at bigint, "
                    + "version integer, merged_into"),
    CUSTOMER_KEY("customer, kind, value"),
    CUSTOMER_PHONE("customer, number integer, typed, e164, type"),
    CUSTOMER_ADDRESS("customer, number integer, line1, line2, town, county, postcode, country, uses"),
    ON_ACCOUNT("customer, currency, balance bigint, is_open integer, seq bigint"),
    ON_ACCOUNT_ENTRY(
            "customer, seq bigint, kind, amount bigint, balance_after bigint, currency, key_source, key_value, "
                    + "actor_kind, actor_reference, occurred_at bigint, recorded_at bigint"),
    ON_ACCOUNT_COMMENT("customer, seq bigint, text"),
    NOTE(
            "id, customer, key_source, key_value, text, category, store, status, is_open integer, due_on integer, assignee, "
                    + "actor_kind, actor_reference, created_at bigint, version integer"),
    MERGE("id, key_source, key_value, fingerprint, survivor, actor_kind, actor_reference, merged_at bigint, "
            + "is_undone integer, undone_at bigint"),
    MERGE_MOVE("merge_id, number integer, kind, subject, origin, target"),
    MERGE_AGREEMENT("member, other, agreed_at bigint"),
    DUPLICATE_DISMISSAL("first_customer, second_customer, actor_kind, actor_reference, dismissed_at bigint"),
    CONSENT(
            "customer, channel, state, at bigint, cause, source, evidence, actor_kind, actor_reference, version integer"),
    CONSENT_CHANGE(
            "customer, channel, version integer, state, at bigint, cause, source, evidence, actor_kind, actor_reference"),
    OPT_IN("id, customer, channel, consent integer, code_hash, token_hash, expires_at bigint, attempts integer, "
            + "created_at bigint, version integer"),
    INVITATION(
            "id, customer, email_key, invited_at bigint, code_hash, token_hash, expires_at bigint, attempts integer, state, "
                    + "version integer"),
    CUSTOMER_GROUP("code, name, audience, channel, version integer"),
    GROUP_MEMBER("group_code, customer, is_member integer, since bigint, actor_kind, actor_reference, version integer"),
    APP_USER("id, username, email, email_key, enabled integer, verified_at bigint, epoch integer"),
    MEMBER(
            "id, reference_source, reference_value, user_id, email, email_key, first_name, last_name, birthdate integer, "
                    + "gender, marital_status, receipt_by_email integer, status, primary_customer, terms_version, "
                    + "terms_at bigint, terms_by_kind, terms_by_reference, terms_channel, "
                    + "created_at bigint, registered_at bigint, activated_at bigint, version integer, block_reason, "
                    + "block_by_kind, block_by_reference, block_since bigint, merged_into"),
    MEMBER_PHONE("member, number integer, typed, e164, type"),
    MEMBER_ADDRESS("member, number integer, line1, line2, town, county, postcode, country, uses"),
    MEMBER_CUSTOMER("customer, member, linked_at bigint"),
    REGISTRATION("id, user_id, member, epoch integer, email, first_name, last_name, birthdate integer, "
            + "gender, marital_status, receipt_by_email integer, terms_version, "
            + "terms_at bigint, terms_by_kind, terms_by_reference, terms_channel, accepts, code_hash, token_hash, expires_at bigint, "
            + "attempts integer, state, version integer"),
    CARD_WISH("registration, scan"),
    REGISTRATION_PHONE("registration, number integer, typed, e164, type"),
    REGISTRATION_ADDRESS("registration, number integer, line1, line2, town, county, postcode, country, uses"),
    ENVOY("member, status, since bigint, code, settings integer, version integer"),
    ENVOY_SETTINGS("envoy, number integer, from_at bigint, percent bigint, benefit_days integer, is_own integer"),
    RECRUIT("member, envoy, since bigint, until_at bigint, refused"),
    ENVOY_REWARD("sale_source, sale_value, account, club, envoy_account, envoy_seq bigint, percent bigint, "
            + "rounding_step bigint, direction, earned bigint, given bigint, version integer"),
    ENVOY_WISH("registration, code"),
    CREDENTIAL("user_id, hash, set_at bigint, version integer"),
    CONFIRMATION("id, purpose, user_id, epoch integer, email, previous, code_hash, token_hash, expires_at bigint, "
            + "attempts integer, state, created_at bigint, version integer"),
    THROTTLE(
            "id, account, failures integer, counted_at bigint, paused_until bigint, trusted_at bigint, version integer"),
    NOTIFICATION(
            "id, purpose, user_id, registration, confirmation, opt_in, invitation, customer, former_email, created_at bigint, state, "
                    + "due_at bigint, attempts integer, delivered_at bigint"),
    ERASURE("id, person_kind, person_id, slot, state, reason, proof, by_kind, by_reference, requested_at bigint, "
            + "not_before bigint, done_by_kind, done_by_reference, done_at bigint, version integer"),
    ERASED_ACCOUNT("erasure, account, club, outcome, written_off bigint, new_main"),
    ERASURE_HOLDER("erasure, holder, state, records bigint, attempts integer, asked_at bigint"),
    TOMBSTONE("kind, source, value, erasure"),
    OUTBOX(
            "id, recorded_at bigint, version bigint, position integer, topic_kind, topic_id, actor_kind, actor_reference, "
                    + "kind, format integer, document, is_waiting integer"),
    OUTBOX_TURN("number bigint, ends_at bigint"),
    AUDIT_RECORD(
            "recorded_at bigint, id, actor_kind, actor_reference, permission, topic_kind, topic_id, verdict, kind, "
                    + "format integer, document");

    private final List<Column> columns;

    Table(String definition) {
        this.columns = Column.list(definition);
    }

    String sqlName() {
        return "om_" + name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no table is called that */
    static Table named(String sqlName) {
        return Stream.of(values())
                .filter(table -> table.sqlName().equals(sqlName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no table " + sqlName));
    }

    List<Column> columns() {
        return columns;
    }

    /** The columns with these names, in the order of the names. */
    List<Column> columns(List<String> names) {
        List<Column> found = new ArrayList<>();
        for (String name : names) {
            found.add(columns.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(this + " has no column " + name)));
        }
        return List.copyOf(found);
    }
}

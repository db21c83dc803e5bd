package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountStatus;
import org.openmembership.account.AccountType;
import org.openmembership.account.LedgerHead;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemePin;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Block;
import org.openmembership.shared.ReasonCode;

/** A member account as a row of {@code om_account}; its parts change separately, under one version. */
final class AccountRow {
    /** The columns that {@link #read} wants, first and in this order, of a table called {@code a}. */
    static final String COLUMNS = """
            a.id, a.club, a.type, a.main_member, a.opened_at, a.status, a.scheme, a.coming_scheme, a.coming_at,
            a.pin_reason, a.pin_until, a.pin_floor, a.block_reason, a.block_by_kind, a.block_by_reference, a.block_since,
            a.next_review_on, a.seq, a.booked, a.debt, a.withheld, a.next_change_at, a.last_recorded_at, a.held_until, a.version""";

    private static final Change STANDING = Change.of(
            Table.ACCOUNT,
            "status, scheme, coming_scheme, coming_at, pin_reason, pin_until, pin_floor, block_reason, block_by_kind, "
                    + "block_by_reference, block_since, next_review_on, version",
            "id, version");
    private static final Change OWNER = Change.of(Table.ACCOUNT, "type, main_member, status, version", "id, version");
    private static final Change HEAD = Change.of(
            Table.ACCOUNT,
            "seq, booked, debt, withheld, next_change_at, last_recorded_at, held_until, version",
            "id, version");

    private AccountRow() {}

    static void add(JdbcUnit unit, MemberAccount account) {
        MemberAccount.Owner owner = account.owner();
        MemberAccount.Standing standing = account.standing();
        MemberAccount.Coming coming = standing.coming();
        SchemePin pin = standing.pin();
        Block block = standing.block();
        LedgerHead head = account.head();
        unit.add(
                Table.ACCOUNT,
                account.id().value(),
                owner.club().value(),
                owner.type(),
                member(owner),
                owner.openedAt(),
                standing.status(),
                standing.scheme().value(),
                coming == null ? null : coming.scheme().value(),
                coming == null ? null : coming.from(),
                pin == null ? null : pin.reason().value(),
                pin == null ? null : pin.until(),
                pin == null ? null : floor(pin),
                block == null ? null : block.reason().value(),
                block == null ? null : block.by().kind(),
                block == null ? null : block.by().reference(),
                block == null ? null : block.since(),
                standing.nextReview(),
                head.seq(),
                head.booked(),
                head.debt(),
                head.withheld(),
                head.changes().next(),
                head.changes().lastRecordedAt(),
                head.changes().heldUntil(),
                account.version());
    }

    /** Changes who represents it, and its standing with it. */
    static void changeOwner(JdbcUnit unit, MemberAccount account) {
        MemberAccount.Owner owner = account.owner();
        unit.change(
                OWNER,
                owner.type(),
                member(owner),
                account.standing().status(),
                account.version() + 1,
                account.id().value(),
                account.version());
    }

    private static @Nullable String member(MemberAccount.Owner owner) {
        MemberId main = owner.mainMember();
        return main == null ? null : main.value();
    }

    static void changeStanding(JdbcUnit unit, MemberAccount account) {
        MemberAccount.Standing standing = account.standing();
        MemberAccount.Coming coming = standing.coming();
        SchemePin pin = standing.pin();
        Block block = standing.block();
        unit.change(
                STANDING,
                standing.status(),
                standing.scheme().value(),
                coming == null ? null : coming.scheme().value(),
                coming == null ? null : coming.from(),
                pin == null ? null : pin.reason().value(),
                pin == null ? null : pin.until(),
                pin == null ? null : floor(pin),
                block == null ? null : block.reason().value(),
                block == null ? null : block.by().kind(),
                block == null ? null : block.by().reference(),
                block == null ? null : block.since(),
                standing.nextReview(),
                account.version() + 1,
                account.id().value(),
                account.version());
    }

    static void changeHead(JdbcUnit unit, MemberAccount account) {
        LedgerHead head = account.head();
        unit.change(
                HEAD,
                head.seq(),
                head.booked(),
                head.debt(),
                head.withheld(),
                head.changes().next(),
                head.changes().lastRecordedAt(),
                head.changes().heldUntil(),
                account.version() + 1,
                account.id().value(),
                account.version());
    }

    /** By position, because names cost as much as the rest and every call reads an account. */
    static MemberAccount read(ResultSet row) throws SQLException {
        return new MemberAccount(AccountId.of(row.getString(1)), owner(row), standing(row), head(row), row.getLong(25));
    }

    private static MemberAccount.Owner owner(ResultSet row) throws SQLException {
        String main = row.getString(4);
        return new MemberAccount.Owner(
                ClubId.of(row.getString(2)),
                AccountType.valueOf(row.getString(3)),
                main == null ? null : MemberId.of(main),
                Values.instant(row, 5));
    }

    private static MemberAccount.Standing standing(ResultSet row) throws SQLException {
        return new MemberAccount.Standing(
                AccountStatus.valueOf(row.getString(6)),
                SchemeId.of(row.getString(7)),
                coming(row),
                pin(row),
                BlockColumns.read(row, 13),
                Values.day(row, 17));
    }

    private static MemberAccount.@Nullable Coming coming(ResultSet row) throws SQLException {
        String scheme = row.getString(8);
        return scheme == null ? null : new MemberAccount.Coming(SchemeId.of(scheme), Values.instant(row, 9));
    }

    private static @Nullable SchemePin pin(ResultSet row) throws SQLException {
        String reason = row.getString(10);
        return reason == null
                ? null
                : new SchemePin(ReasonCode.of(reason), Values.dayOrNull(row, 11), floor(row.getString(12)));
    }

    private static @Nullable SchemeId floor(@Nullable String code) {
        return code == null ? null : SchemeId.of(code);
    }

    private static @Nullable String floor(SchemePin pin) {
        SchemeId floor = pin.floor();
        return floor == null ? null : floor.value();
    }

    private static LedgerHead head(ResultSet row) throws SQLException {
        return new LedgerHead(
                row.getLong(18),
                Values.points(row, 19),
                Values.points(row, 20),
                Values.points(row, 21),
                new LedgerHead.Changes(Values.instant(row, 22), Values.instant(row, 23), Values.instant(row, 24)));
    }
}

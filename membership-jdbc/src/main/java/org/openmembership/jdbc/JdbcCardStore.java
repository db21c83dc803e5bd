package org.openmembership.jdbc;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardBatch;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStore;
import org.openmembership.card.IssuedCard;
import org.openmembership.card.MembershipCard;
import org.openmembership.card.SeriesCounter;
import org.openmembership.club.ClubId;
import org.openmembership.club.SeriesId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.StoreCode;
import org.openmembership.user.RegistrationId;

/** Cards in {@code om_card}, found by {@code om_card_scan}, whose key gives out once what a scanner reads. */
final class JdbcCardStore implements CardStore {
    private static final Comparator<MembershipCard> BY_NUMBER = comparing(MembershipCard::number);
    private static final String CARDS = "select " + CardRow.COLUMNS;
    private static final String SCANNED = CARDS + """
            , x.scan
             from om_card_scan x
             join om_card c on c.tenant = x.tenant and c.number = x.card
            where x.tenant = :tenant and x.scan {in:scans}""";
    private static final String OF_ACCOUNT =
            CARDS + " from om_card c where c.tenant = :tenant and c.account = :account order by c.number";
    private static final String OF_MEMBER = CARDS + """
             from om_account_member s
             join om_card c on c.tenant = s.tenant and c.account = s.account
            where s.tenant = :tenant and s.member = :member and (c.member is null or c.member = :member)
            order by c.number""";
    private static final String UNASSIGNED = CARDS + """
             from om_card c
            where c.tenant = :tenant and c.club = :club and c.status = :status and c.number > :after""";
    private static final String IN_ORDER = " order by c.number limit :limit";
    private static final String FREE = UNASSIGNED + " and c.store is null" + IN_ORDER;
    private static final String ALLOCATED = UNASSIGNED + " and c.store = :store" + IN_ORDER;
    private static final String COUNTER = """
            select next, version from om_card_series
             where tenant = :tenant and club = :club and series = :series
             order by series{lock}""";
    private static final Change DRAWN = Change.of(Table.CARD_SERIES, "next, version", "club, series, version");
    private static final String BATCH = """
            select club, series, first, size, created_at from om_card_batch
             where tenant = :tenant and key_source = :source and key_value = :value""";
    private static final String WISH =
            "select scan from om_card_wish where tenant = :tenant and registration = :registration";

    private final JdbcUnit unit;

    JdbcCardStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(List<IssuedCard> cards) {
        for (IssuedCard issued : cards) {
            CardRow.add(unit, issued.card());
            issued.scans().stream()
                    .sorted()
                    .forEach(scan -> unit.add(
                            Table.CARD_SCAN,
                            scan.value(),
                            issued.card().number().value()));
        }
    }

    @Override
    public void update(List<MembershipCard> cards) {
        cards.forEach(card -> CardRow.update(unit, card));
    }

    @Override
    public void firstUsed(CardNumber number, Instant at) {
        CardRow.firstUsed(unit, number, at);
    }

    @Override
    public Optional<MembershipCard> find(CardNumber scanned) {
        return findAll(Set.of(scanned)).values().stream().findFirst();
    }

    @Override
    public Map<CardNumber, MembershipCard> findAll(Set<CardNumber> scanned) {
        Map<CardNumber, MembershipCard> found = new HashMap<>();
        if (!scanned.isEmpty()) {
            unit.gather()
                    .list("scans", scanned.stream().map(CardNumber::value).toList())
                    .all(SCANNED, row -> found.put(CardNumber.of(row.getString("scan")), CardRow.read(row)));
        }
        return found;
    }

    @Override
    public List<MembershipCard> of(AccountId account) {
        return unit.gather().bind("account", account.value()).all(OF_ACCOUNT, CardRow::read).stream()
                .sorted(BY_NUMBER)
                .toList();
    }

    @Override
    public List<MembershipCard> of(MemberId member) {
        return unit.gather().bind("member", member.value()).all(OF_MEMBER, CardRow::read).stream()
                .sorted(BY_NUMBER)
                .toList();
    }

    @Override
    public Page<MembershipCard> unassigned(ClubId club, @Nullable StoreCode store, Page.Request page) {
        Page.Cursor after = page.after("cards");
        Gathering gathering = unit.gather()
                .bind("club", club.value())
                .bind("status", store == null ? "FREE" : "ALLOCATED")
                .bind("after", after == null ? "" : after.value())
                .bind("limit", page.limit() + 1);
        if (store != null) {
            gathering.bind("store", store.value());
        }
        List<MembershipCard> found = gathering.all(store == null ? FREE : ALLOCATED, CardRow::read);
        return Pages.of(found, page, "cards", last -> last.number().value());
    }

    @Override
    public Optional<SeriesCounter> counterForUpdate(CardBatch.Series series) {
        return unit.gather()
                .bind("club", series.club().value())
                .bind("series", series.id().value())
                .one(COUNTER, row -> new SeriesCounter(series, row.getLong("next"), row.getInt("version")));
    }

    @Override
    public void keep(SeriesCounter counter) {
        String club = counter.series().club().value();
        String series = counter.series().id().value();
        if (counter.version() == SeriesCounter.FIRST_VERSION) {
            unit.add(Table.CARD_SERIES, club, series, counter.next(), counter.version());
        } else {
            unit.change(DRAWN, counter.next(), counter.version(), club, series, counter.version() - 1);
        }
    }

    @Override
    public void add(CardBatch batch) {
        unit.add(
                Table.CARD_BATCH,
                batch.key().source(),
                batch.key().value(),
                batch.series().club().value(),
                batch.series().id().value(),
                batch.first(),
                batch.count(),
                batch.createdAt());
    }

    @Override
    public Optional<CardBatch> batch(ExternalKey key) {
        return unit.gather()
                .bind("source", key.source())
                .bind("value", key.value())
                .one(BATCH, row -> batch(key, row));
    }

    private static CardBatch batch(ExternalKey key, ResultSet row) throws SQLException {
        return new CardBatch(
                key,
                new CardBatch.Series(ClubId.of(row.getString("club")), SeriesId.of(row.getString("series"))),
                row.getLong("first"),
                row.getInt("size"),
                Values.instant(row, "created_at"));
    }

    @Override
    public void wish(RegistrationId registration, CardNumber scanned) {
        unit.add(Table.CARD_WISH, registration.value(), scanned.value());
    }

    @Override
    public Optional<CardNumber> wishOf(RegistrationId registration) {
        return unit.gather()
                .bind("registration", registration.value())
                .one(WISH, row -> CardNumber.of(row.getString("scan")));
    }
}

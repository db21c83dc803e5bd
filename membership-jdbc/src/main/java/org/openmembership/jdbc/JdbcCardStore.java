package org.openmembership.jdbc;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStatus;
import org.openmembership.card.CardStore;
import org.openmembership.card.MembershipCard;
import org.openmembership.member.MemberId;

/** Membership cards in {@code om_card}, whose key gives a number out once. */
final class JdbcCardStore implements CardStore {
    private static final String COLUMNS = "select number, account, member, status from om_card where tenant = :tenant";
    private static final String BY_NUMBER = COLUMNS + " and number = :number";
    private static final String OF_ACCOUNT = COLUMNS + " and account = :account order by number";

    private final JdbcUnit unit;

    JdbcCardStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(MembershipCard card) {
        MemberId member = card.member();
        unit.add(
                Table.CARD,
                card.number().value(),
                card.account().value(),
                member == null ? null : member.value(),
                card.status());
    }

    @Override
    public Optional<MembershipCard> find(CardNumber number) {
        return unit.gather().bind("number", number.value()).one(BY_NUMBER, JdbcCardStore::read);
    }

    @Override
    public List<MembershipCard> of(AccountId account) {
        return unit.gather().bind("account", account.value()).all(OF_ACCOUNT, JdbcCardStore::read).stream()
                .sorted(comparing(MembershipCard::number))
                .toList();
    }

    private static MembershipCard read(ResultSet row) throws SQLException {
        String member = row.getString("member");
        return new MembershipCard(
                CardNumber.of(row.getString("number")),
                AccountId.of(row.getString("account")),
                member == null ? null : MemberId.of(member),
                CardStatus.valueOf(row.getString("status")));
    }
}

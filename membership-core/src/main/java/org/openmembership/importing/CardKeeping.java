package org.openmembership.importing;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardBatch;
import org.openmembership.card.CardEvent.CardImported;
import org.openmembership.card.CardNumber;
import org.openmembership.card.IssuedCard;
import org.openmembership.card.MembershipCard;
import org.openmembership.card.SeriesCounter;
import org.openmembership.club.CardSeries;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.SeriesId;
import org.openmembership.command.Caller;
import org.openmembership.importing.ImportReport.Kept;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Block;
import org.openmembership.step.Accounts;
import org.openmembership.step.Facts;
import org.openmembership.step.ScannedCards;
import org.openmembership.storage.Stores;

/** Keeps a chunk of cards of another system: the same number of questions for any number of rows. */
record CardKeeping(Caller caller, ScannedCards scanned, ClubId club, Instant now) {
    /** What keeping a chunk would come to; nothing is written. */
    Kept look(List<CardRow> chunk, Stores stores) {
        return decide(chunk, stores).kept();
    }

    Kept keep(List<CardRow> chunk, Stores stores, Facts facts) {
        CardChoice choice = decide(chunk, stores);

        Map<MemberId, MemberAccount> opened = new HashMap<>();
        List<IssuedCard> cards = new ArrayList<>();
        for (CardChoice.Accepted accepted : choice.accepted()) {
            MembershipCard card = card(accepted, choice.terms(), opened, stores, facts);
            cards.add(new IssuedCard(card, accepted.scans()));
            facts.happened(new CardImported(club, card.account().orElse(null), card.number()), now);
        }
        stores.cards().add(cards);
        moveCounters(choice, stores);
        return choice.kept();
    }

    private CardChoice decide(List<CardRow> chunk, Stores stores) {
        Club terms = caller.clubs().require(club, now, stores).club();
        Owners owners = Owners.of(chunk.stream().map(CardRow::holder).toList(), club, stores);
        List<Set<CardNumber>> scans =
                chunk.stream().map(row -> scans(row, terms)).toList();
        Set<CardNumber> all = scans.stream().flatMap(Set::stream).collect(toSet());
        CardChoice choice = new CardChoice(terms, owners, stores.cards().findAll(all));
        for (int i = 0; i < chunk.size(); i++) {
            choice.take(i, chunk.get(i), scans.get(i));
        }
        return choice;
    }

    /** All that a scanner may read from the card; its number alone where no series of ours has made it. */
    private Set<CardNumber> scans(CardRow row, Club terms) {
        CardSeries series = CardChoice.series(row, terms);
        OptionalLong serial = series == null
                ? OptionalLong.empty()
                : series.serial(row.number().value());
        Set<CardNumber> read = series == null || serial.isEmpty()
                ? Set.of(row.number())
                : series.scans(serial.getAsLong()).stream()
                        .map(CardNumber::of)
                        .collect(toCollection(LinkedHashSet::new));
        return scanned.issued(MembershipCard.free(row.number(), issue(row)), read)
                .scans();
    }

    private MembershipCard.Issue issue(CardRow row) {
        return new MembershipCard.Issue(club, row.series(), row.store(), now);
    }

    private MembershipCard card(
            CardChoice.Accepted accepted, Club terms, Map<MemberId, MemberAccount> opened, Stores stores, Facts facts) {
        CardRow row = accepted.row();
        Member member = accepted.owner().member();
        MemberAccount account = account(accepted, terms, opened, stores, facts);
        MembershipCard.Holder holder = account == null
                ? null
                : new MembershipCard.Holder(account.id(), member == null ? null : member.id(), now);
        Block block = row.blockReason() == null ? null : new Block(row.blockReason(), caller.actor(), now);
        MembershipCard.Life life = new MembershipCard.Life(null, lastDay(row, account, terms), null);
        return new MembershipCard(row.number(), issue(row), holder, life, block, MembershipCard.FIRST_VERSION);
    }

    /** What the row says, else what the series says of a card that is handed out today. */
    private @Nullable LocalDate lastDay(CardRow row, @Nullable MemberAccount account, Club terms) {
        CardSeries series = CardChoice.series(row, terms);
        return row.lastValidOn() != null || account == null || series == null
                ? row.lastValidOn()
                : series.life().lastDay(terms.businessDate(now), !account.isUnassigned());
    }

    /** Where the card belongs: the account there is, or a new one of the member's or, for a card in use, nobody's (R55). */
    private @Nullable MemberAccount account(
            CardChoice.Accepted accepted, Club terms, Map<MemberId, MemberAccount> opened, Stores stores, Facts facts) {
        Owners.Found owner = accepted.owner();
        Member member = owner.member();
        if (owner.account() != null) {
            return owner.account();
        }
        if (member != null) {
            return opened.computeIfAbsent(
                    member.id(), id -> Accounts.openFor(id, terms, now, caller.ids(), stores, facts));
        }
        MemberAccount.Owner nobody = new MemberAccount.Owner(club, AccountType.PRIVATE, null, now);
        return accepted.row().isInUse() ? Accounts.open(nobody, terms, caller.ids(), stores, facts) : null;
    }

    /** Numbers are drawn behind the highest one that came from elsewhere. */
    private void moveCounters(CardChoice choice, Stores stores) {
        Map<SeriesId, Long> highest = new TreeMap<>();
        choice.accepted().stream()
                .filter(accepted -> accepted.row().series() != null)
                .forEach(accepted -> highest.merge(
                        accepted.row().series(), choice.serial(accepted.row()).orElseThrow(), Math::max));
        highest.forEach((id, serial) -> {
            CardBatch.Series series = new CardBatch.Series(club, id);
            long start = choice.terms()
                    .accounts()
                    .cards()
                    .series(id)
                    .orElseThrow()
                    .format()
                    .start();
            SeriesCounter counter =
                    stores.cards().counterForUpdate(series).orElseGet(() -> new SeriesCounter(series, start, 0));
            SeriesCounter moved = counter.behind(serial);
            if (!moved.equals(counter)) {
                stores.cards().keep(moved);
            }
        });
    }
}

package org.openmembership.testkit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.card.CardNumber;
import org.openmembership.card.IssuedCard;
import org.openmembership.card.MembershipCard;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.ClubVersion;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.PointValue;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Document;

/** Clubs, accounts and cards that do not matter. */
public final class AnyClub {
    private AnyClub() {}

    public static Club anyClub() {
        return anyClub(ClubId.of(Any.any("club")));
    }

    /** A club in euros with two schemes, {@code silver} reached by hand, and a point for every euro. */
    public static Club anyClub(ClubId id) {
        return Club.builder(id)
                .name("Coffee Club")
                .in(CurrencyUnit.EUR, ZoneId.of("Europe/Berlin"))
                .pointValue(PointValue.of(CurrencyUnit.EUR, "0.01"))
                .schemes(Scheme.byHand(id + "-basic", "Basic", 1), Scheme.byHand(id + "-silver", "Silver", 2))
                .rules(PointRule.everything("base", PointRate.amount("1", "1")))
                .build();
    }

    /** A version whose document no storage reads, and no reader of clubs either. */
    public static ClubVersion anyVersion(Club club, int number) {
        Document document = new Document("club", 1, "{\"name\": \"" + club.name() + "\"}");
        return new ClubVersion(
                club.id(), number, Any.minute(number), Any.minute(-1), ClubVersion.Taking.of(club), document);
    }

    /** The nearest expiry first, and no inactivity. */
    public static ClubVersion.Taking taking() {
        return new ClubVersion.Taking(ConsumptionOrder.NEAREST_EXPIRY, false);
    }

    public static Set<SchemeId> schemes(Club club) {
        Set<SchemeId> schemes = new TreeSet<>();
        club.schemes().forEach(scheme -> schemes.add(scheme.id()));
        return schemes;
    }

    public static AccountId anyAccountId() {
        return AccountId.of(Any.any("account"));
    }

    public static MemberAccount anyAccount(Club club, @Nullable MemberId mainMember) {
        MemberAccount.Owner owner =
                new MemberAccount.Owner(club.id(), AccountType.PRIVATE, mainMember, Any.anyInstant());
        return MemberAccount.open(anyAccountId(), owner, club.defaultScheme(), LocalDate.of(2026, 4, 1));
    }

    /** The first entry of an account's scheme history. */
    public static SchemeMove opening(MemberAccount account) {
        return new SchemeMove(
                account.id(),
                1,
                new SchemeMove.Change(null, account.scheme()),
                new SchemeMove.Cause(SchemeMove.Cause.Kind.OPENED, null),
                new SchemeMove.When(Any.anyInstant(), LocalDate.of(2026, 3, 2)));
    }

    /** A card of the account, as it is handed out. */
    public static MembershipCard anyCard(MemberAccount account, @Nullable MemberId member) {
        return card(Any.any("card"), account, member);
    }

    public static MembershipCard card(String number, MemberAccount account, @Nullable MemberId member) {
        MembershipCard.Issue issue = new MembershipCard.Issue(account.club(), null, null, Any.minute(1));
        MembershipCard.Holder holder = new MembershipCard.Holder(account.id(), member, Any.minute(2));
        return new MembershipCard(CardNumber.of(number), issue, holder, MembershipCard.Life.NEW, null, 1);
    }

    /** Cards that scan as their numbers alone. */
    public static List<IssuedCard> issued(MembershipCard... cards) {
        return Stream.of(cards)
                .map(card -> new IssuedCard(card, Set.of(card.number())))
                .toList();
    }
}

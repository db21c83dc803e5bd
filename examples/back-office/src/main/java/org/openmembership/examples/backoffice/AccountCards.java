package org.openmembership.examples.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.Scheme;
import org.openmembership.customer.Customer;
import org.openmembership.examples.foodmart.Figures;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.member.Member;
import org.openmembership.shared.Points;
import org.openmembership.statement.PointsSummary;

/** What a member holds in each club, in short (A23, A29). */
record AccountCards(Words words) {
    Markup of(Call call, Customer customer, Member member) {
        List<MemberAccount> accounts = call.clerk().members().accounts(member.id());
        List<Markup> cards = new ArrayList<>();
        for (Club club : call.clerk().clubs().all()) {
            Optional<MemberAccount> account = accounts.stream()
                    .filter(held -> held.club().equals(club.id()))
                    .findFirst();
            cards.add(account.map(held -> card(call, customer, club, held))
                    .orElseGet(() -> join(call, customer, member, club)));
        }
        return Markup.all(cards);
    }

    private Markup card(Call call, Customer customer, Club club, MemberAccount account) {
        AccountId id = account.id();
        PointsSummary summary = call.clerk().statements().summary(id).orElseThrow();
        return Parts.section(
                club.name(),
                Parts.tiles(
                        Parts.tile("Points", Figures.of(summary.balance().available()), worth(club, summary)),
                        Parts.tile("Earned", Figures.of(summary.earned()), "ever"),
                        Parts.tile("Redeemed", Figures.of(summary.redeemed()), "ever")),
                Parts.facts(
                        Parts.fact("Scheme", scheme(club, account)),
                        Parts.fact("Account", Standing.badge(account)),
                        Parts.fact("Cards", cards(call, id)),
                        Parts.fact("Since", words.day(account.owner().openedAt()))),
                Parts.actions(
                        Parts.action(Paths.of(customer.id(), id, "points"), "Statement"),
                        Parts.action(Paths.of(customer.id(), id, "adjust"), "Adjust points"),
                        Parts.action(Paths.of(customer.id(), id, "card"), "Hand out a card"),
                        Parts.action(
                                Paths.of(customer.id(), id, "block"),
                                account.block().isPresent() ? "Unblock" : "Block")));
    }

    private static Markup cards(Call call, AccountId account) {
        List<Markup> cards = call.clerk().cards().of(account).stream()
                .map(card -> Parts.badge(
                        card.isBlocked() ? "bad" : "plain", card.number().value()))
                .toList();
        return cards.isEmpty() ? Markup.text("none") : Markup.all(cards);
    }

    private static String worth(Club club, PointsSummary summary) {
        Points available = summary.balance().available();
        return available.isPositive()
                ? "worth " + Figures.of(club.points().value().of(available))
                : "";
    }

    String scheme(Club club, MemberAccount account) {
        String name = club.scheme(account.scheme())
                .map(Scheme::name)
                .orElse(account.scheme().value());
        return name + (account.pinOn(words.today()).isEmpty() ? "" : ", by hand");
    }

    /** What ends next, in words. */
    String expiring(Outstanding next) {
        return Figures.of(next.points()) + " on " + words.day(next.lapsesAt().minusSeconds(1));
    }

    private static Markup join(Call call, Customer customer, Member member, Club club) {
        if (!member.isActive()) {
            return Parts.section(
                    club.name(),
                    Parts.paragraph("No account: the member has not proven the address yet, or is closed."));
        }
        Markup form = Form.to(Paths.of(customer.id(), "enrol"), call)
                .hidden("club", club.id().value())
                .send("Join " + club.name(), null);
        return Parts.section(club.name(), Parts.paragraph("No account in this club yet."), form);
    }

    /** The account of a club that the path names, and the club. */
    record Held(MemberAccount account, Club club) {}

    /** Answers with a page about the account that the path names, or says that the customer has none such. */
    static Reply on(Call call, Customer customer, Function<Held, Reply> page) {
        return named(call, customer).map(page).orElseGet(() -> Reply.notFound("account"));
    }

    private static Optional<Held> named(Call call, Customer customer) {
        String wanted = call.inPath("account");
        return call.clerk().members().ofCustomer(customer.id()).stream()
                .flatMap(member -> call.clerk().members().accounts(member.id()).stream())
                .filter(account -> account.id().value().equals(wanted))
                .findFirst()
                .flatMap(account -> club(call, account.club()).map(club -> new Held(account, club)));
    }

    private static Optional<Club> club(Call call, ClubId id) {
        return call.clerk().clubs().current(id);
    }
}

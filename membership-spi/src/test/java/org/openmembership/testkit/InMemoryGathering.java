package org.openmembership.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.MembershipCard;
import org.openmembership.club.ClubId;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.OpenLots;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.ledger.OpenedSales;
import org.openmembership.ledger.OpenedSales.Shopper;
import org.openmembership.ledger.SaleRequest;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.purchase.Buyer;
import org.openmembership.shared.ExternalKey;

/** The gathering steps of keyed commands and of sales. */
final class InMemoryGathering {
    private final InMemoryCommands commands;
    private final InMemoryCustomers customers;
    private final InMemoryMembers members;
    private final InMemoryClubs clubs;
    private final InMemoryAccounts accounts;
    private final InMemoryEnvoys envoys;
    private final InMemoryCards cards;
    private final InMemoryPurchases purchases;
    private final InMemoryLots lots;

    InMemoryGathering(State state) {
        commands = new InMemoryCommands(state);
        customers = new InMemoryCustomers(state);
        members = new InMemoryMembers(state);
        clubs = new InMemoryClubs(state);
        accounts = new InMemoryAccounts(state);
        envoys = new InMemoryEnvoys(state);
        cards = new InMemoryCards(state);
        purchases = new InMemoryPurchases(state);
        lots = new InMemoryLots(state);
    }

    OpenedLedgers open(LedgerRequest request) {
        List<RecordedCommand> recorded = request.keys().stream()
                .distinct()
                .map(commands::find)
                .flatMap(Optional::stream)
                .toList();
        List<MemberAccount> locked = accounts.lock(request.accounts());
        Map<AccountId, OpenLots> found = new HashMap<>();
        locked.forEach(account -> found.put(account.id(), lots(account.id(), request.cover())));
        return new OpenedLedgers(recorded, locked, found, clubVersions(locked));
    }

    OpenedSales openSales(SaleRequest request) {
        Map<ExternalKey, Fingerprint> kept = new HashMap<>();
        purchases
                .findAll(request.purchases())
                .forEach(found -> kept.put(found.purchase().key(), found.fingerprint()));
        Map<Buyer, Shopper> shoppers = new HashMap<>();
        SortedSet<AccountId> ids = new TreeSet<>();
        for (Buyer buyer : request.buyers()) {
            shopper(buyer).ifPresent(found -> {
                ids.addAll(found.accounts());
                ids.addAll(envoysOf(found));
                shoppers.put(
                        buyer,
                        !isRecruit(found)
                                ? found
                                : new Shopper(
                                        found.customer(), found.member(), found.accounts(), found.neverUsed(), true));
            });
        }
        List<MemberAccount> locked = accounts.lock(ids);
        return new OpenedSales(kept, shoppers, locked, clubVersions(locked));
    }

    private OpenLots lots(AccountId account, @Nullable Cover cover) {
        return cover == null ? OpenLots.NONE_READ : lots.covering(account, cover);
    }

    private Map<ClubId, Integer> clubVersions(List<MemberAccount> locked) {
        Map<ClubId, Integer> numbers = new HashMap<>();
        for (MemberAccount account : locked) {
            clubs.lastNumber(account.club()).ifPresent(number -> numbers.put(account.club(), number));
        }
        return numbers;
    }

    private Optional<Shopper> shopper(Buyer buyer) {
        if (buyer.card() != null) {
            return cards.find(buyer.card()).map(this::carrier);
        }
        if (buyer.member() != null) {
            return members.standing(buyer.member()).map(this::member);
        }
        if (buyer.customer() != null) {
            return customers.find(buyer.customer()).map(this::customer);
        }
        if (buyer.customerReference() != null) {
            return customers.withReference(buyer.customerReference()).map(this::customer);
        }
        return Optional.ofNullable(buyer.email()).flatMap(this::mailbox);
    }

    private Shopper carrier(MembershipCard card) {
        List<AccountId> account = card.account().stream().toList();
        Stream<MemberId> sharers = account.stream().flatMap(id -> accounts.membersOf(id).stream());
        MemberId member = card.carrier() == null ? sharers.findFirst().orElse(null) : card.carrier();
        MemberStanding standing =
                member == null ? null : members.standing(member).orElse(null);
        return new Shopper(null, standing, account, card.life().firstUsedAt() == null ? card.number() : null);
    }

    private Shopper member(MemberStanding standing) {
        return new Shopper(null, standing, accountsOf(standing));
    }

    private Shopper customer(Customer customer) {
        return members.standingOfCustomer(customer.id())
                .map(standing -> new Shopper(customer.id(), standing, accountsOf(standing)))
                .orElseGet(() -> new Shopper(customer.id(), null, List.of()));
    }

    private Optional<Shopper> mailbox(EmailKey email) {
        Optional<Shopper> member =
                members.standingsWithEmail(email).stream().findFirst().map(this::member);
        return member.or(() -> customers.withEmail(email).stream().findFirst().map(this::customer));
    }

    private boolean isRecruit(Shopper shopper) {
        MemberStanding member = shopper.member();
        return member != null
                && envoys.recruit(member.member())
                        .filter(found -> found.refusal().isEmpty())
                        .isPresent();
    }

    private List<AccountId> envoysOf(Shopper shopper) {
        MemberStanding member = shopper.member();
        return member == null
                ? List.of()
                : envoys
                        .recruit(member.member())
                        .filter(found -> found.refusal().isEmpty())
                        .stream()
                        .flatMap(found -> accounts.of(envoys.now(found.envoy())).stream())
                        .map(MemberAccount::id)
                        .toList();
    }

    private List<AccountId> accountsOf(MemberStanding standing) {
        return accounts.of(standing.member()).stream().map(MemberAccount::id).toList();
    }
}

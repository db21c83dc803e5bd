package org.openmembership.identification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.club.Club;
import org.openmembership.club.SchemeId;
import org.openmembership.command.Caller;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailKey;
import org.openmembership.identification.IdentificationResult.Identified;
import org.openmembership.identification.IdentificationResult.IdentifiedAccount;
import org.openmembership.identification.IdentificationResult.NotIdentified;
import org.openmembership.identification.IdentificationResult.Reason;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.purchase.Provisional;
import org.openmembership.shared.Block;
import org.openmembership.step.Eligible;
import org.openmembership.step.MaskedCards;
import org.openmembership.step.ScannedCards;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.Stores;
import org.openmembership.user.Username;

/** The door to finding out who stands at the till (B36, D12). Nothing is written. Thread-safe. */
public final class Identification {
    private final Caller caller;
    private final ScannedCards scanned;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public Identification(Caller caller, ScannedCards scanned) {
        this.caller = caller;
        this.scanned = scanned;
    }

    /**
     * By a card or code that was scanned, with or without what a scanner may leave out (R19); answers with the one account
     * it belongs to. Also by a barcode that a mask of a club cuts the number out of (B20); what could be several cards is none.
     *
     * <p>A card that another has replaced is blocked, and no more is said. Its last day ends in the club's zone.
     */
    public IdentificationResult byCard(CardNumber number) {
        Instant now = caller.now();
        return identify(stores -> {
            Optional<MembershipCard> card = new MaskedCards(scanned, caller.clubs(), now).find(number, stores);
            return card.isEmpty() ? new NotIdentified(Reason.UNKNOWN) : ofCard(card.get(), now, stores);
        });
    }

    /** By our id of a member. */
    public IdentificationResult byMember(MemberId member) {
        return one(stores -> stores.members().standing(member).stream().toList());
    }

    /** By the name a member signs in with. */
    public IdentificationResult byUsername(Username username) {
        return one(stores ->
                stores.members().standingWithUsername(username).stream().toList());
    }

    /** By the address a member has now. */
    public IdentificationResult byEmail(EmailKey email) {
        return one(stores -> stores.members().standingsWithEmail(email));
    }

    /** By a phone number; several active members may have it. */
    public IdentificationResult byPhone(E164 phone) {
        return one(stores -> stores.members().standingsWithPhone(phone, 2));
    }

    private IdentificationResult identify(Function<Stores, IdentificationResult> search) {
        return caller.read(Permission.IDENTIFY, Subject.NOBODY, search);
    }

    private IdentificationResult one(Function<Stores, List<MemberStanding>> search) {
        Instant now = caller.now();
        return identify(stores -> {
            List<MemberStanding> found = search.apply(stores);
            List<MemberStanding> active =
                    found.stream().filter(MemberStanding::isActive).toList();
            if (active.size() > 1) {
                return new NotIdentified(Reason.AMBIGUOUS);
            }
            if (active.isEmpty()) {
                return new NotIdentified(found.isEmpty() ? Reason.UNKNOWN : Reason.NOT_ACTIVE);
            }
            if (active.get(0).blocked()) {
                return new NotIdentified(Reason.BLOCKED);
            }
            MemberId member = active.get(0).member();
            return answer(member, stores.accounts().of(member), now, stores);
        });
    }

    private IdentificationResult ofCard(MembershipCard card, Instant now, Stores stores) {
        MemberId carrier = card.carrier();
        Optional<MemberAccount> account = card.account().flatMap(stores.accounts()::find);
        if (card.isBlocked()) {
            return new NotIdentified(Reason.BLOCKED);
        }
        if (account.isEmpty()) {
            return new NotIdentified(Reason.UNKNOWN);
        }
        Club club = caller.clubs().require(card.club(), now, stores).club();
        if (card.isExpiredOn(club.businessDate(now))) {
            return new NotIdentified(Reason.EXPIRED);
        }
        if (account.get().isClosed()) {
            return new NotIdentified(Reason.NOT_ACTIVE);
        }
        if (carrier != null) {
            Optional<MemberStanding> standing = stores.members().standing(carrier);
            if (!maySpend(standing)) {
                return new NotIdentified(Reason.NOT_ACTIVE);
            }
            if (standing.filter(MemberStanding::blocked).isPresent()) {
                return new NotIdentified(Reason.BLOCKED);
            }
        }
        return answer(carrier, List.of(account.get()), now, stores);
    }

    private static boolean maySpend(Optional<MemberStanding> standing) {
        return standing.filter(found -> found.isActive() || found.status() == MemberStatus.IMPORTED)
                .isPresent();
    }

    private IdentificationResult answer(
            @Nullable MemberId member, List<MemberAccount> accounts, Instant now, Stores stores) {
        List<MemberAccount> open =
                accounts.stream().filter(account -> !account.isClosed()).toList();
        boolean allBlocked = !open.isEmpty()
                && open.stream().allMatch(account -> account.block().isPresent());
        if (allBlocked) {
            return new NotIdentified(Reason.BLOCKED);
        }
        Map<AccountId, AccountLedger> ledgers = Workbooks.open(open, now, stores);
        Map<AccountId, Provisional> waiting = stores.waitingSales().provisional(ledgers.keySet());
        return new Identified(
                member,
                ledgers.values().stream()
                        .map(ledger -> shown(
                                ledger, waiting.getOrDefault(ledger.account().id(), Provisional.NOTHING), stores))
                        .toList());
    }

    private IdentifiedAccount shown(AccountLedger ledger, Provisional provisional, Stores stores) {
        MemberAccount account = ledger.account();
        Club club = caller.clubs().require(account.club(), ledger.at(), stores).club();
        SchemeId scheme = account.schemeIn(club, ledger.at());
        return new IdentifiedAccount(
                account.id(),
                account.club(),
                scheme,
                club.benefitsOf(scheme),
                ledger.balance(),
                provisional,
                Eligible.is(account, club, stores),
                account.block().map(Block::since).orElse(null));
    }
}

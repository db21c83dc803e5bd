package org.openmembership.holding;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.openmembership.access.Permission;
import org.openmembership.club.Club;
import org.openmembership.club.HoldTerms;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.command.Undecided;
import org.openmembership.holding.HoldResult.Held;
import org.openmembership.holding.HoldResult.KeyReused;
import org.openmembership.holding.HoldResult.OutcomeUnknown;
import org.openmembership.holding.HoldResult.Refused;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.step.Asking;
import org.openmembership.step.SpendingRoom;
import org.openmembership.storage.Stores;

/** Sets points aside. */
final class PlaceCommand implements KeyedCommand<HoldResult> {
    private static final String HELD = "HELD";
    private static final String ASKED = "asked";
    private static final String AVAILABLE = "available";

    private final HoldRequest request;
    private final Actor owner;

    PlaceCommand(HoldRequest request, Actor owner) {
        this.request = request;
        this.owner = owner;
    }

    @Override
    public Identity identity() {
        String content = "hold;" + request.account() + ";" + request.points() + ";" + request.life();
        return new Identity(
                Operation.HOLD, Permission.REDEEM, request.account(), request.key(), Fingerprint.of(content));
    }

    @Override
    public Cover cover(Club club, Instant now) {
        return new Cover(request.points(), club.terms().spending().order(), now);
    }

    @Override
    public Decision<HoldResult> decide(Situation situation) {
        AccountLedger ledger = situation.ledger(request.account());
        HoldTerms terms = situation.terms().terms().holds();
        Duration asked = request.life();
        Duration life = asked == null ? terms.longest() : asked;
        SpendingRoom room = SpendingRoom.of(
                ledger.account(), situation.terms(), ledger.holds().total(), ledger.at(), situation.stores());
        Optional<HoldRefusal> refusal = refusal(ledger, life, terms, room);
        if (refusal.isPresent()) {
            return refuse(refusal.get(), ledger);
        }

        Hold hold = ledger.holds()
                .place(
                        new HoldId(request.account(), request.key()),
                        owner,
                        request.points(),
                        situation.terms().terms().spending().order(),
                        ledger.at().plus(life));
        return Decision.done(
                new Held(hold, ledger.available(), false),
                Answer.of(HELD, Map.of(AVAILABLE, ledger.available().hundredths())),
                ledger.posting());
    }

    private Optional<HoldRefusal> refusal(AccountLedger ledger, Duration life, HoldTerms terms, SpendingRoom room) {
        Optional<HoldRefusal> standing = Asking.standing(ledger.account(), room.isEligible())
                .map(why -> HoldRefusal.valueOf(why.reason().name()));
        if (standing.isPresent()) {
            return standing;
        }
        if (life.compareTo(terms.longest()) > 0) {
            return Optional.of(HoldRefusal.TOO_LONG);
        }
        if (room.excess(request.points(), null).isPresent()) {
            return Optional.of(HoldRefusal.OUT_OF_BOUNDS);
        }
        boolean enough = !ledger.available().isLessThan(request.points());
        return enough ? Optional.empty() : Optional.of(HoldRefusal.NOT_ENOUGH_POINTS);
    }

    private Decision<HoldResult> refuse(HoldRefusal reason, AccountLedger ledger) {
        Map<String, Long> figures = Map.of(
                ASKED,
                request.points().hundredths(),
                AVAILABLE,
                ledger.available().hundredths());
        return Decision.refused(
                new Refused(reason, request.points(), ledger.available(), false), Answer.of(reason.name(), figures));
    }

    @Override
    public HoldResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, stores);
    }

    static HoldResult retell(RecordedCommand first, Stores stores) {
        Answer answer = first.answer();
        Points available = Points.ofHundredths(answer.figure(AVAILABLE));
        if (!answer.outcome().equals(HELD)) {
            Points asked = Points.ofHundredths(answer.figure(ASKED));
            return new Refused(HoldRefusal.valueOf(answer.outcome()), asked, available, true);
        }
        HoldId id = new HoldId(first.effect().account(), first.key().key());
        Hold hold = stores.ledger()
                .find(id)
                .orElseThrow(() -> new IllegalStateException("hold " + id + " was placed and is not there"));
        return new Held(hold, available, true);
    }

    @Override
    public Undecided<HoldResult> undecided() {
        return new Undecided<>(
                KeyReused::new,
                new Refused(HoldRefusal.UNKNOWN_ACCOUNT, request.points(), Points.ZERO, false),
                OutcomeUnknown::new);
    }
}

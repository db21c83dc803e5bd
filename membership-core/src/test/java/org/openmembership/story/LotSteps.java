package org.openmembership.story;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.extension.ExtensionRequest;
import org.openmembership.holding.CaptureRequest;
import org.openmembership.holding.HoldRequest;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.LotId;
import org.openmembership.reference.Model;
import org.openmembership.reference.Outcome;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.story.Story.Step;

/** What is done with holds and with the ends of lots, for the library and for the model. */
final class LotSteps {
    private final Membership library;
    private final Model model;
    private final List<AccountId> accounts;
    private final List<HoldId> holds = new ArrayList<>();

    LotSteps(Membership library, Model model, List<AccountId> accounts) {
        this.library = library;
        this.model = model;
        this.accounts = accounts;
    }

    /** One command for both. */
    record Delivery(Supplier<Outcome> library, Supplier<Outcome> model) {}

    Delivery of(Step.OfLots step, ExternalKey key) {
        if (step instanceof Step.Hold hold) {
            return place(hold, key);
        }
        if (step instanceof Step.Extend extend) {
            return extend(extend, key);
        }
        return step instanceof Step.Capture capture ? capture(capture, key) : release((Step.Release) step, key);
    }

    private Delivery place(Step.Hold step, ExternalKey key) {
        HoldId id = new HoldId(accounts.get(step.account()), key);
        holds.add(id);
        Duration life = Duration.ofHours(step.hours());
        HoldRequest request = HoldRequest.of(id.account(), Points.ofHundredths(step.points()), key)
                .lasting(life);
        return new Delivery(
                () -> Told.of(library.holding().place(request)),
                () -> model.hold(id.account().value(), step.points(), life, key.toString()));
    }

    private Delivery capture(Step.Capture step, ExternalKey key) {
        HoldId id = hold(step.hold());
        CaptureRequest all = CaptureRequest.of(id, key);
        CaptureRequest request = step.points() == 0 ? all : all.only(Points.ofHundredths(step.points()));
        return new Delivery(
                () -> Told.of(library.holding().capture(request)),
                () -> model.capture(id.account().value(), id.key().toString(), step.points(), key.toString()));
    }

    private Delivery release(Step.Release step, ExternalKey key) {
        HoldId id = hold(step.hold());
        return new Delivery(
                () -> Told.of(library.holding().release(id, key)),
                () -> model.release(id.account().value(), id.key().toString(), key.toString()));
    }

    private Delivery extend(Step.Extend step, ExternalKey key) {
        AccountId account = accounts.get(step.account());
        LocalDate lastDay = LocalDate.of(2026, 3, 1).plusDays(step.days());
        LotId lot = new LotId(new EntryId(account, step.entry()), 1);
        ExtensionRequest request = new ExtensionRequest(lot, lastDay, ReasonCode.of("goodwill"), key);
        return new Delivery(
                () -> Told.of(library.extension().extend(request)),
                () -> model.extend(account.value(), step.entry(), lastDay, key.toString()));
    }

    /** Counted from the last one that was asked for; one that nobody asked for where there are fewer. */
    private HoldId hold(int number) {
        int place = holds.size() - 1 - number;
        return place < 0 ? new HoldId(accounts.get(0), ExternalKey.of("story", "no-such-hold")) : holds.get(place);
    }
}

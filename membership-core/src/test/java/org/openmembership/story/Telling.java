package org.openmembership.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.club.ClubId;
import org.openmembership.expiry.ExpiryResult;
import org.openmembership.ledger.EntryId;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Purchase;
import org.openmembership.redemption.RedemptionRequest;
import org.openmembership.reference.Model;
import org.openmembership.reference.ModelRules;
import org.openmembership.reference.ModelSale;
import org.openmembership.reference.Outcome;
import org.openmembership.reversal.ReversalRequest;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.story.Story.Step;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.transfer.TransferRequest;

/** One story, told to the library and to the model; after each step both must look the same. */
final class Telling implements AutoCloseable {
    private static final Instant OPENING = Instant.parse("2026-03-01T12:00:00Z");

    private static final ModelRules BOOKS =
            StoryClubs.UNCHANGED.earning("1", "1").refunding("0.05");

    private final Story story;
    private final Shop shop;
    private final Model model = new Model(OPENING);
    private final List<AccountId> accounts = new ArrayList<>();
    private final List<MemberId> members = new ArrayList<>();
    private final Selling selling = new Selling();
    private final LotSteps holds;
    private final List<Command> commands = new ArrayList<>();
    private int keys = 100;

    /** A command as it can be delivered again and again. */
    private record Command(Supplier<Outcome> library, Supplier<Outcome> model, AtomicReference<Outcome> first) {}

    private Telling(Engine engine, Story story) {
        this.story = story;
        this.shop = Shop.open(engine);
        this.holds = new LotSteps(shop.membership(), model, accounts);
    }

    /** Tells what was answered on the way. */
    static Set<String> tell(Engine engine, Story story) {
        try (Telling telling = new Telling(engine, story)) {
            telling.begin();
            story.steps().forEach(telling::step);
            telling.deliverEverythingAgain();
            Conservation.check(telling.shop, telling.accounts.subList(0, Story.MEMBERS));
            RollingForward.check(
                    telling.library(), Shop.CLUB, telling.shop.time().instant());
            FiguresAgree.check(telling.library(), Shop.CLUB, telling.accounts);
            assertThat(telling.shop.violations()).as("audit").isEmpty();
            return telling.answers();
        }
    }

    private void begin() {
        model.publish(Shop.CLUB.value(), StoryClubs.UNCHANGED);
        publish(story.rules());
        for (int i = 0; i < Story.MEMBERS; i++) {
            members.add(shop.member());
            accounts.add(shop.account(members.get(i), Shop.CLUB));
        }
        ClubId elsewhere = shop.anotherClub("books");
        accounts.add(shop.account(members.get(0), elsewhere));
        model.publish(elsewhere.value(), StoryClubs.UNCHANGED);
        shop.publish(StoryClubs.books(elsewhere, BOOKS));
        model.publish(elsewhere.value(), BOOKS);
        for (int i = 0; i < accounts.size(); i++) {
            model.open(accounts.get(i).value(), i < Story.MEMBERS ? Shop.CLUB.value() : elsewhere.value());
        }
        accounts.add(AccountId.of("nobody"));
    }

    private void step(Step step) {
        if (step instanceof Step.Redeem redeem) {
            redeem(redeem);
        } else if (step instanceof Step.Adjust adjust) {
            adjust(adjust);
        } else if (step instanceof Step.Reverse reverse) {
            reverse(reverse);
        } else if (step instanceof Step.Transfer transfer) {
            transfer(transfer);
        } else if (step instanceof Step.OfLots held) {
            LotSteps.Delivery both = holds.of(held, key(held.key()));
            deliver(both.library(), both.model(), step);
        } else if (step instanceof Step.Sell sell) {
            sell(sell);
        } else if (step instanceof Step.Repeat repeat && !commands.isEmpty()) {
            deliver(commands.get(repeat.command() % commands.size()), step);
        } else if (step instanceof Step.Publish publish) {
            publish(publish.rules());
        } else if (step instanceof Step.Expire) {
            expire();
        } else if (step instanceof Step.Pass pass) {
            set(model.now().plus(pass.duration()));
        } else if (step instanceof Step.PassToNextEnd pass && model.nextEnd() != null) {
            Instant end = model.nextEnd();
            set(pass.justBefore() ? end.minus(1, ChronoUnit.MICROS) : end);
        } else if (step instanceof Step.Block block) {
            block(block);
        } else if (step instanceof Step.Close close) {
            shop.closeAccount(accounts.get(close.account()));
            model.close(accounts.get(close.account()).value());
        }
        compare(step);
    }

    private void redeem(Step.Redeem step) {
        AccountId account = accounts.get(step.account());
        Instant offline = step.offline() ? model.now().minus(1, ChronoUnit.HOURS) : null;
        ExternalKey key = key(step.key());
        RedemptionRequest request = RedemptionRequest.of(account, points(step.points()), key);
        RedemptionRequest made = offline == null ? request : request.grantedOfflineAt(offline);
        deliver(
                () -> Told.of(library().redemption().redeem(made)),
                () -> model.redeem(account.value(), step.points(), offline, key.toString()),
                step);
    }

    private void adjust(Step.Adjust step) {
        AccountId account = accounts.get(step.account());
        ExternalKey key = key(step.key());
        AdjustmentRequest request = AdjustmentRequest.of(account, points(step.points()), "correction", key);
        deliver(
                () -> Told.of(library().adjustment().adjust(request)),
                () -> model.adjust(account.value(), step.points(), key.toString()),
                step);
    }

    private void reverse(Step.Reverse step) {
        AccountId account = accounts.get(step.account());
        ExternalKey key = key(step.key());
        ReversalRequest request = ReversalRequest.of(new EntryId(account, step.entry()), "mistake", key);
        deliver(
                () -> Told.of(library().reversal().reverse(request)),
                () -> model.reverse(account.value(), step.entry(), key.toString()),
                step);
    }

    private void transfer(Step.Transfer step) {
        AccountId from = accounts.get(step.from());
        AccountId to = accounts.get(step.to());
        ExternalKey key = key(step.key());
        TransferRequest request = new TransferRequest(from, to, points(step.points()), key);
        deliver(
                () -> Told.of(library().transfer().transfer(request)),
                () -> model.transfer(from.value(), to.value(), step.points(), key.toString()),
                step);
    }

    private void sell(Step.Sell step) {
        List<String> collecting = new ArrayList<>();
        if (step.buyer() < Story.MEMBERS) {
            collecting.add(accounts.get(step.buyer()).value());
        }
        if (step.buyer() == 0) {
            collecting.add(accounts.get(Story.ELSEWHERE).value());
        }
        ModelSale sale = selling.sale(step, collecting, model.now());
        Purchase purchase = Selling.purchase(sale, Selling.buyer(step.buyer(), members));
        deliver(() -> Told.of(library().sales().record(purchase)), () -> model.sell(sale), step);
    }

    private void deliver(Supplier<Outcome> library, Supplier<Outcome> reference, Step step) {
        Command command = new Command(library, reference, new AtomicReference<>());
        commands.add(command);
        command.first().set(deliver(command, step));
    }

    private Outcome deliver(Command command, Object step) {
        Outcome expected = command.model().get();
        assertThat(command.library().get())
                .as("answer to %s at %s", step, model.now())
                .isEqualTo(expected);
        return expected;
    }

    private void expire() {
        ExpiryResult result = library().expiry().run(Shop.CLUB, Progress.NONE);
        assertThat(List.of(result.accounts(), result.lots(), result.points().hundredths()))
                .as("expiry at %s", model.now())
                .isEqualTo(model.expire(Shop.CLUB.value()));
    }

    private void block(Step.Block step) {
        AccountId account = accounts.get(step.account());
        if (step.blocked()) {
            shop.block(account);
        } else {
            shop.unblock(account);
        }
        model.setBlocked(account.value(), step.blocked());
    }

    private void publish(ModelRules rules) {
        if (model.publish(Shop.CLUB.value(), rules)) {
            shop.publish(StoryClubs.club(shop.coffee(), rules));
        }
    }

    private void set(Instant now) {
        model.setNow(now);
        shop.time().set(now);
    }

    private void compare(Object after) {
        for (AccountId account : accounts.subList(0, Story.NOBODY)) {
            assertThat(Told.view(shop, account))
                    .as("%s after %s at %s", account, after, model.now())
                    .isEqualTo(model.view(account.value()));
        }
    }

    /** At the end everything comes once more, in another order, and nothing changes (I8, F12). */
    private void deliverEverythingAgain() {
        List<Command> again = new ArrayList<>(commands);
        Collections.shuffle(again, new Random(story.steps().size()));
        for (Command command : again) {
            if (Told.stands(command.first().get())) {
                Outcome second = deliver(command, "a repeat");
                assertThat(second.repeated() || second.name().equals("KEY_REUSED"))
                        .isTrue();
            }
        }
        compare("delivering everything again");
    }

    /** Every name of an answer in the story, and the reason of every entry. */
    private Set<String> answers() {
        Set<String> answers = new TreeSet<>();
        commands.forEach(command -> answers.add(command.first().get().name()));
        for (AccountId account : accounts.subList(0, Story.NOBODY)) {
            shop.history(account).stream()
                    .map(entry -> entry.cause().origin().reason())
                    .filter(Objects::nonNull)
                    .forEach(reason -> answers.add(reason.value()));
        }
        return answers;
    }

    private Membership library() {
        return shop.membership();
    }

    private ExternalKey key(int number) {
        int used = number == Story.FRESH ? keys++ : number;
        return ExternalKey.of("story", Integer.toString(used));
    }

    private static Points points(long hundredths) {
        return Points.ofHundredths(hundredths);
    }

    @Override
    public void close() {
        shop.close();
    }
}

package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.CommandStore;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;

/** What every {@link CommandStore} does. */
public abstract class CommandStoreContract extends StoreContract {
    @Test
    @Requirement("R27")
    void a_recorded_command_is_read_back_whole() {
        MemberAccount account = story().account();
        RecordedCommand refused = anyCommand(account);

        write(stores -> stores.commands().addAll(List.of(refused)));

        assertThat(find(refused.key())).contains(refused);
    }

    @Test
    void a_command_keeps_the_entries_it_wrote() {
        MemberAccount account = story().account();
        PointEntry entry = story().earn(account.id(), "5", Any.anyInstant());

        RecordedCommand kept = find(entry.cause().origin().command()).orElseThrow();

        assertThat(kept.effect()).isEqualTo(new RecordedCommand.Effect(account.id(), 1, 1));
    }

    @Test
    void figures_keep_the_extremes_of_their_range() {
        MemberAccount account = story().account();
        RecordedCommand any = anyCommand(account);
        Answer answer = Answer.of("REFUSED", Map.of("least", Long.MIN_VALUE, "most", Long.MAX_VALUE, "nothing", 0L));
        RecordedCommand command = new RecordedCommand(any.key(), any.fingerprint(), any.effect(), answer, any.origin());

        write(stores -> stores.commands().addAll(List.of(command)));

        assertThat(find(command.key())).contains(command);
    }

    @Test
    void an_unknown_key_is_not_found() {
        Club club = story().club();
        CommandKey unknown = AnyEntry.anyCommandKey(Operation.SALE, club.id());

        assertThat(find(unknown)).isEmpty();
    }

    @Test
    @Requirement({"R27", "I8"})
    void a_key_is_used_once() {
        MemberAccount account = story().account();
        RecordedCommand first = anyCommand(account);
        write(stores -> stores.commands().addAll(List.of(first)));

        assertAlwaysLost(stores -> stores.commands().addAll(List.of(first)));
    }

    @Test
    @Requirement({"R27", "I8"})
    void a_unit_of_work_whose_key_was_used_meanwhile_is_run_again_and_finds_it() {
        MemberAccount account = story().account();
        RecordedCommand first = anyCommand(account);
        write(stores -> stores.commands().addAll(List.of(first)));

        assertRunAgain(
                stores -> stores.commands().addAll(List.of(first)),
                stores -> assertThat(stores.commands().find(first.key())).contains(first));
    }

    @Test
    @Requirement("R27")
    void one_key_serves_once_for_each_operation_and_club() {
        MemberAccount account = story().account();
        MemberAccount other = story().account();
        ExternalKey key = AnyPurchase.anyReceipt();
        RecordedCommand sale = anyCommand(new CommandKey(Operation.SALE, account.club(), key), account);
        RecordedCommand redemption = anyCommand(new CommandKey(Operation.REDEMPTION, account.club(), key), account);
        RecordedCommand elsewhere = anyCommand(new CommandKey(Operation.SALE, other.club(), key), other);

        write(stores -> stores.commands().addAll(List.of(sale, redemption, elsewhere)));

        assertThat(find(redemption.key())).contains(redemption);
        assertThat(findInAllClubs(Operation.SALE, key))
                .containsExactlyElementsOf(
                        account.club().compareTo(other.club()) < 0
                                ? List.of(sale, elsewhere)
                                : List.of(elsewhere, sale));
    }

    @Test
    void keys_that_differ_in_case_only_are_two() {
        MemberAccount account = story().account();
        ExternalKey lower = ExternalKey.of("till", Any.any("a"));
        ExternalKey upper = ExternalKey.of("TILL", lower.value());
        RecordedCommand one = anyCommand(new CommandKey(Operation.SALE, account.club(), lower), account);
        RecordedCommand two = anyCommand(new CommandKey(Operation.SALE, account.club(), upper), account);

        write(stores -> stores.commands().addAll(List.of(one, two)));

        assertThat(find(two.key())).contains(two);
        assertThat(find(one.key())).contains(one);
    }

    @Test
    void a_unit_of_work_sees_the_commands_it_added() {
        MemberAccount account = story().account();
        RecordedCommand command = anyCommand(account);

        write(stores -> {
            stores.commands().addAll(List.of(command));
            assertThat(stores.commands().find(command.key())).contains(command);
        });
    }

    @Test
    @Requirement("B3")
    void every_naughty_string_that_a_key_takes_is_kept_as_it_is() {
        MemberAccount account = story().account();
        List<RecordedCommand> commands = Naughty.strings(ExternalKey.MAX_SOURCE).stream()
                .map(text -> new CommandKey(Operation.SALE, account.club(), ExternalKey.of(text, text)))
                .map(key -> anyCommand(key, account))
                .map(command -> by(command, Actor.staff(command.key().key().source())))
                .toList();

        write(stores -> stores.commands().addAll(commands));

        for (RecordedCommand command : commands) {
            assertThat(find(command.key())).contains(command);
        }
    }

    private Optional<RecordedCommand> find(CommandKey key) {
        return read(stores -> stores.commands().find(key));
    }

    private List<RecordedCommand> findInAllClubs(Operation operation, ExternalKey key) {
        return read(stores -> stores.commands().findInAllClubs(operation, key));
    }

    private static RecordedCommand anyCommand(MemberAccount account) {
        return anyCommand(AnyEntry.anyCommandKey(Operation.REDEMPTION, account.club()), account);
    }

    private static RecordedCommand anyCommand(CommandKey key, MemberAccount account) {
        return AnyEntry.anyCommand(key, account.id());
    }

    private static RecordedCommand by(RecordedCommand command, Actor actor) {
        RecordedCommand.Origin origin =
                new RecordedCommand.Origin(actor, command.origin().recordedAt());
        return new RecordedCommand(command.key(), command.fingerprint(), command.effect(), command.answer(), origin);
    }
}

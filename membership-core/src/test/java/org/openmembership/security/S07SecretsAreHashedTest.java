package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.password.SetPasswordResult.PasswordSet;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.testkit.CountingIds;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Confirmation;
import org.openmembership.user.KeptSecrets;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.UserId;

/** S7: somebody reads the tables or the logs. */
@Requirement("S7")
class S07SecretsAreHashedTest extends PeopleTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @Test
    void nothing_that_is_kept_or_shown_holds_a_secret_or_a_password() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        stage.membership.passwords().send(user);
        String code = stage.mailbox.code();
        String token = stage.mailbox.token();
        Confirmation kept = confirmation();
        stage.setPassword("the canary's own password");

        String shown = String.join(
                " ",
                kept.toString(),
                Objects.requireNonNull(kept.secrets()).code().value(),
                kept.secrets().token().value(),
                kept.secrets().toString(),
                stage.mailbox.messages().toString(),
                stage.read(stores -> stores.credentials().find(user)).toString(),
                stage.read(stores ->
                        stores.credentials().find(user).orElseThrow().hash().value()));
        assertThat(shown).doesNotContain(code, token, "canary", "ada@example.org");
        assertThat(token).hasSize(43);
    }

    @Test
    void without_a_key_whoever_reads_the_tables_finds_a_code_by_trying_all_of_them() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        stage.membership.passwords().send(user);
        int code = Integer.parseInt(stage.mailbox.code());

        assertThat(guess(SecretSeal.keyless(), confirmation(), code)).contains(stage.mailbox.code());
    }

    @Test
    void with_the_hosts_key_the_tables_alone_do_not_tell_a_code() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        Membership keyed = Membership.on(stage.opened.storage())
                .clock(stage.time)
                .ids(new CountingIds("keyed-"))
                .notifier(stage.mailbox)
                .passwordHasher(stage.hasher)
                .secretKey(KEY)
                .open();
        keyed.passwords().send(user);
        int code = Integer.parseInt(stage.mailbox.code());

        assertThat(guess(SecretSeal.keyless(), confirmation(), code)).isEmpty();
        assertThat(guess(SecretSeal.keyed(new byte[32]), confirmation(), code)).isEmpty();
        assertThat(guess(SecretSeal.keyed(KEY), confirmation(), code)).contains(stage.mailbox.code());
        assertThat(keyed.passwords()
                        .set(stage.mailbox.last().confirmation(), stage.mailbox.code(), "a fine long password"))
                .isInstanceOf(PasswordSet.class);
    }

    @Test
    @Requirement({"S7", "S41"})
    void a_key_is_long_enough_and_never_shown() {
        assertThatIllegalArgumentException().isThrownBy(() -> SecretSeal.keyed(new byte[31]));
        assertThat(SecretSeal.keyed(KEY).toString()).isEqualTo("SecretSeal[***]");
        assertThat(SecretSeal.keyed(KEY).pseudonym(List.of("a")))
                .isNotEqualTo(SecretSeal.keyless().pseudonym(List.of("a")));
    }

    /** What somebody with the tables does, in the neighbourhood of the code only, to save time. */
    private static Optional<String> guess(SecretSeal seal, Confirmation kept, int code) {
        Confirmation.Subject subject = Objects.requireNonNull(kept.subject());
        List<String> boundTo = List.of(
                kept.id().value(),
                subject.user().value(),
                Integer.toString(subject.epoch()),
                subject.address().key().value());
        KeptSecrets secrets = Objects.requireNonNull(kept.secrets());
        return IntStream.range(Math.max(0, code - 500), code + 500)
                .mapToObj(guess -> Integer.toString(100_000_000 + guess).substring(1))
                .filter(guess -> seal.hash(kept.purpose().name(), boundTo, new Secret(guess))
                        .matches(secrets.code()))
                .findFirst();
    }

    private Confirmation confirmation() {
        return stage.read(stores ->
                stores.confirmations().find(stage.mailbox.last().confirmation()).orElseThrow());
    }
}

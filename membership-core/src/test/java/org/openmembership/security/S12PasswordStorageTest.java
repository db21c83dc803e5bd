package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.openmembership.hashing.Pbkdf2Hasher;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Password;
import org.openmembership.user.PasswordHash;

/** S12: the hashes of passwords are stolen. What a sign-in does with an old hash is in {@code SignInTest}. */
@Requirement("S12")
class S12PasswordStorageTest {
    private static final Password PASSWORD = new Password("a fine long password");
    private static final Pbkdf2Hasher HASHER = new Pbkdf2Hasher();

    @Test
    void a_hash_says_how_it_was_made_and_has_a_salt_of_its_own() {
        PasswordHash one = HASHER.hash(PASSWORD);
        PasswordHash other = HASHER.hash(PASSWORD);

        assertThat(one.value()).matches("\\$pbkdf2-sha512\\$i=210000\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(one).isNotEqualTo(other);
        assertThat(HASHER.matches(PASSWORD, one)).isTrue();
        assertThat(HASHER.matches(new Password("a fine long Password"), one)).isFalse();
        assertThat(HASHER.needsRehash(one)).isFalse();
        assertThat(one.toString()).isEqualTo("PasswordHash[***]");
    }

    @Test
    void the_hash_is_the_one_that_others_compute_too() {
        PasswordHash known = new PasswordHash(
                "$pbkdf2-sha512$i=210000$AAECAwQFBgcICQoLDA0ODw$XNSlrX2dceNUPuLq2OFZlwmUuX0urdKvQUKlEDHsA3w");
        assertThat(HASHER.matches(new Password("p\u00e4ssw\u00f6rd \ud83d\ude80"), known))
                .isTrue();
    }

    @Test
    void fewer_rounds_are_read_and_made_anew_and_never_used() {
        PasswordHash old = new PasswordHash(
                "$pbkdf2-sha512$i=1000$AAECAwQFBgcICQoLDA0ODw$zZuc1AfH150ovE5+8bNOC6wv7HoN+qFXA7uW819/I2I");
        assertThat(HASHER.matches(PASSWORD, old)).isTrue();
        assertThat(HASHER.needsRehash(old)).isTrue();
        assertThat(new Pbkdf2Hasher(300_000).needsRehash(HASHER.hash(PASSWORD))).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Pbkdf2Hasher(209_999));
    }

    @Test
    void nothing_is_cut_off_a_long_password() {
        PasswordHash hash = HASHER.hash(new Password("x".repeat(1_023) + "y"));
        assertThat(HASHER.matches(new Password("x".repeat(1_023) + "z"), hash)).isFalse();
        assertThat(HASHER.matches(new Password("x".repeat(1_023) + "y"), hash)).isTrue();
    }

    @Test
    void a_hash_that_cannot_be_read_matches_nothing() {
        for (String broken : new String[] {"$", "$pbkdf2-sha512$i=210000$short$hash", "$2a$10$whatever"}) {
            assertThat(HASHER.matches(PASSWORD, new PasswordHash(broken))).isFalse();
            assertThat(HASHER.needsRehash(new PasswordHash(broken))).isTrue();
        }
    }
}

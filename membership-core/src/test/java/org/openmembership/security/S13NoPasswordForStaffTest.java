package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.password.Passwords;
import org.openmembership.password.SignIn;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.shared.Actor;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.Password;
import org.openmembership.user.UserId;

/** S13: staff learns or makes a password. */
@Requirement({"S13", "C8", "R13"})
class S13NoPasswordForStaffTest extends PeopleTest {
    private static final String PASSWORD = "a fine long password";

    @Test
    void staff_is_turned_away_wherever_a_password_comes_in_whatever_the_policy() {
        UserId user = stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        Membership everythingGoes = Membership.on(stage.opened.storage())
                .clock(stage.time)
                .accessPolicy((actor, permission, subject) -> true)
                .open()
                .as(Actor.staff("clerk-1"));
        Passwords passwords = everythingGoes.passwords();
        SignIn signIn = everythingGoes.signIn();

        assertDenied(() -> signIn.signIn("ada@example.org", PASSWORD));
        assertDenied(() -> passwords.change(user, PASSWORD, PASSWORD));
        assertDenied(() -> passwords.set(ConfirmationId.of("any"), "any", PASSWORD));
        assertDenied(() -> passwords.request("ada@example.org"));
    }

    @Test
    void no_door_makes_a_password_or_gives_one_back() {
        JavaClasses classes = new ClassFileImporter()
                .importUrl(
                        Membership.class.getProtectionDomain().getCodeSource().getLocation());
        Set<String> givers = new TreeSet<>();
        classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getRawReturnType().isEquivalentTo(Password.class))
                .map(JavaMethod::getFullName)
                .forEach(givers::add);
        assertThat(givers).isEmpty();
    }

    private static void assertDenied(Runnable call) {
        assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(call::run);
    }
}

package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.importing.CustomerImport;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.Registrant;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testing.Engine;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.UserId;

/** S36: a line break in an address or a name becomes a header of a mail. */
@Requirement({"S36", "B1"})
final class S36HeaderInjectionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\r\nBcc: all@example.org",
                "ada@example.org\nBcc: all@example.org",
                "ada\r@example.org",
                "ada@exam\nple.org",
                "\"a\r\nb\"@example.org",
                "ada@example.org\u2028Bcc: all@example.org",
                "ada@example.org\u0000",
                "ada@example.org\u0085Bcc: x@example.org"
            })
    void no_door_takes_an_address_with_a_line_break(String address) {
        try (PeopleStage stage = PeopleStage.of(Engine.IN_MEMORY)) {
            UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
            int sent = stage.mailbox.messages().size();

            refused(() ->
                    stage.kiosk().register(PeopleStage.ada().email(address).build()));
            refused(() -> stage.membership.emailChange().request(user, address));
            refused(() -> stage.membership
                    .customers()
                    .create(
                            ExternalKey.of("t", "1"),
                            NewCustomerKind.IN_STORE,
                            CustomerForm.builder().name("A", "B").email(address).build()));
            refused(() -> stage.membership
                    .importing()
                    .customer(CustomerImport.of("pos", "1")
                            .name("A", "B")
                            .email(address)
                            .createdAt(stage.time.instant())
                            .build()));
            assertThat(stage.mailbox.messages()).hasSize(sent);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\r\nBcc: all@example.org", "Ada\nX", "Ada\u2029X", "Ada\u0000"})
    void no_name_that_could_stand_in_a_mail_holds_a_line_break(String name) {
        try (PeopleStage stage = PeopleStage.of(Engine.IN_MEMORY)) {
            refused(() -> stage.kiosk()
                    .register(Registrant.builder()
                            .name(name, "Byron")
                            .email("ada@example.org")
                            .acceptTerms("terms-1")
                            .build()));
            assertThat(stage.mailbox.messages()).isEqualTo(List.of());
        }
    }

    private static void refused(Runnable call) {
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(call::run);
    }
}

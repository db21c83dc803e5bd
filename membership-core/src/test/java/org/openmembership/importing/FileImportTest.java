package org.openmembership.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailAddress;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStatus;
import org.openmembership.registration.PeopleTest;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.Requirement;

/** Files of people, on every storage. */
@Requirement("B11")
class FileImportTest extends PeopleTest {
    private static final String HEADER = "reference,firstName,lastName,email,phone,line1,country,createdAt\n";
    private static final String ADA = "1,Ada,Byron,ada@example.org,+447700900123,12 St James's Square,GB,2015-01-01\n";
    private static final String EVE = "2,Eve,Smith,eve@example.org,,,,\n";

    private final ByteArrayOutputStream faults = new ByteArrayOutputStream();

    @Test
    @Requirement({"A6", "S34"})
    void cells_are_taken_over_as_they_are() throws IOException {
        ImportReport report = run(customers(), HEADER + ADA + "2,=cmd|x,\"a \"\"b\"\", c\",,,,,\n");

        assertThat(report).isEqualTo(new ImportReport(2, 0, 0, 0, report.position()));
        Customer ada = customer("1");
        assertThat(ada.email()).isEqualTo(EmailAddress.of("ada@example.org"));
        assertThat(ada.createdAt()).isEqualTo(Instant.parse("2015-01-01T00:00:00Z"));
        assertThat(ada.phones()).singleElement().matches(phone -> phone.e164() != null);
        assertThat(ada.addresses()).hasSize(1);
        assertThat(customer("2").name().first()).isEqualTo("=cmd|x");
        assertThat(customer("2").name().last()).isEqualTo("a \"b\", c");
    }

    @Test
    void what_is_refused_is_written_down_as_it_was_to_be_mended_and_taken_over_again() throws IOException {
        String file = HEADER + ADA + "2,,Smith,no-address,+44 7700 900123,,,yesterday\n" + "3,Bob,\"Jones,x\n" + EVE;

        ImportReport report = run(customers(), file);

        assertThat(report).isEqualTo(new ImportReport(2, 0, 0, 2, report.position()));
        List<String> lines = text(faults).lines().toList();
        assertThat(lines.get(0)).isEqualTo("_row,_column,_reason," + HEADER.strip());
        assertThat(lines.get(1))
                .startsWith("2,\"createdAt email firstName\",\"createdAt is no day")
                .endsWith(",2,,Smith,no-address,+44 7700 900123,,,yesterday");
        assertThat(lines.get(2)).startsWith("3,\"\",\"has quotes").endsWith(",3,Bob,\"Jones,x");

        String mended = text(faults)
                .replace("2,,Smith,no-address", "4,Ann,Smith,ann@example.org")
                .replace("yesterday", "2020-01-01")
                .replace("3,Bob,\"Jones,x", "3,Bob,Jones,,,,,");
        assertThat(run(customers(), mended).done()).isEqualTo(2);
        assertThat(customer("4").name().first()).isEqualTo("Ann");
    }

    @Test
    void a_file_that_is_taken_over_again_changes_nothing_and_the_first_of_a_reference_counts() throws IOException {
        String file = HEADER + ADA + EVE + ADA.replace("Ada", "Other");

        assertThat(run(customers(), file)).matches(report -> report.done() == 2 && report.repeated() == 1);
        assertThat(run(customers().chunk(1), file)).matches(report -> report.done() == 0 && report.repeated() == 3);
        assertThat(customer("1").name().first()).isEqualTo("Ada");
    }

    @Test
    void a_run_that_was_cut_off_goes_on_where_it_was_heard_of_last() throws IOException {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 1; i <= 25; i++) {
            file.append(i).append(",Ada,\"By\nron\",,,,,\n");
        }
        List<ImportReport> heard = new ArrayList<>();
        assertThatIllegalStateException()
                .isThrownBy(() -> run(
                        customers().chunk(10).progress(report -> {
                            heard.add(report);
                            if (report.done() == 20) {
                                throw new IllegalStateException("the plug is pulled");
                            }
                        }),
                        file.toString().replace("By\nron", "Byron")));
        assertThat(heard).extracting(report -> report.position().row()).containsExactly(10L, 20L);

        ImportReport rest =
                run(customers().from(heard.get(1).position()), file.toString().replace("By\nron", "Byron"));

        assertThat(rest).matches(report -> report.done() == 5 && report.repeated() == 0);
        assertThat(rest.position().row()).isEqualTo(25);
    }

    @Test
    void a_dry_run_checks_and_counts_and_keeps_nothing() throws IOException {
        run(customers(), HEADER + EVE);

        ImportReport report = run(customers().dryRun(), HEADER + ADA + EVE + "3,,,,,,,\n");

        assertThat(report).matches(found -> found.done() == 1 && found.repeated() == 1 && found.failed() == 1);
        assertThat(text(faults)).contains("firstName");
        assertThat(run(customers(), HEADER + ADA).done()).isEqualTo(1);
    }

    @Test
    @Requirement({"A5", "R10"})
    void members_come_from_lines_of_json_too() throws IOException {
        String file =
                "\uFEFF{\"reference\":7,\"firstName\":\"Ada\",\"lastName\":\"Byron\",\"birthdate\":\"1990-12-10\"}\n"
                        + "{\"reference\":\"8\",\"firstName\":\"Eve\",\"lastName\":null,\"registeredAt\":\"x\"}\n"
                        + "not json\n[1]\n{\"reference\":\"9\",\"firstName\":\"Bob\",\"lastName\":\"Jones\",\"shoe\":\"44\"}\n"
                        + "{\"reference\":\"10\",\"phone\":[1]}\n";
        ImportOptions options =
                ImportOptions.of(ImportKind.MEMBERS, ImportFormat.JSON_LINES).source("old");

        ImportReport report = run(options, file);

        assertThat(report).matches(found -> found.done() == 1 && found.failed() == 5);
        Member ada = stage.read(stores -> stores.members()
                .withReferences(Set.of(ExternalKey.of("old", "7")))
                .get(0));
        assertThat(ada.status()).isEqualTo(MemberStatus.IMPORTED);
        assertThat(ada.details().birthdate()).isEqualTo(LocalDate.of(1990, 12, 10));
        String mended = text(faults)
                .lines()
                .filter(line -> line.contains("\"8\""))
                .findFirst()
                .orElseThrow()
                .replace("\"lastName\":null", "\"lastName\":\"Smith\"")
                .replace("\"x\"", "\"2020-01-01T10:00:00+01:00\"");
        assertThat(mended).startsWith("{\"_row\":2,\"_column\":\"registeredAt lastName\"");
        assertThat(run(options, mended).done()).isEqualTo(1);
    }

    @Test
    void columns_may_have_other_names_and_delimiters_but_none_may_be_lost() throws IOException {
        ImportOptions options = ImportOptions.of(ImportKind.CUSTOMERS, ImportFormat.CSV)
                .delimiter(';')
                .column("reference", "No.")
                .column("firstName", "Vorname")
                .column("lastName", "Name")
                .column("source", "System");

        assertThat(run(options, "No.;System;Vorname;Name\n1;pos;Ada;Byron\n").done())
                .isEqualTo(1);
        assertThat(customer("1").name().last()).isEqualTo("Byron");
        assertThatThrownBy(() -> run(customers(), "reference,firstName,lastName,mail,reference\n"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::path)
                                .containsExactlyInAnyOrder("mail", "reference"));
        assertThatThrownBy(() -> customers().column("mail", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("R20")
    void nobody_imports_without_permission() {
        Importing till = stage.membership.as(Actor.till("till-7")).importing();

        for (ImportOptions options : List.of(customers(), customers().dryRun())) {
            assertThatThrownBy(() -> till.file(bytes(HEADER + ADA), options))
                    .isInstanceOf(PermissionDeniedException.class);
        }
    }

    private ImportOptions customers() {
        return ImportOptions.of(ImportKind.CUSTOMERS, ImportFormat.CSV).source("pos");
    }

    private ImportReport run(ImportOptions options, String file) throws IOException {
        faults.reset();
        return stage.membership.importing().file(bytes(file), options.faults(faults));
    }

    private static ByteArrayInputStream bytes(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Customer customer(String reference) {
        return stage.read(stores -> stores.customers()
                .withReferences(Set.of(ExternalKey.of("pos", reference)))
                .get(0));
    }
}

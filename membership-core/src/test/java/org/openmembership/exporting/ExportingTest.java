package org.openmembership.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.SearchTerm;
import org.openmembership.importing.ImportFormat;
import org.openmembership.importing.ImportKind;
import org.openmembership.importing.ImportOptions;
import org.openmembership.shared.Actor;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Lists as files, on every storage. */
final class ExportingTest extends ShopTest {
    private static final DirectoryQuery ALL = DirectoryQuery.of(new SearchTerm.Everybody());

    @Test
    @Requirement({"C1", "S34"})
    void customers_are_written_and_formulas_are_not() throws IOException {
        imported("""
                reference,firstName,lastName,email,line1,town,country
                1,=1+1,"@x ""y"", z",ada@example.org,-1 Street,\uFF1DTown,GB
                """);

        List<String> lines = customers();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("id,firstName,lastName,company,email");
        assertThat(lines.get(1))
                .contains(
                        ",\"'=1+1\",\"'@x \"\"y\"\", z\",,\"ada@example.org\",,,\"'\uFF1DTown\",RETAIL,IN_STORE,true,,,,");
    }

    @Test
    void a_list_of_several_pages_is_written_once_each_and_says_how_far_it_is() throws IOException {
        StringBuilder file = new StringBuilder("reference,firstName,lastName\n");
        for (int i = 0; i < 2_001; i++) {
            file.append(i).append(",Ada,Byron\n");
        }
        imported(file.toString());
        List<Long> heard = new ArrayList<>();

        StringWriter out = new StringWriter();
        long rows = shop.membership().exporting().customers(ALL, out, heard::add);

        assertThat(rows).isEqualTo(2_001);
        assertThat(heard).containsExactly(1_000L, 2_000L, 2_001L);
        assertThat(out.toString().lines().distinct()).hasSize(2_002);
    }

    @Test
    void accounts_are_written_with_what_they_hold_now() throws IOException {
        AccountId some = shop.account();
        AccountId debt = shop.account();
        shop.give(some, 120);
        shop.spend(some, 20);
        shop.owe(debt, 30);
        StringWriter out = new StringWriter();

        long rows = shop.membership().exporting().accounts(Shop.CLUB, out, done -> {});

        assertThat(rows).isEqualTo(2);
        assertThat(out.toString())
                .containsPattern("\"" + some + "\",\"[^\"]+\",PRIVATE,ACTIVE,\"standard\",[^,]+,100,100,0\r\n")
                .containsPattern("\"" + debt + "\",\"[^\"]+\",PRIVATE,ACTIVE,\"standard\",[^,]+,-30,-30,30\r\n");
    }

    @Test
    @Requirement("R20")
    void neither_tills_nor_staff_nor_members_export() {
        for (Actor actor : List.of(Actor.till("t"), Actor.staff("s"), Actor.member("m"))) {
            assertThatThrownBy(() ->
                            shop.membership().as(actor).exporting().customers(ALL, new StringWriter(), done -> {}))
                    .isInstanceOf(PermissionDeniedException.class);
        }
    }

    private List<String> customers() throws IOException {
        StringWriter out = new StringWriter();
        shop.membership().exporting().customers(ALL, out, done -> {});
        return out.toString().lines().toList();
    }

    private void imported(String csv) throws IOException {
        shop.membership()
                .importing()
                .file(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        ImportOptions.of(ImportKind.CUSTOMERS, ImportFormat.CSV).source("pos"));
    }
}

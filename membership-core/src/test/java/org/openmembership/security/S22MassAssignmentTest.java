package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.CustomerType;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.directory.SearchTerm;
import org.openmembership.importing.ImportFormat;
import org.openmembership.importing.ImportKind;
import org.openmembership.importing.ImportOptions;
import org.openmembership.importing.ImportReport;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStatus;
import org.openmembership.publishing.ClubDocumentResult;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** S22: what comes in sets more than it should: a scheme, a balance, a proof, a standing. */
@Requirement("S22")
final class S22MassAssignmentTest extends ShopTest {
    private static final List<String> GRANTED_BY_US = List.of(
            "tier",
            "scheme",
            "level",
            "pin",
            "balance",
            "booked",
            "available",
            "debt",
            "credit",
            "verified",
            "verifiedAt",
            "activatedAt",
            "status",
            "state",
            "standing",
            "active",
            "enabled",
            "blocked",
            "block",
            "epoch",
            "role",
            "permission",
            "permissions",
            "approved",
            "password",
            "hash",
            "tenant",
            "links",
            "primary");

    /** Searches narrow down by what we have granted, and change nothing. */
    private static final Set<String> SEARCHES =
            Set.of("CustomerSearch", "DirectoryQuery", "PurchaseFilter", "AuditFilter", "Filters", "GiftCardQuery");

    /**
     * Whether a task is done is for clerks to say, and which scheme is bought for who sells it. The PIN of a gift card is
     * typed.
     */
    private static final Set<String> MEANT =
            Set.of("NoteForm.status", "SubscriptionRequest.scheme", "Codes.pin", "GiftCardSpending.pin");

    /** Cards that are brought along are free, in use or blocked. */
    private static final Set<String> OF_CARDS = Set.of("status");

    @Test
    void no_request_that_a_door_takes_has_a_field_for_what_only_we_grant() {
        Set<Class<?>> requests = requests();
        Set<String> settable = new TreeSet<>();
        for (Class<?> request : requests) {
            for (RecordComponent field : request.getRecordComponents()) {
                if (GRANTED_BY_US.contains(field.getName())) {
                    settable.add(request.getSimpleName() + "." + field.getName());
                }
            }
        }

        assertThat(requests).hasSizeGreaterThan(20);
        assertThat(settable).isEqualTo(MEANT);
    }

    @Test
    void a_column_for_it_is_refused_by_name_in_a_file_of_columns() {
        for (ImportKind kind : ImportKind.values()) {
            List<String> columns = spelled(GRANTED_BY_US);
            if (kind == ImportKind.CARDS) {
                columns.removeAll(OF_CARDS);
            }
            for (String column : columns) {
                String file = "reference,firstName,lastName," + column + "\n1,Ada,Byron,1\n";
                assertThatExceptionOfType(InvalidRequestException.class)
                        .isThrownBy(() -> run(kind, ImportFormat.CSV, file))
                        .satisfies(refused -> assertThat(refused.violations())
                                .anyMatch(broken -> broken.path().equals(column)));
            }
        }
        assertThat(everybody()).isEmpty();
    }

    @Test
    void a_row_of_json_with_a_field_for_it_is_refused_as_a_whole() throws IOException {
        Random random = new Random(20260301);
        List<String> names = spelled(GRANTED_BY_US);
        StringBuilder file = new StringBuilder();
        int rows = 400;
        for (int i = 0; i < rows; i++) {
            String name = names.get(random.nextInt(names.size()));
            String value = VALUES.get(random.nextInt(VALUES.size()));
            file.append("{\"reference\":\"").append(i).append("\",\"firstName\":\"Ada\",\"lastName\":\"Byron\",\"");
            file.append(name).append("\":").append(value).append("}\n");
        }
        for (ImportKind kind : ImportKind.values()) {
            ImportReport report = run(kind, ImportFormat.JSON_LINES, file.toString());
            assertThat(report).matches(found -> found.failed() == rows && found.done() == 0);
        }
        assertThat(everybody()).isEmpty();
    }

    private static final List<String> VALUES =
            List.of("1", "true", "\"ACTIVE\"", "\"gold\"", "1000000", "{\"a\":1}", "[1]", "\"2026-01-01\"");

    @Test
    void whoever_is_taken_over_stands_where_everybody_begins() throws IOException {
        String file =
                "{\"reference\":\"1\",\"firstName\":\"Ada\",\"lastName\":\"Byron\",\"email\":\"ada@example.org\"}\n";
        assertThat(run(ImportKind.CUSTOMERS, ImportFormat.JSON_LINES, file).done())
                .isEqualTo(1);
        assertThat(run(ImportKind.MEMBERS, ImportFormat.JSON_LINES, file).done())
                .isEqualTo(1);

        Set<ExternalKey> reference = Set.of(ExternalKey.of("pos", "1"));
        Customer customer = shop.storage()
                .read(stores -> stores.customers().withReferences(reference))
                .get(0);
        Member member = shop.storage()
                .read(stores -> stores.members().withReferences(reference))
                .get(0);
        assertThat(customer.standing())
                .isEqualTo(new CustomerStanding(CustomerType.RETAIL, CustomerStatus.IN_STORE, true));
        assertThat(customer.selling().payOnAccount()).isFalse();
        assertThat(member.status()).isEqualTo(MemberStatus.IMPORTED);
        assertThat(shop.membership().members().accounts(member.id())).isEmpty();
    }

    @Test
    void a_club_that_is_read_has_no_field_that_we_do_not_know() {
        String json = shop.membership().clubs().write(shop.coffee().build());
        for (String name : GRANTED_BY_US) {
            String more = "{\"" + name + "x\":1," + json.substring(json.indexOf('{') + 1);
            assertThat(shop.membership().clubs().read(more)).isInstanceOf(ClubDocumentResult.Faulty.class);
        }
        assertThat(shop.membership().clubs().read(json)).isInstanceOf(ClubDocumentResult.Read.class);
        assertThat(shop.membership().clubs().current(Shop.CLUB))
                .contains(shop.coffee().build());
    }

    private ImportReport run(ImportKind kind, ImportFormat format, String file) throws IOException {
        return shop.membership()
                .importing()
                .file(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        ImportOptions.of(kind, format).source("pos"));
    }

    private List<ListedCustomer> everybody() {
        return shop.storage()
                .read(stores -> stores.directory()
                        .list(DirectoryQuery.of(new SearchTerm.Everybody()), Page.Request.first(1_000)))
                .items();
    }

    private static List<String> spelled(List<String> names) {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            all.add(name);
            all.add(name.toUpperCase(Locale.ROOT));
            all.add("member." + name);
            all.add("__proto__." + name);
        }
        return all;
    }

    /** Every record of ours that some method of a door takes, and those inside of it; what only searches is left out. */
    private static Set<Class<?>> requests() {
        Deque<Type> open = new ArrayDeque<>();
        for (Method accessor : Membership.class.getMethods()) {
            Class<?> door = accessor.getReturnType();
            boolean isDoor = accessor.getParameterCount() == 0
                    && !Modifier.isStatic(accessor.getModifiers())
                    && door.getPackageName().startsWith("org.openmembership.");
            if (isDoor) {
                for (Method method : door.getMethods()) {
                    open.addAll(List.of(method.getGenericParameterTypes()));
                }
            }
        }
        Set<Type> seen = new HashSet<>();
        Set<Class<?>> requests = new HashSet<>();
        while (!open.isEmpty()) {
            Type type = open.pop();
            if (!seen.add(type)) {
                continue;
            }
            if (type instanceof ParameterizedType generic) {
                open.addAll(List.of(generic.getActualTypeArguments()));
            } else if (type instanceof Class<?> found && isRequest(found)) {
                requests.add(found);
                for (RecordComponent field : found.getRecordComponents()) {
                    open.add(field.getGenericType());
                }
            }
        }
        return requests;
    }

    private static boolean isRequest(Class<?> type) {
        boolean ours = type.isRecord() && type.getPackageName().startsWith("org.openmembership.");
        boolean definition = type.getPackageName().endsWith(".club");
        return ours && !definition && !SEARCHES.contains(type.getSimpleName());
    }
}

package org.openmembership.security;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.importing.CustomerImport;
import org.openmembership.importing.ImportFormat;
import org.openmembership.importing.ImportKind;
import org.openmembership.importing.ImportOptions;
import org.openmembership.importing.ImportReport;
import org.openmembership.importing.MemberImport;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.Registrant;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.sale.SaleDraft;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.InvitationId;
import org.openmembership.user.UserId;

/** Every door that takes an address as somebody typed it. Not thread-safe. */
final class AddressDoors {
    private final PeopleStage stage;
    private final UserId user;
    private final CustomerId customer;
    private int tries;

    AddressDoors(PeopleStage stage) {
        this.stage = stage;
        this.user = stage.registerAndVerify(PeopleStage.ada()).user();
        this.customer = create(CustomerForm.builder().name("A", "B").build());
    }

    /** What is done with an address there; throws what the door throws. */
    interface Door {
        void take(String address);
    }

    Map<String, Door> all() {
        Map<String, Door> doors = new LinkedHashMap<>();
        doors.put("registration", typed -> stage.web(next()).registration().register(registrant(typed)));
        doors.put(
                "invitation",
                typed -> stage.web(next()).registration().accept(InvitationId.of("none"), "ABCDEF", registrant(typed)));
        doors.put("email change", typed -> stage.membership.emailChange().request(user, typed));
        doors.put(
                "new customer",
                typed -> create(
                        CustomerForm.builder().name("A", "B").email(typed).build()));
        doors.put("customer", this::edit);
        doors.put(
                "import of a customer",
                typed -> stage.membership
                        .importing()
                        .customer(CustomerImport.of("pos", next())
                                .name("A", "B")
                                .email(typed)
                                .build()));
        doors.put(
                "import of members",
                typed -> stage.membership
                        .importing()
                        .members(List.of(MemberImport.of("pos", next())
                                .name("A", "B")
                                .email(typed)
                                .build())));
        doors.put("file of customers", typed -> file(ImportKind.CUSTOMERS, typed));
        doors.put("file of members", typed -> file(ImportKind.MEMBERS, typed));
        return doors;
    }

    /** A till that names a buyer by an address; nobody is written to, so what was switched on does not matter. */
    void sale(String typed) {
        stage.membership
                .sales()
                .read(new SaleDraft(
                        "till",
                        next(),
                        stage.time.instant(),
                        new SaleDraft.Place("store-1", null, "pos", null),
                        new SaleDraft.Buyer(null, null, null, null, typed),
                        "EUR",
                        List.of(SaleDraft.Line.of("sku", BigDecimal.ONE, BigDecimal.TEN)),
                        List.of()));
    }

    private String next() {
        tries++;
        return "try-" + tries;
    }

    private static Registrant registrant(String typed) {
        return PeopleStage.ada().email(typed).build();
    }

    private CustomerId create(CustomerForm form) {
        Object created =
                stage.membership.customers().create(ExternalKey.of("t", next()), NewCustomerKind.IN_STORE, form);
        return ((Created) created).customer().id();
    }

    private void edit(String typed) {
        int version = stage.membership.customers().find(customer).orElseThrow().version();
        stage.membership
                .customers()
                .edit(
                        customer,
                        version,
                        CustomerForm.builder().name("A", "B").email(typed).build());
    }

    /** A row is refused in the file of faults, by the column. */
    private void file(ImportKind kind, String typed) {
        StringBuilder line = new StringBuilder("{\"reference\":\"")
                .append(next())
                .append("\",\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"");
        typed.chars().forEach(unit -> line.append("\\u%04x".formatted(unit)));
        line.append("\"}\n");
        ByteArrayOutputStream faults = new ByteArrayOutputStream();
        ImportReport report;
        try {
            report = stage.membership
                    .importing()
                    .file(
                            new ByteArrayInputStream(line.toString().getBytes(StandardCharsets.UTF_8)),
                            ImportOptions.of(kind, ImportFormat.JSON_LINES)
                                    .source("pos")
                                    .faults(faults));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (report.failed() > 0) {
            String fault = faults.toString(StandardCharsets.UTF_8);
            boolean named = fault.contains("\"_column\":\"email\"");
            throw new InvalidRequestException(List.of(new Violation(named ? "email" : "row", "is refused")));
        }
    }
}

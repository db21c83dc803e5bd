package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customers.CreationResult;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.note.NoteId;
import org.openmembership.notes.NoteForm;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** S33: a text of a person's becomes part of a statement. The texts of all statements are scanned by {@code SqlBindingTest}. */
@Requirement({"S33", "B3"})
final class S33SqlInjectionTest extends ShopTest {
    private static final List<String> PAYLOADS = List.of(
            "'; drop table om_customer; --",
            "' or '1'='1",
            "\\' or 1=1 #",
            "x'/**/union/**/select hash--",
            ":tenant {in:ids} {lock} ${bytes} ?",
            "%_\\%");

    @Test
    void what_people_type_is_kept_and_found_as_it_is_and_does_nothing_else() {
        for (String payload : PAYLOADS) {
            CustomerForm form =
                    CustomerForm.builder().name(payload, payload).title(payload).build();
            ExternalKey key = ExternalKey.of("till", payload);
            Customer made = ((CreationResult.Created)
                            shop.membership().customers().create(key, NewCustomerKind.IN_STORE, form))
                    .customer();
            shop.membership().notes().add(made.id(), key, NoteForm.note(payload).in(payload));

            Customer kept = shop.membership().customers().find(made.id()).orElseThrow();
            assertThat(kept.name().first()).isEqualTo(payload);
            assertThat(shop.membership()
                            .notes()
                            .of(made.id(), Page.Request.first(10))
                            .items())
                    .singleElement()
                    .satisfies(note -> assertThat(note.note().text()).isEqualTo(payload));
        }
        assertThat(shop.membership().notes().change(NoteId.of("'or'1'='1"), 1, NoteForm.note("x")))
                .asString()
                .contains("UnknownNote");
    }
}

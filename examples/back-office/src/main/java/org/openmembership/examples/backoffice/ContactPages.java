package org.openmembership.examples.backoffice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.PhoneType;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditResult;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;

/** Changing how a customer is called and reached (C6, C7, C18, A20, A22). */
final class ContactPages {
    private static final String VERSION = "version";

    private ContactPages() {}

    static Reply form(Call call, Customer customer) {
        return Reply.page(page(call, customer, filled(customer)));
    }

    /** What the form holds before anything is changed. */
    private static Answers filled(Customer customer) {
        CustomerForm form = CustomerForm.from(customer).build();
        Map<String, String> values = new HashMap<>();
        put(values, VERSION, Integer.toString(customer.version()));
        put(values, "title", form.title());
        put(values, "firstName", form.firstName());
        put(values, "lastName", form.lastName());
        put(values, "email", form.email());
        put(values, "accountCode", form.accountCode());
        put(values, "selling.payOnAccount", form.selling().payOnAccount() ? "yes" : null);
        ParticularsFields.fill(form.particulars(), (field, value) -> put(values, field, value));
        form.phones().stream().findFirst().ifPresent(phone -> put(values, "phones[0].typed", phone.typed()));
        form.addresses().stream().findFirst().ifPresent(address -> {
            put(values, "addresses[0].line1", address.line1());
            put(values, "addresses[0].line2", address.line2());
            put(values, "addresses[0].postcode", address.postcode());
            put(values, "addresses[0].town", address.town());
            put(values, "addresses[0].county", address.county());
            put(values, "addresses[0].country", address.country());
        });
        return Answers.of(values);
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    private static Page page(Call call, Customer customer, Answers answers) {
        Form form = Form.to(Paths.of(customer.id(), "edit"), call, answers)
                .hidden(VERSION, answers.value(VERSION))
                .line(Field.optional("title", "Title"))
                .line(Field.required("firstName", "First name"))
                .line(Field.required("lastName", "Last name"))
                .line(Field.optional("email", "Email").email())
                .line(Field.optional("phones[0].typed", "Phone")
                        .phone()
                        .hint("With the area code; with + and the country code from abroad"))
                .part("Address")
                .line(Field.optional("addresses[0].line1", "Street and house"))
                .line(Field.optional("addresses[0].line2", "Second line"))
                .line(Field.optional("addresses[0].postcode", "Postcode"))
                .line(Field.optional("addresses[0].town", "Town"))
                .line(Field.optional("addresses[0].county", "State or county"))
                .line(Field.optional("addresses[0].country", "Country").hint("Two capital letters, such as US"));
        ParticularsFields.add(form);
        form.part("Shop")
                .line(Field.optional("accountCode", "Account code").hint("What the accounting calls this customer"))
                .tick("selling.payOnAccount", "On account", "May pay on account");
        return CustomerPages.below(customer, "Edit contact", form.send("Save", Paths.of(customer.id())));
    }

    static Reply save(Call call, Customer customer) {
        Answers answers = call.form();
        int version = Integer.parseInt(answers.value(VERSION));
        try {
            EditResult result = call.clerk().customers().edit(customer.id(), version, read(customer, answers));
            return reply(result, call, customer);
        } catch (InvalidRequestException wrong) {
            return Reply.wrong(page(call, customer, answers.refused(wrong.violations())));
        }
    }

    /** The customer's form with what this page can change of it; further phones and addresses stay. */
    private static CustomerForm read(Customer customer, Answers answers) {
        CustomerForm now = CustomerForm.from(customer).build();
        CustomerForm.Selling selling = now.selling();
        return CustomerForm.from(customer)
                .title(answers.given("title"))
                .name(answers.given("firstName"), answers.given("lastName"))
                .email(answers.given("email"))
                .phones(first(now.phones(), phone(now, answers)))
                .addresses(first(now.addresses(), address(now, answers)))
                .particulars(ParticularsFields.read(answers))
                .accountCode(answers.given("accountCode"))
                .selling(new CustomerForm.Selling(
                        selling.priceList(),
                        selling.freeDelivery(),
                        selling.globalDiscount(),
                        answers.isTicked("selling.payOnAccount")))
                .build();
    }

    /** A list with another first item, or without it. */
    private static <T> List<T> first(List<T> before, @Nullable T first) {
        List<T> all = new ArrayList<>(before.isEmpty() ? before : before.subList(1, before.size()));
        if (first != null) {
            all.add(0, first);
        }
        return all;
    }

    private static @Nullable RequestedPhone phone(CustomerForm now, Answers answers) {
        String typed = answers.given("phones[0].typed");
        if (typed == null) {
            return null;
        }
        return RequestedPhone.of(
                typed,
                now.phones().isEmpty() ? PhoneType.OTHER : now.phones().get(0).type());
    }

    private static @Nullable RequestedAddress address(CustomerForm now, Answers answers) {
        boolean none = answers.values().keySet().stream()
                .filter(field -> field.startsWith("addresses[0]."))
                .allMatch(field -> answers.value(field).isEmpty());
        if (none) {
            return null;
        }
        return new RequestedAddress(
                answers.given("addresses[0].line1"),
                answers.given("addresses[0].line2"),
                answers.given("addresses[0].town"),
                answers.given("addresses[0].county"),
                answers.given("addresses[0].postcode"),
                answers.given("addresses[0].country"),
                now.addresses().isEmpty() ? Set.of() : now.addresses().get(0).uses());
    }

    private static Reply reply(EditResult result, Call call, Customer customer) {
        if (result instanceof EditResult.Edited) {
            return Reply.done(Paths.of(customer.id()), Done.SAVED);
        }
        if (result instanceof EditResult.Stale stale) {
            Answers now = filled(stale.current())
                    .refused(
                            "version",
                            "Somebody else has changed this customer meanwhile. The form shows what is kept now.");
            return Reply.conflict(page(call, stale.current(), now));
        }
        if (result instanceof EditResult.AccountCodeTaken) {
            return Reply.wrong(page(call, customer, call.form().refused("accountCode", "belongs to another customer")));
        }
        return Reply.notFound("customer");
    }
}

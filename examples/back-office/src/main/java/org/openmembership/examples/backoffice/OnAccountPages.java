package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.text;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openmembership.customer.Customer;
import org.openmembership.examples.backoffice.Parts.Column;
import org.openmembership.examples.foodmart.Figures;
import org.openmembership.onaccount.CommentedEntry;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.onaccount.OnAccountKind;
import org.openmembership.payonaccount.OnAccountRequest;
import org.openmembership.payonaccount.OnAccountResult;
import org.openmembership.payonaccount.PayOnAccount;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Page.Request;

/** Customers who settle later: what they owe, charges and payments (C24-C28). */
record OnAccountPages(Words words) {
    private static final int LINES = 50;
    private static final CurrencyUnit SHOP = CurrencyUnit.USD;
    private static final List<Column> COLUMNS = List.of(
            Column.words("When"),
            Column.words("What"),
            Column.words("By"),
            Column.words("Comment"),
            Column.figures("Amount"),
            Column.figures("Owed then"));

    Reply show(Call call, Customer customer) {
        return Reply.page(page(call, customer, Answers.NONE));
    }

    private Page page(Call call, Customer customer, Answers answers) {
        PayOnAccount door = call.clerk().payOnAccount();
        Optional<CustomerAccount> account = door.balance(customer.id());
        List<CommentedEntry> entries =
                door.history(customer.id(), Request.first(LINES)).items();
        Markup form = Form.to(Paths.of(customer.id(), "on-account"), call, answers)
                .keyed()
                .choice(Field.required("kind", "What"), kinds(customer))
                .line(Field.required("amount", "Amount in " + SHOP).number())
                .line(Field.optional("comment", "Comment"))
                .send("Post", Paths.of(customer.id()));
        Markup history = entries.isEmpty()
                ? Parts.section("Entries", Parts.paragraph("Nothing was charged or paid yet."))
                : Parts.table(
                        "The latest first",
                        COLUMNS,
                        entries.stream().map(this::line).toList());
        return CustomerPages.below(
                customer,
                "On account",
                account.map(CustomerAccount::balance).map(Standing::tile).orElse(Markup.NONE),
                customer.selling().payOnAccount()
                        ? Markup.NONE
                        : Parts.aside("Charges are not granted to this customer; the contact page has the switch."),
                Parts.section("Charge or payment", form),
                history);
    }

    private static Map<String, String> kinds(Customer customer) {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(OnAccountKind.PAYMENT.name(), "The customer pays");
        if (customer.selling().payOnAccount()) {
            kinds.put(OnAccountKind.CHARGE.name(), "The customer settles later");
        }
        return kinds;
    }

    private List<Markup> line(CommentedEntry line) {
        return List.of(
                text(words.minute(line.entry().origin().occurredAt())),
                text(Words.of(line.entry().kind())),
                text(line.entry().origin().by().reference()),
                text(line.comment()),
                text(Figures.of(line.entry().amount())),
                text(Standing.owed(line.entry().balanceAfter())));
    }

    Reply post(Call call, Customer customer) {
        Answers answers = checked(call.form());
        BigDecimal amount = answers.number("amount");
        if (answers.isRefused() || amount == null) {
            return Reply.wrong(page(call, customer, answers));
        }
        OnAccountRequest request = OnAccountRequest.of(
                        customer.id(),
                        Money.of(SHOP, amount.stripTrailingZeros().setScale(2)),
                        Keys.of(answers))
                .comment(answers.given("comment"));
        boolean charge = answers.value("kind").equals(OnAccountKind.CHARGE.name());
        try {
            PayOnAccount door = call.clerk().payOnAccount();
            OnAccountResult result = charge ? door.charge(request) : door.pay(request);
            return reply(result, call, customer, charge);
        } catch (InvalidRequestException wrong) {
            return Reply.wrong(page(call, customer, answers.refused(wrong.violations())));
        }
    }

    private static Answers checked(Answers form) {
        Answers answers = form.checkNumber("amount");
        BigDecimal amount = answers.number("amount");
        boolean payable = amount == null || amount.stripTrailingZeros().scale() <= SHOP.getDecimalPlaces();
        return payable ? answers : answers.refused("amount", "must have at most two decimals");
    }

    private Reply reply(OnAccountResult result, Call call, Customer customer, boolean charge) {
        if (result instanceof OnAccountResult.Posted) {
            return Reply.done(Paths.of(customer.id(), "on-account"), charge ? Done.CHARGED : Done.PAID);
        }
        if (result instanceof OnAccountResult.Refused refused) {
            return Reply.wrong(page(
                    call, customer, call.form().refused("kind", "is refused: " + Words.of(refused.reason()))));
        }
        Answers answers = call.form()
                .refused("amount", "this form was sent before with another amount; look at the entries first");
        return Reply.conflict(page(call, customer, Keys.without(answers)));
    }
}

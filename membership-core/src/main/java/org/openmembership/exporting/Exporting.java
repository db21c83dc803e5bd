package org.openmembership.exporting;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.customer.EmailAddress;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.document.CsvText;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Balance;
import org.openmembership.shared.Page;
import org.openmembership.step.Workbooks;

/**
 * The door to lists as files of columns (S34). Thread-safe.
 *
 * <p>A list is read in pages of 1,000, each by one read of its own, and never held as a whole; what is added or changed
 * meanwhile may be in it or not. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class Exporting {
    private static final int PAGE = 1_000;

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Exporting(Caller caller) {
        this.caller = caller;
    }

    /**
     * Writes customers: id, firstName, lastName, company, email, phone, postcode, town, type, status, active, accountCode,
     * member, currency and balance; the last two of who pays on account.
     *
     * @param progress hears after each page how many rows there are; what it throws ends the export there
     * @return how many rows were written, without the header
     */
    public long customers(DirectoryQuery query, Writer out, LongConsumer progress) throws IOException {
        CsvText csv = header(
                out,
                "id",
                "firstName",
                "lastName",
                "company",
                "email",
                "phone",
                "postcode",
                "town",
                "type",
                "status",
                "active",
                "accountCode",
                "member",
                "currency",
                "balance");
        long rows = 0;
        Page.Request next = Page.Request.first(PAGE);
        while (next != null) {
            Page.Request wanted = next;
            Page<ListedCustomer> page = caller.read(
                    Permission.EXPORT,
                    Subject.NOBODY,
                    stores -> stores.directory().list(query, wanted));
            for (ListedCustomer customer : page.items()) {
                write(csv, customer);
            }
            rows += page.items().size();
            progress.accept(rows);
            Page.Cursor cursor = page.next();
            next = cursor == null ? null : Page.Request.after(cursor, PAGE);
        }
        out.flush();
        return rows;
    }

    /**
     * Writes the accounts of a club by id: account, mainMember, type, status, scheme, openedAt, booked, available and debt,
     * all as they are at the instant their page is read.
     *
     * @param progress as for {@link #customers}
     * @return how many rows were written, without the header
     */
    public long accounts(ClubId club, Writer out, LongConsumer progress) throws IOException {
        CsvText csv = header(
                out, "account", "mainMember", "type", "status", "scheme", "openedAt", "booked", "available", "debt");
        long rows = 0;
        AccountId after = null;
        boolean more = true;
        while (more) {
            Collection<AccountLedger> page = page(club, after);
            for (AccountLedger ledger : page) {
                write(csv, ledger);
                after = ledger.account().id();
            }
            rows += page.size();
            progress.accept(rows);
            more = page.size() == PAGE;
        }
        out.flush();
        return rows;
    }

    private Collection<AccountLedger> page(ClubId club, @Nullable AccountId after) {
        Instant now = caller.now();
        return caller.snapshot(Permission.EXPORT, Subject.NOBODY, stores -> {
            List<MemberAccount> accounts = stores.accounts().ofClub(club, after, PAGE);
            return Workbooks.open(accounts, now, stores).values();
        });
    }

    private static CsvText header(Writer out, String... names) throws IOException {
        CsvText csv = new CsvText(out);
        for (String name : names) {
            csv.plain(name);
        }
        csv.endLine();
        return csv;
    }

    private static void write(CsvText csv, ListedCustomer customer) throws IOException {
        ListedCustomer.Contact contact = customer.contact();
        EmailAddress email = contact.email();
        csv.text(customer.id())
                .text(customer.name().first())
                .text(customer.name().last())
                .text(contact.company())
                .text(email == null ? null : email.typed())
                .text(contact.phone())
                .text(contact.postcode())
                .text(contact.town())
                .plain(customer.standing().type())
                .plain(customer.standing().status())
                .plain(customer.standing().active())
                .text(customer.accountCode())
                .text(customer.member())
                .plain(customer.balance() == null ? null : customer.balance().getCurrencyUnit())
                .plain(
                        customer.balance() == null
                                ? null
                                : customer.balance().getAmount().toPlainString())
                .endLine();
    }

    private static void write(CsvText csv, AccountLedger ledger) throws IOException {
        MemberAccount account = ledger.account();
        Balance balance = ledger.balance();
        csv.text(account.id())
                .text(account.owner().mainMember())
                .plain(account.owner().type())
                .plain(account.standing().status())
                .text(account.schemeAt(ledger.at()))
                .plain(account.owner().openedAt())
                .plain(balance.booked())
                .plain(balance.available())
                .plain(balance.debt())
                .endLine();
    }
}

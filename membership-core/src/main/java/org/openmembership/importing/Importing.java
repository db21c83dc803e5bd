package org.openmembership.importing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerEvent;
import org.openmembership.customer.CustomerId;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.member.Member;
import org.openmembership.member.MemberEvent;
import org.openmembership.member.MemberId;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.Accounts;
import org.openmembership.step.Facts;
import org.openmembership.step.ScannedCards;
import org.openmembership.storage.Stores;
import org.openmembership.user.SecretSeal;

/**
 * The door to taking over customers, members, cards and balances of another system (A5, A6, B33, B44). Thread-safe.
 *
 * <p>Everything is keyed by the caller's reference: a repeat changes nothing, also not what has another content by now.
 * Nobody is taken over again who has been erased, as far as reference, account code or, where the host has switched it on,
 * email tell (R17).
 */
public final class Importing {
    private static final int MAX_LIST = 1_000;

    private final Caller caller;
    private final PeopleIntake people;
    private final Gone gone;
    private final ScannedCards scanned;

    /**
     * Made by the facade alone, which is why its parameters are not exported.
     *
     * @param erasedEmails makes the pseudonyms of emails of people who were erased; null where none are kept
     */
    @SuppressWarnings("exports")
    public Importing(Caller caller, PeopleIntake people, ScannedCards scanned, @Nullable SecretSeal erasedEmails) {
        this.caller = caller;
        this.people = people;
        this.gone = new Gone(erasedEmails);
        this.scanned = scanned;
    }

    /**
     * Takes over a customer.
     *
     * <p>A member with the same email does not get it linked: the links of a member are frozen (R3).
     *
     * @throws InvalidRequestException with all that is wrong, by path; nothing is kept
     */
    public CustomerImported customer(CustomerImport customer) {
        List<Customer> read = intake().customers(List.of(customer), index -> "");
        return keepCustomers(read).get(0);
    }

    /**
     * Takes over up to 1,000 customers in one unit of work: all of them or none.
     *
     * @return one answer for each, in the order given
     * @throws InvalidRequestException with all that is wrong with all of them, by path
     */
    public List<CustomerImported> customers(List<CustomerImport> customers) {
        requireSize(customers);
        return keepCustomers(intake().customers(customers, index -> "[" + index + "]."));
    }

    /**
     * Takes over a member, inactive until its owner registers with the same email and proves it (R10).
     *
     * @throws InvalidRequestException with all that is wrong, by path; nothing is kept
     */
    public MemberImported member(MemberImport member) {
        List<Member> read = intake().members(List.of(member), index -> "");
        return keepMembers(read, null).get(0);
    }

    /**
     * Takes over up to 1,000 members in one unit of work: all of them or none.
     *
     * @return one answer for each, in the order given
     * @throws InvalidRequestException with all that is wrong with all of them, by path
     */
    public List<MemberImported> members(List<MemberImport> members) {
        requireSize(members);
        return keepMembers(intake().members(members, index -> "[" + index + "]."), null);
    }

    /**
     * Takes over a file of any length, in chunks of one commit each: every row is taken over, was there already, belongs to
     * somebody who has been erased, or is refused and written to the faults, as it was and with what is wrong (B11).
     *
     * <p>Only a chunk is held at a time. Rows are keyed by source and reference, cards by their number, so the same file may be taken over again,
     * from its beginning or from a position that an earlier run has reported; of two rows of one reference the first counts.
     * What a storage throws ends the run: all chunks before are kept, and their report was the last that was heard.
     *
     * @param in read to its end, not closed
     * @throws InvalidRequestException if the header names a column twice, or one that is none of ours
     * @throws IllegalArgumentException if the file is not in UTF-8, or has no header; or there is no such club, or none was
     *     set where one is needed
     * @throws IOException if the file cannot be read, or the faults not written
     */
    public ImportReport file(InputStream in, ImportOptions options) throws IOException {
        FileImport.Keeping keeping = new FileImport.Keeping() {
            @Override
            public List<CustomerImported> customers(List<Customer> chunk) {
                return keepCustomers(chunk);
            }

            @Override
            public List<MemberImported> members(List<Member> chunk, @Nullable ClubId club) {
                return keepMembers(chunk, club);
            }
        };
        return new FileImport(caller, people, gone, scanned, options, keeping).run(in);
    }

    private ImportIntake intake() {
        return new ImportIntake(people, caller, caller.now());
    }

    private List<CustomerImported> keepCustomers(List<Customer> customers) {
        Instant now = caller.now();
        return caller.change(
                Permission.IMPORT, Subject.NOBODY, (stores, facts) -> keepCustomers(customers, now, stores, facts));
    }

    private List<CustomerImported> keepCustomers(List<Customer> customers, Instant now, Stores stores, Facts facts) {
        List<Customer> known = stores.customers().withReferences(references(customers, Customer::reference));

        Map<CustomerId, CustomerId> survivors =
                stores.merges().survivors(known.stream().map(Customer::id).collect(Collectors.toSet()));

        Map<ExternalKey, Customer> first = firstOfEach(known, customers, Customer::reference);
        Set<Customer> erased = gone.among(customers, gone::namesOf, stores);

        List<CustomerImported> answers = new ArrayList<>();
        for (Customer customer : customers) {
            ExternalKey reference = requireNonNull(customer.reference());
            CustomerId id = requireNonNull(first.get(reference)).id();
            boolean repeated = !id.equals(customer.id());
            boolean isGone = !repeated && erased.contains(customer);
            if (!repeated && !isGone) {
                stores.customers().add(customer);
                facts.happened(new CustomerEvent.CustomerImported(id, reference), now);
            }
            answers.add(new CustomerImported(reference, survivors.getOrDefault(id, id), repeated, isGone));
        }
        return answers;
    }

    private List<MemberImported> keepMembers(List<Member> members, @Nullable ClubId club) {
        Instant now = caller.now();
        return caller.change(Permission.IMPORT, Subject.NOBODY, (stores, facts) -> {
            Club terms = club == null
                    ? null
                    : caller.clubs().require(club, now, stores).club();
            List<MemberImported> imported = keepMembers(members, now, stores, facts);
            if (terms != null) {
                imported.stream()
                        .filter(one -> !one.repeated() && !one.erased())
                        .forEach(one -> Accounts.openFor(one.member(), terms, now, caller.ids(), stores, facts));
            }
            return imported;
        });
    }

    private List<MemberImported> keepMembers(List<Member> members, Instant now, Stores stores, Facts facts) {
        List<Member> known = stores.members().withReferences(references(members, Member::reference));

        Map<ExternalKey, Member> first = firstOfEach(known, members, Member::reference);
        Set<Member> erased = gone.among(members, gone::namesOf, stores);

        List<MemberImported> answers = new ArrayList<>();
        for (Member member : members) {
            ExternalKey reference = requireNonNull(member.reference());
            MemberId id = requireNonNull(first.get(reference)).id();
            boolean repeated = !id.equals(member.id());
            boolean isGone = !repeated && erased.contains(member);
            if (!repeated && !isGone) {
                stores.members().add(member);
                facts.happened(new MemberEvent.MemberImported(id, reference), now);
            }
            answers.add(new MemberImported(reference, id, repeated, isGone));
        }
        return answers;
    }

    private static <N> Set<ExternalKey> references(List<N> nouns, Function<N, @Nullable ExternalKey> reference) {
        return nouns.stream().map(noun -> requireNonNull(reference.apply(noun))).collect(Collectors.toSet());
    }

    /** Who has each reference: the one that is kept already, else the first of the list. */
    private static <N> Map<ExternalKey, N> firstOfEach(
            List<N> known, List<N> incoming, Function<N, @Nullable ExternalKey> reference) {
        Map<ExternalKey, N> first = new HashMap<>();
        Stream.concat(known.stream(), incoming.stream())
                .forEach(noun -> first.putIfAbsent(requireNonNull(reference.apply(noun)), noun));
        return first;
    }

    private static void requireSize(List<?> list) {
        if (list.isEmpty() || list.size() > MAX_LIST) {
            throw new IllegalArgumentException("import 1 to " + MAX_LIST + " at once, not " + list.size());
        }
    }
}

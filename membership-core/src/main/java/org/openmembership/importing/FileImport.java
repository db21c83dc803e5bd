package org.openmembership.importing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.customer.Customer;
import org.openmembership.importing.ImportReport.Kept;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.member.Member;
import org.openmembership.privacy.Tombstone;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.ScannedCards;
import org.openmembership.storage.Stores;

/** Takes a file over, row by row in chunks. */
record FileImport(
        Caller caller, PeopleIntake people, Gone gone, ScannedCards scanned, ImportOptions options, Keeping keeping) {
    /** How chunks of nouns are kept. */
    interface Keeping {
        List<CustomerImported> customers(List<Customer> chunk);

        List<MemberImported> members(List<Member> chunk, @Nullable ClubId club);
    }

    ImportReport run(InputStream in) throws IOException {
        FileColumns columns = FileColumns.of(options);
        ImportFile file = ImportFile.open(in, options, columns);
        return switch (options.kind) {
            case CUSTOMERS -> new FileRun<>(options, columns, this::customer, this::customers).run(file);
            case MEMBERS -> new FileRun<>(options, columns, this::member, this::members).run(file);
            case OPENINGS ->
                new FileRun<>(options, columns, cells -> OpeningRow.read(cells, source(cells)), this::openings)
                        .run(file);
            case CARDS ->
                new FileRun<>(options, columns, cells -> CardRow.read(cells, source(cells)), this::cards).run(file);
        };
    }

    private Customer customer(Cells cells) {
        CustomerImport one = CustomerImport.of(source(cells), cells.text("reference"))
                .name(cells.text("firstName"), cells.text("lastName"))
                .email(cells.text("email"))
                .phones(cells.phones())
                .addresses(cells.addresses())
                .particulars(cells.particulars())
                .createdAt(cells.instant("createdAt"))
                .emailSetByStaffAt(cells.instant("emailSetByStaffAt"))
                .build();
        return intake().customers(List.of(one), index -> "").get(0);
    }

    private Member member(Cells cells) {
        MemberImport one = MemberImport.of(source(cells), cells.text("reference"))
                .name(cells.text("firstName"), cells.text("lastName"))
                .email(cells.text("email"))
                .phones(cells.phones())
                .birthdate(cells.day("birthdate"))
                .addresses(cells.addresses())
                .particulars(cells.particulars())
                .registeredAt(cells.instant("registeredAt"))
                .build();
        return intake().members(List.of(one), index -> "").get(0);
    }

    private Kept customers(List<Customer> chunk) {
        return options.dryRun
                ? look(
                        chunk,
                        Customer::reference,
                        (stores, keys) -> stores.customers().withReferences(keys),
                        gone::namesOf)
                : kept(keeping.customers(chunk), CustomerImported::repeated, CustomerImported::erased);
    }

    private Kept members(List<Member> chunk) {
        return options.dryRun
                ? look(
                        chunk,
                        Member::reference,
                        (stores, keys) -> stores.members().withReferences(keys),
                        gone::namesOf)
                : kept(keeping.members(chunk, options.club), MemberImported::repeated, MemberImported::erased);
    }

    private Kept cards(List<CardRow> chunk) {
        CardKeeping cards = new CardKeeping(caller, scanned, options.requireClub(), caller.now());
        return options.dryRun
                ? caller.read(Permission.IMPORT, Subject.NOBODY, stores -> cards.look(chunk, stores))
                : caller.change(Permission.IMPORT, Subject.NOBODY, (stores, facts) -> cards.keep(chunk, stores, facts));
    }

    private Kept openings(List<OpeningRow> chunk) {
        OpeningKeeping openings = new OpeningKeeping(caller, options.requireClub(), options.document, caller.now());
        return options.dryRun
                ? caller.read(Permission.IMPORT, Subject.NOBODY, stores -> openings.look(chunk, stores))
                : caller.change(
                        Permission.IMPORT, Subject.NOBODY, (stores, facts) -> openings.keep(chunk, stores, facts));
    }

    private static <A> Kept kept(List<A> answers, Predicate<A> repeated, Predicate<A> erased) {
        return new Kept(
                answers.stream().filter(repeated).count(),
                answers.stream().filter(erased).count());
    }

    /** What keeping a chunk would come to; nothing is written. */
    private <N> Kept look(
            List<N> chunk,
            Function<N, @Nullable ExternalKey> key,
            BiFunction<Stores, Set<ExternalKey>, List<N>> find,
            Function<N, List<Tombstone>> names) {
        Set<ExternalKey> wanted = keys(chunk, key);
        return caller.read(Permission.IMPORT, Subject.NOBODY, stores -> {
            Set<ExternalKey> seen = keys(find.apply(stores, wanted), key);
            Set<N> erased = gone.among(chunk, names, stores);
            long repeated = 0;
            long left = 0;
            for (N one : chunk) {
                if (!seen.add(requireNonNull(key.apply(one)))) {
                    repeated++;
                } else if (erased.contains(one)) {
                    left++;
                }
            }
            return new Kept(repeated, left);
        });
    }

    private static <N> Set<ExternalKey> keys(List<N> nouns, Function<N, @Nullable ExternalKey> key) {
        Set<ExternalKey> keys = new HashSet<>();
        nouns.forEach(noun -> keys.add(requireNonNull(key.apply(noun))));
        return keys;
    }

    private @Nullable String source(Cells cells) {
        String named = cells.text("source");
        return named == null ? options.source : named;
    }

    private ImportIntake intake() {
        return new ImportIntake(people, caller, caller.now());
    }
}

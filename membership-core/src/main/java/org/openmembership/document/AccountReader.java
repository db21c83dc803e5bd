package org.openmembership.document;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.openmembership.club.AccountTerms;
import org.openmembership.club.BarcodeMask;
import org.openmembership.club.Benefit;
import org.openmembership.club.CardSeries;
import org.openmembership.club.CheckDigits;
import org.openmembership.club.ContactHandling;
import org.openmembership.club.Eligibility;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SeriesId;
import org.openmembership.shared.ReasonCode;

/**
 * Reads what a club has settled about accounts and cards.
 *
 * @param ownScheme a scheme of the club that is being read
 */
record AccountReader(Format<SchemeId> ownScheme) {
    private static final Format<Period> PERIOD = Format.text("a period such as P3Y", Period::parse);
    private static final Format<LocalDate> DAY = Format.text("a day such as 2026-12-31", LocalDate::parse);
    private static final Format<Long> SERIAL = Format.text("a serial number such as 1000", Long::valueOf);
    private static final Format<Set<ReasonCode>> REASONS = Format.set(Format.code(ReasonCode::of));

    Format<AccountTerms> format() {
        return Format.object(this::terms);
    }

    private Part<AccountTerms> terms(Fields fields) {
        Part<List<CardSeries>> series =
                fields.optional("cardSeries", Format.list(Format.object(this::series)), List.of());
        Part<Boolean> onlySeries = fields.optional("onlySeries", Format.flag(), false);
        Part<Boolean> withoutPerson = fields.optional("cardsWithoutPerson", Format.flag(), true);
        Part<List<BarcodeMask>> masks =
                fields.optional("barcodeMasks", Format.list(Format.object(AccountReader::mask)), List.of());
        Part<ContactHandling> contacts =
                fields.optional("contactHandling", Format.choice(ContactHandling.class), ContactHandling.MEMBERS_ONLY);
        Part<Eligibility> eligibility =
                fields.optional("eligibility", Format.choice(Eligibility.class), Eligibility.EVERYBODY);
        Part<AccountTerms.BlockReasons> reasons =
                fields.optional("blockReasons", Format.object(AccountReader::reasons), AccountTerms.BlockReasons.ANY);
        Part<List<Benefit>> benefits = SchemeReader.benefits(fields);
        return fields.made(
                () -> new AccountTerms(
                        new AccountTerms.Cards(series.get(), onlySeries.get(), withoutPerson.get(), masks.get()),
                        reasons.get(),
                        benefits.get(),
                        contacts.get(),
                        eligibility.get()),
                series,
                onlySeries,
                withoutPerson,
                masks,
                contacts,
                eligibility,
                reasons,
                benefits);
    }

    private static Part<BarcodeMask> mask(Fields fields) {
        Part<String> pattern =
                fields.required("mask", Format.code(text -> BarcodeMask.of(text).pattern()));
        Part<LocalDate> firstDay = fields.nullable("firstDay", DAY);
        Part<LocalDate> lastDay = fields.nullable("lastDay", DAY);
        return fields.made(
                () -> new BarcodeMask(pattern.get(), firstDay.value(), lastDay.value()), pattern, firstDay, lastDay);
    }

    private static Part<AccountTerms.BlockReasons> reasons(Fields fields) {
        Part<Set<ReasonCode>> accounts = fields.optional("accounts", REASONS, Set.of());
        Part<Set<ReasonCode>> members = fields.optional("members", REASONS, Set.of());
        Part<Set<ReasonCode>> cards = fields.optional("cards", REASONS, Set.of());
        return fields.made(
                () -> new AccountTerms.BlockReasons(accounts.get(), members.get(), cards.get()),
                accounts,
                members,
                cards);
    }

    private Part<CardSeries> series(Fields fields) {
        Part<SeriesId> id = fields.required("id", Format.code(SeriesId::of));
        Part<SchemeId> scheme = fields.nullable("scheme", ownScheme);
        Part<CardSeries.Format> format = numbering(fields);
        Part<Boolean> withoutPrefix = fields.optional("scansWithoutPrefix", Format.flag(), false);
        Part<Boolean> withoutCheck = fields.optional("scansWithoutCheck", Format.flag(), false);
        Part<Period> life = fields.nullable("life", PERIOD);
        Part<Period> unassigned = fields.nullable("lifeWithoutPerson", PERIOD);
        return fields.made(
                () -> new CardSeries(
                        id.get(),
                        scheme.value(),
                        format.get(),
                        new CardSeries.Scanning(withoutPrefix.get(), withoutCheck.get()),
                        new CardSeries.Life(life.value(), unassigned.value())),
                id,
                scheme,
                format,
                withoutPrefix,
                withoutCheck,
                life,
                unassigned);
    }

    private static Part<CardSeries.Format> numbering(Fields fields) {
        Part<String> prefix = fields.optional("prefix", Format.code(text -> text), "");
        Part<Integer> digits = fields.required("digits", Format.integer());
        Part<Long> start = fields.optional("start", SERIAL, 1L);
        Part<CheckDigits> check = fields.optional("check", Format.choice(CheckDigits.class), CheckDigits.NONE);
        return fields.made(
                () -> new CardSeries.Format(prefix.get(), digits.get(), start.get(), check.get()),
                prefix,
                digits,
                start,
                check);
    }
}

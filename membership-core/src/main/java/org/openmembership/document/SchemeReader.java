package org.openmembership.document;

import java.math.BigDecimal;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Benefit;
import org.openmembership.club.Club;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Gauge;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SchemeTerms;
import org.openmembership.club.SchemeTerms.PaidTerm.Refund;
import org.openmembership.club.Tenure;

/** Reads the schemes of one club, and remembers them for what refers to them. */
final class SchemeReader {
    private final Set<SchemeId> ids = new HashSet<>();
    private final Set<Integer> sequences = new HashSet<>();
    private final Part<Club.Place> place;
    private final Part<ReviewTerms> review;

    SchemeReader(Part<Club.Place> place, Part<ReviewTerms> review) {
        this.place = place;
        this.review = review;
    }

    enum TenureKind {
        WHILE_KEPT,
        FOR,
        TO_YEAR_END
    }

    Format<List<Scheme>> format() {
        return Format.list(Format.object(this::scheme)).accepting(list -> !list.isEmpty(), "must not be empty");
    }

    /** The code of a scheme that was read before. */
    Format<SchemeId> own() {
        return Format.code(SchemeId::of).accepting(ids::contains, "is no scheme of this club");
    }

    private Part<Scheme> scheme(Fields fields) {
        Part<SchemeId> id = fields.required("id", Format.code(SchemeId::of).once(ids));
        Part<String> name = fields.required("name", ClubReader.NAME);
        Part<Integer> sequence = fields.required("sequence", Format.integer().once(sequences));
        Part<BigDecimal> entry = fields.nullable("entry", Format.notNegative());
        Part<BigDecimal> keep = fields.nullable("keep", Format.notNegative());
        Part<SchemeTerms> terms = terms(fields);
        Part<List<Benefit>> benefits = benefits(fields);
        Part<Scheme.Thresholds> thresholds =
                fields.made(() -> thresholds(entry.value(), keep.value(), terms), entry, keep);
        return fields.made(
                () -> new Scheme(id.get(), name.get(), sequence.get(), thresholds.get(), terms.get(), benefits.get()),
                id,
                name,
                sequence,
                thresholds,
                terms,
                benefits);
    }

    private Scheme.Thresholds thresholds(
            @Nullable BigDecimal entry, @Nullable BigDecimal keep, Part<SchemeTerms> terms) {
        Scheme.Thresholds thresholds = new Scheme.Thresholds(entry, keep);
        if (!review.isWhole() || !terms.isWhole()) {
            return thresholds;
        }
        Gauge entering = terms.get().entry();
        Gauge staying = terms.get().keep();
        return thresholds.countedBy(
                entering == null ? review.get().entry() : entering,
                staying == null ? review.get().keep() : staying);
    }

    private Part<SchemeTerms> terms(Fields fields) {
        ReviewTerms usual = review.isWhole() ? review.get() : ReviewTerms.DEFAULT;
        Part<Tenure> tenure = fields.optional("tenure", Format.object(SchemeReader::tenure), Tenure.WHILE_KEPT);
        Part<Gauge> entry = fields.nullable("entryBy", ReviewReader.gauge(usual.entry()));
        Part<Gauge> keep = fields.nullable("keepBy", ReviewReader.gauge(usual.keep()));
        Part<SchemeTerms.PaidTerm> paid = fields.nullable("paid", Format.object(this::paid));
        return fields.made(
                () -> new SchemeTerms(tenure.get(), entry.value(), keep.value(), paid.value()),
                tenure,
                entry,
                keep,
                paid);
    }

    private static Part<Tenure> tenure(Fields fields) {
        Part<TenureKind> kind = fields.required("kind", Format.choice(TenureKind.class));
        if (!kind.isWhole()) {
            fields.acceptRest();
            return Part.faulty();
        }
        return switch (kind.get()) {
            case WHILE_KEPT -> Part.of(Tenure.WHILE_KEPT);
            case FOR -> {
                Part<Period> period = fields.required("period", TermsReader.PERIOD);
                yield fields.made(() -> new Tenure.For(period.get()), period);
            }
            case TO_YEAR_END -> {
                Part<Tenure.ToYearEnd.Year> year = fields.required("year", Format.choice(Tenure.ToYearEnd.Year.class));
                Part<Integer> later = fields.optional("yearsLater", Format.integer(), 0);
                yield fields.made(() -> new Tenure.ToYearEnd(year.get(), later.get()), year, later);
            }
        };
    }

    private Part<SchemeTerms.PaidTerm> paid(Fields fields) {
        Part<Period> period = fields.required("period", TermsReader.PERIOD);
        Part<BigDecimal> price = fields.required("price", Format.notNegative());
        Part<Refund> refund = fields.optional("refund", Format.choice(Refund.class), Refund.PRO_RATA);
        return fields.made(
                () -> new SchemeTerms.PaidTerm(
                        period.get(), BigMoney.of(place.get().currency(), price.get()), refund.get()),
                period,
                price,
                refund,
                place);
    }

    /** What a scheme gives, or all schemes of a club. */
    static Part<List<Benefit>> benefits(Fields fields) {
        return fields.optional("benefits", Format.list(Format.object(SchemeReader::benefit)), List.of());
    }

    private static Part<Benefit> benefit(Fields fields) {
        Part<Benefit.Kind> kind = fields.required("kind", Format.choice(Benefit.Kind.class));
        Part<String> value = fields.required("value", Format.code(text -> text));
        return fields.made(() -> new Benefit(kind.get(), value.get()), kind, value);
    }
}

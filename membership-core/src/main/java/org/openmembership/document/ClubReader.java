package org.openmembership.document;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.club.AccountTerms;
import org.openmembership.club.Club;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ClubId;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.HoldTerms;
import org.openmembership.club.Inactivity;
import org.openmembership.club.PointValue;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.RoundingRule;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TransferTerms;
import org.openmembership.shared.Texts;

/** Reads the outermost object of a club's document. */
final class ClubReader {
    static final Format<Club> FORMAT = Format.object(fields -> new ClubReader().club(fields));
    static final Format<CurrencyUnit> CURRENCY = Format.text("a known currency such as EUR", CurrencyUnit::of);
    static final Format<String> NAME = Format.code(text -> Texts.requireCode("name", text, Club.MAX_NAME));

    private ClubReader() {}

    private Part<Club> club(Fields fields) {
        Part<ClubId> id = fields.required("id", Format.code(ClubId::of));
        Part<String> name = fields.required("name", NAME);
        Part<Club.Place> place = place(fields);
        Part<Club.PointTerms> points = points(fields, place);
        Part<ReviewTerms> review = fields.optional("review", ReviewReader.REVIEW, ReviewTerms.DEFAULT);
        SchemeReader reader = new SchemeReader(place, review);
        Part<List<Scheme>> schemes = fields.required("schemes", reader.format());
        Part<SchemeId> start = fields.nullable("defaultScheme", reader.own());
        Part<EarningTerms> earning = new EarningReader(reader.own()).read(fields);
        Part<SpendingTerms> spending =
                fields.optional("spending", new SpendingReader(reader.own()).format(), SpendingTerms.DEFAULT);
        Part<HoldTerms> holds = fields.optional("holds", TermsReader.HOLDS, HoldTerms.DEFAULT);
        Part<TransferTerms> transfer = fields.optional("transfer", TermsReader.TRANSFER, TransferTerms.DEFAULT);
        Part<AccountTerms> accounts =
                fields.optional("accounts", new AccountReader(reader.own()).format(), AccountTerms.DEFAULT);
        return fields.made(
                () -> build(
                        Club.builder(id.get()).name(name.get()).accounts(accounts.get()),
                        place.get(),
                        points.get(),
                        new Club.Terms(earning.get(), spending.get(), holds.get(), transfer.get(), review.get()),
                        schemes.get(),
                        start),
                id,
                name,
                place,
                points,
                schemes,
                start,
                earning,
                spending,
                holds,
                transfer,
                review,
                accounts);
    }

    private static Club build(
            ClubBuilder builder,
            Club.Place place,
            Club.PointTerms points,
            Club.Terms terms,
            List<Scheme> schemes,
            Part<SchemeId> start) {
        if (start.value() != null) {
            builder.startIn(start.value());
        }
        return builder.in(place.currency(), place.zone())
                .rounding(points.rounding())
                .pointValue(points.value())
                .expiry(points.expiry())
                .inactivity(points.inactivity())
                .rules(terms.earning().rules())
                .offers(terms.earning().offers())
                .earningBase(terms.earning().base())
                .earningBounds(terms.earning().bounds())
                .earningPolicies(terms.earning().policies())
                .events(terms.earning().events())
                .spending(terms.spending())
                .holds(terms.holds())
                .transfer(terms.transfer())
                .review(terms.review())
                .schemes(schemes)
                .build();
    }

    private static Part<Club.Place> place(Fields fields) {
        Part<CurrencyUnit> currency = fields.required("currency", CURRENCY);
        Part<ZoneId> zone = fields.required("zone", Format.text("a known time zone such as Europe/Berlin", ZoneId::of));
        return fields.made(() -> new Club.Place(currency.get(), zone.get()), currency, zone);
    }

    private static Part<Club.PointTerms> points(Fields fields, Part<Club.Place> place) {
        Part<RoundingRule> rounding = fields.optional("rounding", TermsReader.ROUNDING, RoundingRule.WHOLE_POINTS_DOWN);
        Part<BigDecimal> value = fields.optional("pointValue", Format.notNegative(), BigDecimal.ZERO);
        Part<ExpiryRule> expiry = fields.optional("expiry", TermsReader.EXPIRY, ExpiryRule.never());
        Part<Inactivity> inactivity = fields.nullable("inactivity", TermsReader.INACTIVITY);
        return fields.made(
                () -> new Club.PointTerms(
                        rounding.get(),
                        new PointValue(BigMoney.of(place.get().currency(), value.get())),
                        expiry.get(),
                        inactivity.value()),
                place,
                rounding,
                value,
                expiry,
                inactivity);
    }
}

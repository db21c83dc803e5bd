package org.openmembership.document;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.openmembership.club.AccountTerms;
import org.openmembership.club.BarcodeMask;
import org.openmembership.club.CardSeries;
import org.openmembership.club.CheckDigits;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SeriesId;
import org.openmembership.shared.ReasonCode;

/** What a club may have settled about accounts and cards. */
final class AccountArbitraries {
    private AccountArbitraries() {}

    /** @param scheme one of the club's */
    static Arbitrary<AccountTerms> terms(SchemeId scheme) {
        return Combinators.combine(cards(scheme), reasons(), reasons(), reasons(), SchemeArbitraries.benefits())
                .as((cards, accounts, members, codes, benefits) ->
                        new AccountTerms(cards, new AccountTerms.BlockReasons(accounts, members, codes), benefits));
    }

    private static Arbitrary<AccountTerms.Cards> cards(SchemeId scheme) {
        Arbitrary<List<CardSeries>> series = Combinators.combine(series("main"), series("own"), Arbitraries.of(0, 1, 2))
                .as((main, own, count) -> List.of(main, own.forScheme(scheme)).subList(0, count));
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        // where only series count a mask has to fit one of them
        return Combinators.combine(series, flags, flags, masks())
                .as((made, only, free, masks) -> new AccountTerms.Cards(made, only, free, only ? List.of() : masks));
    }

    private static Arbitrary<List<BarcodeMask>> masks() {
        Arbitrary<LocalDate> firstDays = Arbitraries.of(LocalDate.EPOCH).injectNull(0.5);
        Arbitrary<LocalDate> lastDays =
                Arbitraries.of(LocalDate.parse("2030-12-31")).injectNull(0.5);
        return Combinators.combine(Arbitraries.of("2233####?", "#?", "9#########"), firstDays, lastDays)
                .as(BarcodeMask::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<CardSeries> series(String id) {
        Arbitrary<Integer> digits = Arbitraries.integers().between(3, 18);
        Arbitrary<Long> starts = Arbitraries.longs().between(0, 999);
        Arbitrary<CheckDigits> checks = Arbitraries.of(CheckDigits.NONE, CheckDigits.LUHN, CheckDigits.MOD97);
        Arbitrary<CardSeries.Format> formats = Combinators.combine(
                        Arbitraries.of("", "OM-", "4000"), digits, starts, checks)
                .as(CardSeries.Format::new);
        Arbitrary<Boolean> leftOut = Arbitraries.of(true, false);
        return Combinators.combine(formats, leftOut, leftOut, lives())
                .as((format, prefix, check, life) -> new CardSeries(
                        SeriesId.of(id),
                        null,
                        format,
                        new CardSeries.Scanning(
                                prefix && !format.prefix().isEmpty(), check && format.check() != CheckDigits.NONE),
                        life));
    }

    private static Arbitrary<CardSeries.Life> lives() {
        Arbitrary<Period> periods =
                Arbitraries.of(Period.ofYears(3), Period.ofDays(90)).injectNull(0.5);
        return Combinators.combine(periods, periods).as(CardSeries.Life::new);
    }

    private static Arbitrary<Set<ReasonCode>> reasons() {
        return Arbitraries.of("LOST", "STOLEN", "ABUSE")
                .map(ReasonCode::of)
                .set()
                .ofMaxSize(3);
    }
}

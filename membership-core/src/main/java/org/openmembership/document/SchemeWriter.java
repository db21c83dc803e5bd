package org.openmembership.document;

import java.util.List;
import org.openmembership.club.Benefit;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Gauge;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeTerms;
import org.openmembership.club.Tenure;
import org.openmembership.document.ReviewReader.WindowKind;
import org.openmembership.document.SchemeReader.TenureKind;

/** Writes schemes, and how they are reviewed, as the readers read them. */
record SchemeWriter(JsonText json) {
    void scheme(Scheme scheme) {
        json.put("id", scheme.id())
                .put("name", scheme.name())
                .put("sequence", scheme.sequence())
                .put("entry", scheme.thresholds().entry())
                .put("keep", scheme.thresholds().keep());
        terms(scheme.terms());
        benefits(scheme.benefits());
    }

    /** What a scheme gives, or all schemes of a club. */
    void benefits(List<Benefit> benefits) {
        json.objects(
                "benefits",
                benefits,
                benefit -> json.put("kind", benefit.kind()).put("value", benefit.value()));
    }

    private void terms(SchemeTerms terms) {
        if (!terms.tenure().equals(Tenure.WHILE_KEPT)) {
            json.object("tenure", part -> tenure(terms.tenure()));
        }
        Gauge entry = terms.entry();
        if (entry != null) {
            json.object("entryBy", part -> gauge(entry));
        }
        Gauge keep = terms.keep();
        if (keep != null) {
            json.object("keepBy", part -> gauge(keep));
        }
        SchemeTerms.PaidTerm paid = terms.paid();
        if (paid != null) {
            json.object(
                    "paid",
                    part -> part.put("period", paid.period())
                            .put("price", paid.price().getAmount())
                            .put("refund", paid.refund()));
        }
    }

    private void tenure(Tenure tenure) {
        if (tenure instanceof Tenure.For limited) {
            json.put("kind", TenureKind.FOR).put("period", limited.period());
        } else if (tenure instanceof Tenure.ToYearEnd end) {
            json.put("kind", TenureKind.TO_YEAR_END).put("year", end.year()).put("yearsLater", end.yearsLater());
        } else {
            json.put("kind", TenureKind.WHILE_KEPT);
        }
    }

    void review(ReviewTerms terms) {
        gauge(terms.entry());
        if (!terms.keep().equals(terms.entry())) {
            json.object("keep", part -> gauge(terms.keep()));
        }
        json.put("downgrade", terms.fall().downgrade());
        if (terms.fall().isGraceful()) {
            json.put("grace", terms.fall().grace());
        }
        json.put("every", terms.pace().every())
                .put("effect", terms.pace().effect())
                .put("rewardDays", terms.pace().rewardDays());
        json.put("on", terms.force().on()).put("edited", terms.force().edited());
    }

    void gauge(Gauge gauge) {
        json.put("measure", gauge.measure()).object("window", part -> window(gauge.window()));
    }

    private void window(Window window) {
        if (window instanceof Window.Rolling rolling) {
            json.put("kind", WindowKind.ROLLING).put("period", rolling.period());
        } else if (window instanceof Window.CalendarYear) {
            json.put("kind", WindowKind.CALENDAR_YEAR);
        } else if (window instanceof Window.MemberYear) {
            json.put("kind", WindowKind.MEMBER_YEAR);
        } else if (window instanceof Window.Validity) {
            json.put("kind", WindowKind.VALIDITY);
        } else {
            json.put("kind", WindowKind.LIFETIME);
        }
    }
}

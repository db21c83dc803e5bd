package org.openmembership.envoys;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.openmembership.command.Caller;
import org.openmembership.envoy.EnvoyTerms;
import org.openmembership.intake.Intake;

/**
 * What is settled for one envoy in the place of the defaults (A53).
 *
 * @param percent of the award points a recruit's sales earn: above 0 and at most 100, with at most two decimals; required
 * @param benefitDays for how many days after a recruit was tied, 1 to {@link EnvoyTerms#MAX_DAYS}; null without end
 */
public record EnvoyForm(
        @NotNull @Nullable BigDecimal percent, @Nullable Integer benefitDays) {
    public static EnvoyForm percent(String percent) {
        return new EnvoyForm(new BigDecimal(percent), null);
    }

    public EnvoyForm forDays(int days) {
        return new EnvoyForm(percent, days);
    }

    /** @throws org.openmembership.request.InvalidRequestException with all that is wrong, by path */
    EnvoyTerms read(Caller caller) {
        Intake intake = Intake.of(caller.violations(this));
        intake.check("percent", percent == null ? null : EnvoyTerms.problemOfPercent(percent));
        intake.check("benefitDays", EnvoyTerms.problemOfDays(benefitDays));
        intake.finish();
        return new EnvoyTerms(requireNonNull(percent), benefitDays);
    }
}

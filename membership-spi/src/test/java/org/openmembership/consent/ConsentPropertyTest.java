package org.openmembership.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.Actor;
import org.openmembership.testkit.Requirement;

/** Laws of consents, whatever is said in whatever order. */
@Requirement("R14")
class ConsentPropertyTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final Consent NONE = Consent.none(CustomerId.of("c"), ContactChannel.SMS);

    /** What can be said or happen. */
    enum Step {
        ASK,
        GIVE,
        CONFIRM,
        WITHDRAW,
        LOSE_ADDRESS,
        ERASE;

        Optional<Consent> on(Consent consent) {
            return switch (this) {
                case ASK -> consent.given(false, because(ConsentCause.GIVEN));
                case GIVE -> consent.given(true, because(ConsentCause.GIVEN));
                case CONFIRM -> consent.confirmed(because(ConsentCause.CONFIRMED));
                case WITHDRAW -> consent.withdrawn(because(ConsentCause.WITHDRAWN));
                case LOSE_ADDRESS -> consent.withoutAddress(because(ConsentCause.ADDRESS_REMOVED));
                case ERASE -> consent.redacted(because(ConsentCause.ERASED));
            };
        }
    }

    @Property
    @Requirement({"R14", "D4", "D30"})
    void messages_are_allowed_only_by_what_the_customer_said_last(@ForAll @Size(max = 12) List<Step> steps) {
        Consent consent = NONE;
        boolean erased = false;
        for (Step step : steps) {
            Consent before = consent;
            Optional<Consent> next = step.on(before);
            next.ifPresent(changed -> {
                assertThat(changed.version()).isEqualTo(before.version() + 1);
                assertThat(changed.state()).isNotEqualTo(before.state());
            });
            consent = next.orElse(before);
            erased = erased || step == Step.ERASE;
            boolean began = consent.state().allowsMessages() && !before.state().allowsMessages();
            assertThat(!began || step == Step.GIVE || step == Step.CONFIRM).isTrue();
            assertThat(erased).isEqualTo(consent.state() == ConsentState.REDACTED);
            assertThat(step == Step.WITHDRAW && consent.state().isConsent()).isFalse();
        }
    }

    @Property
    @Requirement({"R14", "R16"})
    void merging_never_allows_more_than_either_and_does_not_depend_on_the_order(
            @ForAll ConsentState one, @ForAll ConsentState other, @ForAll ConsentState third) {
        ConsentState merged = one.moreRestrictive(other);

        assertThat(merged).isEqualTo(other.moreRestrictive(one)).isIn(one, other);
        assertThat(merged.allowsMessages()).isEqualTo(one.allowsMessages() && other.allowsMessages());
        assertThat(merged.moreRestrictive(third)).isEqualTo(one.moreRestrictive(other.moreRestrictive(third)));
        assertThat(one.moreRestrictive(one)).isEqualTo(one);
    }

    @Property
    @Requirement("R16")
    void a_merged_consent_is_the_survivors_own(
            @ForAll @Size(max = 6) List<Step> mine, @ForAll @Size(max = 6) List<Step> theirs) {
        Consent survivor = after(NONE, mine);
        Consent other = after(Consent.none(CustomerId.of("d"), ContactChannel.SMS), theirs);

        Consent merged = survivor.merged(other, because(ConsentCause.MERGED)).orElse(survivor);

        assertThat(merged.customer()).isEqualTo(survivor.customer());
        assertThat(merged.state()).isEqualTo(survivor.state().moreRestrictive(other.state()));
        assertThat(merged.merged(other, because(ConsentCause.MERGED))).isEmpty();
    }

    @Example
    void a_consent_of_another_channel_is_not_merged_and_an_impossible_one_does_not_exist() {
        Consent post = Consent.none(CustomerId.of("d"), ContactChannel.POST);

        assertThatIllegalArgumentException().isThrownBy(() -> NONE.merged(post, because(ConsentCause.MERGED)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Consent(CustomerId.of("c"), ContactChannel.SMS, ConsentState.SUBSCRIBED, null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ConsentPolicy.confirming(ContactChannel.POST));
    }

    private static Consent after(Consent start, List<Step> steps) {
        Consent consent = start;
        for (Step step : steps) {
            consent = step.on(consent).orElse(consent);
        }
        return consent;
    }

    private static ConsentBasis because(ConsentCause cause) {
        return ConsentBasis.because(cause, NOW, Actor.SYSTEM);
    }
}

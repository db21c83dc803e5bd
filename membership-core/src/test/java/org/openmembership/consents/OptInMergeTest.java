package org.openmembership.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmembership.consent.ConsentState.NOT_SUBSCRIBED;
import static org.openmembership.consent.ConsentState.PENDING;
import static org.openmembership.consent.ConsentState.SUBSCRIBED;
import static org.openmembership.customer.ContactChannel.EMAIL;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.consents.ConfirmationResult.Confirmed;
import org.openmembership.consents.ConfirmationResult.Expired;
import org.openmembership.customer.CustomerId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Message;

/** Confirmations that are waited for while records are merged, on every storage. */
@Requirement({"R14", "R16", "C10"})
final class OptInMergeTest extends ConsentStage {
    @Test
    void who_is_merged_with_a_record_that_waits_waits_too_and_can_be_asked_again() {
        CustomerId ada = customer();
        CustomerId eve = customer();
        subscribe(ada, EMAIL);
        consents().subscribe(eve, Set.of(EMAIL), TILL);
        Message toEve = stage.mailbox.last();
        String code = stage.mailbox.code();

        merge(ada, eve);

        assertThat(state(ada, EMAIL)).isEqualTo(PENDING);
        assertThat(consents().confirm(toEve.optIn(), code)).isEqualTo(new Expired());
        assertThat(state(ada, EMAIL)).isEqualTo(PENDING);
        consents().subscribe(ada, Set.of(EMAIL), TILL);
        assertThat(consents().confirm(stage.mailbox.last().optIn(), stage.mailbox.code()))
                .isInstanceOf(Confirmed.class);
        assertThat(state(ada, EMAIL)).isEqualTo(SUBSCRIBED);
    }

    @Test
    void what_the_survivor_was_asked_before_can_still_be_confirmed_where_the_other_said_yes() {
        CustomerId ada = customer();
        CustomerId eve = customer();
        subscribe(eve, EMAIL);
        consents().subscribe(ada, Set.of(EMAIL), TILL);
        Message toAda = stage.mailbox.last();

        merge(ada, eve);

        assertThat(state(ada, EMAIL)).isEqualTo(PENDING);
        assertThat(consents().confirm(toAda.optIn(), stage.mailbox.code())).isInstanceOf(Confirmed.class);
        assertThat(state(ada, EMAIL)).isEqualTo(SUBSCRIBED);
    }

    @Test
    void what_the_survivor_was_asked_before_is_over_where_the_other_never_said_yes() {
        CustomerId ada = customer();
        CustomerId eve = customer();
        consents().subscribe(ada, Set.of(EMAIL), TILL);
        Message toAda = stage.mailbox.last();
        String code = stage.mailbox.code();

        merge(ada, eve);

        assertThat(state(ada, EMAIL)).isEqualTo(NOT_SUBSCRIBED);
        assertThat(consents().confirm(toAda.optIn(), code)).isEqualTo(new Expired());
    }

    private void merge(CustomerId survivor, CustomerId other) {
        MergeRequest request = MergeRequest.of(survivor, List.of(other), ExternalKey.of("desk-1", "merge-1"));
        assertThat(stage.membership.merging().merge(request)).isInstanceOf(MergeResult.Merged.class);
    }
}

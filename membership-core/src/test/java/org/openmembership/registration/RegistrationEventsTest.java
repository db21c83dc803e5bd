package org.openmembership.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.AuditFilter;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.Permission;
import org.openmembership.customer.CustomerEvent.CustomerImported;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberEvent.CustomerLinked;
import org.openmembership.member.MemberEvent.MemberActivated;
import org.openmembership.member.MemberEvent.MemberRegistered;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Page;
import org.openmembership.shared.Topic;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.UserEvent.AddressClaimed;

/** What a registration whose address has to be proven tells, and when. */
@Requirement({"R5", "I17"})
class RegistrationEventsTest extends PeopleTest {
    @Test
    void nothing_is_linked_before_the_address_is_proven_and_each_fact_is_told_once() {
        CustomerId known = stage.customer("1", "ada@example.org", "2015-01-01T00:00:00Z");
        RegistrationId first = stage.register(PeopleStage.ada());
        RegistrationId newer = stage.register(PeopleStage.ada());
        List<MembershipEvent> before = tellAll();
        stage.kiosk().verify(newer, "wrong");
        stage.kiosk().verify(newer, stage.mailbox.code());
        stage.kiosk().verify(newer, stage.mailbox.code());
        List<MembershipEvent> after = tellAll();
        Member member = stage.member("ada@example.org");

        assertThat(first).isNotEqualTo(newer);
        assertThat(before).hasSize(3);
        assertThat(before.get(0)).isInstanceOf(CustomerImported.class);
        assertThat(before.get(1)).isEqualTo(new MemberRegistered(member.id(), user(member)));
        assertThat(before.get(2)).isEqualTo(new AddressClaimed(user(member)));
        assertThat(after)
                .containsExactly(
                        new MemberActivated(member.id(), user(member), known), new CustomerLinked(member.id(), known));
    }

    @Test
    void the_audit_trail_says_who_activated_the_member_and_nothing_of_a_person() {
        stage.registerAndVerify(PeopleStage.ada());
        Member member = stage.member("ada@example.org");
        Topic topic = new Topic(Topic.Kind.MEMBER, member.id().value());

        List<AuditRecord> trail = trail(AuditFilter.about(topic));

        assertThat(trail).hasSize(2).extracting(AuditRecord::permission).containsOnly(Permission.REGISTER);
        assertThat(trail.toString()).contains("MemberActivated", "TILL", "kiosk");
        assertThat(trail(AuditFilter.ALL).toString())
                .doesNotContainIgnoringCase("ada")
                .doesNotContain("Byron");
    }

    private List<MembershipEvent> tellAll() {
        List<MembershipEvent> told = new ArrayList<>();
        stage.membership.events().tell(100, page -> page.forEach(event -> told.add(event.event())));
        return told;
    }

    private List<AuditRecord> trail(AuditFilter filter) {
        return stage.membership
                .auditTrail()
                .list(filter, Page.Request.first(100))
                .items();
    }

    private static org.openmembership.user.UserId user(Member member) {
        return java.util.Objects.requireNonNull(member.user());
    }
}

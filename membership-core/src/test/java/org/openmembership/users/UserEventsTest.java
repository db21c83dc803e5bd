package org.openmembership.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.AuditFilter;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.Permission;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Page;
import org.openmembership.shared.Topic;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.UserEvent;
import org.openmembership.user.UserEvent.PasswordSet;
import org.openmembership.user.UserEvent.UserDisabled;
import org.openmembership.user.UserEvent.UserEnabled;
import org.openmembership.user.UserId;

/** What is told of logins, and who did it. */
@Requirement({"I17", "R13"})
class UserEventsTest extends PeopleTest {
    @Test
    void passwords_and_switches_are_told_once_without_names_or_secrets() {
        UserId user = stage.userWithPassword(PeopleStage.ada(), "a fine long password");
        stage.membership.users().disable(user);
        stage.membership.users().disable(user);
        stage.membership.users().enable(user);

        List<MembershipEvent> told = tellAll().stream()
                .filter(event -> event.topic().kind() == Topic.Kind.USER)
                .toList();

        assertThat(told).hasOnlyElementsOfTypes(PasswordSet.class, UserDisabled.class, UserEnabled.class);
        assertThat(told)
                .hasSize(3)
                .extracting(event -> ((UserEvent) event).user())
                .containsOnly(user);
        assertThat(trail(user))
                .extracting(AuditRecord::permission)
                .startsWith(Permission.ENABLE_USER, Permission.ENABLE_USER);
        assertThat(trail(user).toString()).doesNotContainIgnoringCase("ada").doesNotContain("password\"");
    }

    private List<MembershipEvent> tellAll() {
        List<MembershipEvent> told = new ArrayList<>();
        stage.membership.events().tell(100, page -> page.forEach(event -> told.add(event.event())));
        return told;
    }

    private List<AuditRecord> trail(UserId user) {
        AuditFilter about = AuditFilter.about(new Topic(Topic.Kind.USER, user.value()));
        return stage.membership
                .auditTrail()
                .list(about, Page.Request.first(100))
                .items();
    }
}

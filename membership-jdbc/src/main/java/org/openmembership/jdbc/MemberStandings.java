package org.openmembership.jdbc;

import java.util.List;
import java.util.Optional;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailKey;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.Username;

/** Which member somebody is: one row of {@code om_member}, found by whatever a till knows. */
final class MemberStandings {
    private static final String STANDING = "select m.id, m.status, m.user_id, m.block_since\n  from om_member m\n";
    /** The member that an id leads to. */
    static final String SURVIVOR = """
            (select coalesce(r.merged_into, r.id) from om_member r where r.tenant = :tenant and r.id = :member)""";

    private static final String OF_ID = STANDING + " where m.tenant = :tenant and m.id = " + SURVIVOR;
    private static final String WITH_USERNAME = STANDING + """
               join om_app_user u on u.tenant = m.tenant and u.id = m.user_id
             where u.tenant = :tenant and u.username = :username""";
    private static final String OF_CUSTOMER = STANDING + """
               join om_member_customer l on l.tenant = m.tenant and l.member = m.id
             where l.tenant = :tenant and l.customer = :customer""";
    private static final String OF_REFERENCE = STANDING + """
               join om_member_customer l on l.tenant = m.tenant and l.member = m.id
               join om_customer c on c.tenant = l.tenant and c.id = l.customer
             where c.tenant = :tenant and c.reference_source = :source and c.reference_value = :value""";
    private static final String ACTIVE_FIRST = " order by case when m.status = 'ACTIVE' then 0 else 1 end, m.id";
    private static final String WITH_EMAIL =
            STANDING + " where m.tenant = :tenant and m.id in " + survivorsOf("r.email_key = :email") + ACTIVE_FIRST;
    private static final String WITH_PHONE = STANDING + """
             where m.tenant = :tenant
               and m.id in (select coalesce(r.merged_into, r.id)
                              from om_member_phone p
                              join om_member r on r.tenant = p.tenant and r.id = p.member
                             where p.tenant = :tenant and p.e164 = :phone)""" + ACTIVE_FIRST + " limit :limit";

    private final JdbcUnit unit;

    MemberStandings(JdbcUnit unit) {
        this.unit = unit;
    }

    private static String survivorsOf(String merged) {
        return "(select coalesce(r.merged_into, r.id) from om_member r where r.tenant = :tenant and " + merged + ")";
    }

    Optional<MemberStanding> of(MemberId id) {
        return unit.gather().bind("member", id.value()).one(OF_ID, MemberRow::standing);
    }

    Optional<MemberStanding> withUsername(Username username) {
        return unit.gather().bind("username", username.value()).one(WITH_USERNAME, MemberRow::standing);
    }

    Optional<MemberStanding> ofCustomer(CustomerId customer) {
        return unit.gather().bind("customer", customer.value()).one(OF_CUSTOMER, MemberRow::standing);
    }

    Optional<MemberStanding> ofCustomer(ExternalKey reference) {
        return unit.gather()
                .bind("source", reference.source())
                .bind("value", reference.value())
                .one(OF_REFERENCE, MemberRow::standing);
    }

    List<MemberStanding> withEmail(EmailKey email) {
        return unit.gather().bind("email", email.value()).all(WITH_EMAIL, MemberRow::standing);
    }

    List<MemberStanding> withPhone(E164 phone, int limit) {
        return unit.gather().bind("phone", phone.value()).bind("limit", limit).all(WITH_PHONE, MemberRow::standing);
    }
}

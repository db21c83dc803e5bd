package org.openmembership.step;

import java.util.Optional;
import org.openmembership.access.Subject;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.privacy.Person;
import org.openmembership.shared.Topic;
import org.openmembership.storage.Stores;

/** Whom somebody must be, or be allowed to act for, who does something about a whole person. */
public final class Whose {
    private Whose() {}

    /** The member, also where one of his customers was named or he has been merged; nobody for a customer alone. */
    public static Subject records(Optional<Person> records, Stores stores) {
        return records.flatMap(known -> known.members().stream().findFirst())
                .map(member -> member(member, stores))
                .orElse(Subject.NOBODY);
    }

    /** The member that an id stands for; nobody for the id of a customer. */
    public static Subject named(Topic person, Stores stores) {
        return person.kind() == Topic.Kind.MEMBER ? member(MemberId.of(person.id()), stores) : Subject.NOBODY;
    }

    /** Who is not there any more is still who he was. */
    private static Subject member(MemberId id, Stores stores) {
        return new Subject(stores.members()
                .standing(id)
                .map(MemberStanding::member)
                .orElse(id)
                .value());
    }
}

package org.openmembership.step;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.privacy.Person;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Topic;
import org.openmembership.storage.Stores;

/** Whom somebody must be, or be allowed to act for, who does something about a whole person or a shared account. */
public final class Whose {
    private static final Set<Permission> SHARED =
            EnumSet.of(Permission.READ_STATEMENT, Permission.REDEEM, Permission.REDEEM_TO_GIFT_CARD);

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

    /**
     * Whom a call on an account is about: for a member who shares it, that member; else who represents it (B30, R55).
     *
     * <p>Sharers see their account and spend from it, as far as the access policy lets members; all else is up to who represents
     * it. Asks for them only where the actor is a member who does not.
     */
    public static Subject account(MemberAccount account, Permission permission, Actor actor, Stores stores) {
        Subject main = account.subject();
        boolean mayShare = actor.kind() == Actor.Kind.MEMBER
                && SHARED.contains(permission)
                && account.owner().type() != AccountType.PRIVATE
                && !main.is(actor);
        boolean shares = mayShare
                && stores.accounts().membersOf(account.id()).stream()
                        .anyMatch(member -> member.value().equals(actor.reference()));
        return shares ? new Subject(actor.reference(), true) : main;
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

package org.openmembership.step;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.member.MemberId;
import org.openmembership.privacy.Person;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Topic;
import org.openmembership.storage.Stores;

/** Whom somebody must be, or be allowed to act for, who does something about a whole person or a shared account. */
public final class Whose {
    private static final Set<Permission> SHARED =
            EnumSet.of(Permission.READ_STATEMENT, Permission.REDEEM, Permission.REDEEM_TO_GIFT_CARD);

    /** What is left to do about an account that was closed. */
    private static final Set<Permission> LEFT = EnumSet.of(Permission.READ_STATEMENT, Permission.REDEEM);

    private Whose() {}

    /** The member, also where one of his customers was named or he has been merged; nobody for a customer alone. */
    public static Subject records(Optional<Person> records, Stores stores) {
        return records.flatMap(known -> known.members().stream().findFirst())
                .map(member -> survivor(member, stores))
                .orElse(Subject.NOBODY);
    }

    /** The member that an id stands for; nobody for the id of a customer. */
    public static Subject named(Topic person, Stores stores) {
        return person.kind() == Topic.Kind.MEMBER ? survivor(MemberId.of(person.id()), stores) : Subject.NOBODY;
    }

    /**
     * Whom a call on an account is about: for a member who shares it, that member; else who represents it (B30, R55).
     *
     * <p>Sharers see their account and spend from it, as far as the access policy lets members; all else is up to who represents
     * it. Asks for them only where the actor is a member who does not.
     */
    public static Subject account(MemberAccount account, Permission permission, Actor actor, Stores stores) {
        Subject main = main(account, permission, actor, stores);
        boolean mayShare = actor.kind() == Actor.Kind.MEMBER
                && SHARED.contains(permission)
                && account.owner().type() != AccountType.PRIVATE
                && !main.is(actor);
        boolean shares = mayShare
                && stores.accounts().membersOf(account.id()).stream()
                        .anyMatch(member -> member.value().equals(actor.reference()));
        return shares ? new Subject(actor.reference(), true) : main;
    }

    /**
     * What was on an account that a merge closed is the survivor's to see; else, of one that was brought to another, its bringer's.
     * So are the holds that went along under its name.
     */
    private static Subject main(MemberAccount account, Permission permission, Actor actor, Stores stores) {
        if (!account.isClosed() || !LEFT.contains(permission)) {
            return account.subject();
        }
        MemberId main = account.owner().mainMember();
        return Optional.ofNullable(main)
                .or(() -> stores.accounts().bringer(account.id()))
                .map(whose -> member(whose, actor, stores))
                .orElse(account.subject());
    }

    /** The member a record is about: for a member who asks, also the one whose it is since a merge (R16). */
    public static Subject member(MemberId id, Actor actor, Stores stores) {
        Subject subject = new Subject(id.value());
        return actor.kind() == Actor.Kind.MEMBER && !subject.is(actor) ? survivor(id, stores) : subject;
    }

    private static Subject survivor(MemberId id, Stores stores) {
        return new Subject(Redirects.follow(id, stores).value());
    }
}

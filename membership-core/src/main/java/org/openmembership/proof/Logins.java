package org.openmembership.proof;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Subject;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.shared.Texts;
import org.openmembership.shared.Topic;
import org.openmembership.storage.Stores;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

/** Whom people mean by what they type to say who they are. */
public final class Logins {
    /** No user's name, because a name is an address or a number. */
    private static final Username NOBODYS = new Username("-");

    private Logins() {}

    /** What was typed as a name: the key of an address, or the text itself; what can be no name is nobody's. */
    public static Username name(String typed) {
        try {
            return Username.of(EmailAddress.international(typed).key());
        } catch (IllegalArgumentException noAddress) {
            String problem = Texts.problemOfCode(typed, Username.MAX_LENGTH);
            return problem == null ? new Username(typed) : NOBODYS;
        }
    }

    /**
     * Who signs in by a name: whoever has proven that it is their address, else whose name it is, else whose unproven address
     * it is, so that neither an old name nor an unproven claim stands in the way of an address's owner (R8).
     */
    public static Optional<User> find(Username name, Stores stores) {
        List<User> users = stores.users().withLogin(name);
        return first(users, user -> user.isVerified() && hasAddress(user, name))
                .or(() -> first(users, user -> user.username().equals(name)))
                .or(() -> users.stream().findFirst());
    }

    /** What tries are counted for: the user or, where there is none, the name. */
    public static String account(@Nullable User user, Username name) {
        return user == null ? "name:" + name.value() : account(user.id());
    }

    public static String account(UserId user) {
        return "user:" + user.value();
    }

    /** What messages to a customer are counted for, whoever asks for them. */
    public static String account(CustomerId customer) {
        return "customer:" + customer.value();
    }

    /** The member that a user is; empty for a user who is none. */
    public static Optional<MemberId> member(User user, Stores stores) {
        return stores.members().standingWithUsername(user.username()).map(MemberStanding::member);
    }

    /** What the audit trail calls a user. */
    public static Topic topic(UserId user) {
        return new Topic(Topic.Kind.USER, user.value());
    }

    /** Whose permission a call about a user needs. */
    public static Subject subject(User user, Stores stores) {
        return member(user, stores).map(member -> new Subject(member.value())).orElse(Subject.NOBODY);
    }

    private static boolean hasAddress(User user, Username name) {
        return user.email() != null && user.email().key().value().equals(name.value());
    }

    private static Optional<User> first(List<User> users, Predicate<User> condition) {
        return users.stream().filter(condition).findFirst();
    }
}

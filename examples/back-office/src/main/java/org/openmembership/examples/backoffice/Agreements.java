package org.openmembership.examples.backoffice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;

/**
 * Which members were asked whether they and another are one person. The library keeps that somebody has agreed, not that
 * somebody was asked or has said no; that is the host's. This one forgets it when the server stops. Thread-safe.
 */
final class Agreements {
    /** What a member has said. */
    enum Said {
        NOTHING,
        YES,
        NO
    }

    /**
     * A question to a member.
     *
     * @param token by which the member's link leads to it; nobody else can know it
     * @param member who is asked
     * @param other with whom to be one
     */
    record Asked(String token, Member member, Member other, Said said) {
        private boolean isBetween(MemberId one, MemberId two) {
            return member.id().equals(one) && other.id().equals(two)
                    || member.id().equals(two) && other.id().equals(one);
        }
    }

    private final Map<String, Asked> asked = new LinkedHashMap<>();

    /** Asks both; whoever has been asked and has not said no is not asked again. */
    synchronized void ask(Member one, Member two) {
        asked.values().removeIf(question -> question.isBetween(one.id(), two.id()) && question.said() == Said.NO);
        ask(one, two, between(one.id(), two.id()));
        ask(two, one, between(one.id(), two.id()));
    }

    private void ask(Member member, Member other, List<Asked> before) {
        if (before.stream().noneMatch(question -> question.member().id().equals(member.id()))) {
            String token = UUID.randomUUID().toString();
            asked.put(token, new Asked(token, member, other, Said.NOTHING));
        }
    }

    synchronized Optional<Asked> find(String token) {
        return Optional.ofNullable(asked.get(token));
    }

    synchronized void say(String token, Said said) {
        asked.computeIfPresent(token, (same, question) -> new Asked(token, question.member(), question.other(), said));
    }

    /** The questions that wait for an answer. */
    synchronized List<Asked> waiting() {
        return asked.values().stream()
                .filter(question -> question.said() == Said.NOTHING)
                .toList();
    }

    /** The questions to two members about each other. */
    synchronized List<Asked> between(MemberId one, MemberId two) {
        return asked.values().stream()
                .filter(question -> question.isBetween(one, two))
                .toList();
    }
}

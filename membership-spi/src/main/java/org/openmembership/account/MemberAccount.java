package org.openmembership.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Subject;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Block;

/**
 * The owner of points and scheme in one club (B28).
 *
 * @param id its id
 * @param owner what never changes after the first entry (B29)
 * @param standing what staff and reviews change
 * @param head what postings change
 * @param version counts all changes; a change that met another version is lost and run again
 */
public record MemberAccount(AccountId id, Owner owner, Standing standing, LedgerHead head, long version) {
    /** How many members share an account at most. */
    public static final int MAX_MEMBERS = 500;

    /**
     * @param mainMember the one member who represents the account; null only where nobody has shown up yet
     * @param openedAt by our clock
     */
    public record Owner(
            ClubId club, AccountType type, @Nullable MemberId mainMember, Instant openedAt) {}

    /**
     * @param scheme what it holds until something else comes
     * @param coming what it will hold, null where nothing was decided that holds later
     * @param pin why reviews leave that alone, null where they do not
     * @param block why it spends nothing, null where it does
     * @param nextReview the first day on which it is to be reviewed
     */
    public record Standing(
            AccountStatus status,
            SchemeId scheme,
            @Nullable Coming coming,
            @Nullable SchemePin pin,
            @Nullable Block block,
            LocalDate nextReview) {
        Standing with(AccountStatus other) {
            return new Standing(other, scheme, coming, pin, block, nextReview);
        }

        Standing with(@Nullable Block other) {
            return new Standing(status, scheme, coming, pin, other, nextReview);
        }
    }

    /** A scheme that holds from an instant on, without anything being written then (R42). */
    public record Coming(SchemeId scheme, Instant from) {}

    /** A new account without points; unassigned where nobody represents it. */
    public static MemberAccount open(AccountId id, Owner owner, SchemeId scheme, LocalDate nextReview) {
        AccountStatus status = owner.mainMember() == null ? AccountStatus.UNASSIGNED : AccountStatus.ACTIVE;
        Standing standing = new Standing(status, scheme, null, null, null, nextReview);
        return new MemberAccount(id, owner, standing, LedgerHead.EMPTY, 0);
    }

    public ClubId club() {
        return owner.club();
    }

    /** What it holds by what was last written; {@link #schemeAt} also knows what has come since. */
    public SchemeId scheme() {
        return standing.scheme();
    }

    public SchemeId schemeAt(Instant at) {
        Coming coming = standing.coming();
        return coming == null || at.isBefore(coming.from()) ? standing.scheme() : coming.scheme();
    }

    /** What it counts as under this version of its club: what it holds, or the first scheme while schemes are off (D21). */
    public SchemeId schemeIn(Club club, Instant at) {
        return club.terms().review().force().on() ? schemeAt(at) : club.defaultScheme();
    }

    public boolean isClosed() {
        return standing.status() == AccountStatus.CLOSED;
    }

    /** Whether nobody has shown up for it yet (R55). */
    public boolean isUnassigned() {
        return standing.status() == AccountStatus.UNASSIGNED;
    }

    /** Whose points a call on this account is about: those of the member who represents it. */
    public Subject subject() {
        MemberId main = owner.mainMember();
        return main == null ? Subject.NOBODY : new Subject(main.value());
    }

    public Optional<Block> block() {
        return Optional.ofNullable(standing.block());
    }

    public Optional<SchemePin> pinOn(LocalDate day) {
        return Optional.ofNullable(standing.pin()).filter(pin -> pin.holdsOn(day));
    }

    public MemberAccount with(LedgerHead newHead) {
        return new MemberAccount(id, owner, standing, newHead, version);
    }

    public MemberAccount with(Standing newStanding) {
        return new MemberAccount(id, owner, newStanding, head, version);
    }

    /** The account as another member represents it, who makes an unassigned one active. */
    public MemberAccount representedBy(MemberId main) {
        AccountStatus status = isUnassigned() ? AccountStatus.ACTIVE : standing.status();
        MemberAccount represented = new MemberAccount(
                id, new Owner(owner.club(), owner.type(), main, owner.openedAt()), standing, head, version);
        return represented.with(standing.with(status));
    }

    public MemberAccount with(AccountType type) {
        Owner changed = new Owner(owner.club(), type, owner.mainMember(), owner.openedAt());
        return new MemberAccount(id, changed, standing, head, version);
    }

    public MemberAccount blocked(@Nullable Block newBlock) {
        return with(standing.with(newBlock));
    }

    public MemberAccount closed() {
        return with(standing.with(AccountStatus.CLOSED));
    }

    /** Closed, and nobody's any more: what it had, another account has. */
    public MemberAccount abandoned() {
        Owner nobody = new Owner(owner.club(), owner.type(), null, owner.openedAt());
        return new MemberAccount(id, nobody, standing, head, version).closed();
    }

    public MemberAccount reopened() {
        return with(standing.with(AccountStatus.ACTIVE));
    }

    /** Nothing that was to come comes any more. */
    public MemberAccount pinned(SchemeId scheme, @Nullable SchemePin newPin) {
        return with(new Standing(standing.status(), scheme, null, newPin, standing.block(), standing.nextReview()));
    }

    /** What it holds is left as it is. */
    public MemberAccount underPin(@Nullable SchemePin newPin) {
        return with(new Standing(
                standing.status(),
                standing.scheme(),
                standing.coming(),
                newPin,
                standing.block(),
                standing.nextReview()));
    }

    public MemberAccount reviewed(SchemeId scheme, LocalDate nextReview) {
        return reviewed(scheme, null, nextReview);
    }

    public MemberAccount reviewed(SchemeId scheme, @Nullable Coming coming, LocalDate nextReview) {
        return with(new Standing(standing.status(), scheme, coming, standing.pin(), standing.block(), nextReview));
    }
}

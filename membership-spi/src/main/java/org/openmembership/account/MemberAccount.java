package org.openmembership.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Subject;
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
     * @param scheme what it holds now
     * @param pin why reviews leave that alone, null where they do not
     * @param block why it spends nothing, null where it does
     * @param nextReview the first day on which it is to be reviewed
     */
    public record Standing(
            AccountStatus status,
            SchemeId scheme,
            @Nullable SchemePin pin,
            @Nullable Block block,
            LocalDate nextReview) {}

    /** A new account without points; unassigned where nobody represents it. */
    public static MemberAccount open(AccountId id, Owner owner, SchemeId scheme, LocalDate nextReview) {
        AccountStatus status = owner.mainMember() == null ? AccountStatus.UNASSIGNED : AccountStatus.ACTIVE;
        Standing standing = new Standing(status, scheme, null, null, nextReview);
        return new MemberAccount(id, owner, standing, LedgerHead.EMPTY, 0);
    }

    public ClubId club() {
        return owner.club();
    }

    public SchemeId scheme() {
        return standing.scheme();
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
        return represented.with(
                new Standing(status, standing.scheme(), standing.pin(), standing.block(), standing.nextReview()));
    }

    public MemberAccount with(AccountType type) {
        Owner changed = new Owner(owner.club(), type, owner.mainMember(), owner.openedAt());
        return new MemberAccount(id, changed, standing, head, version);
    }

    public MemberAccount blocked(@Nullable Block newBlock) {
        return with(
                new Standing(standing.status(), standing.scheme(), standing.pin(), newBlock, standing.nextReview()));
    }

    public MemberAccount closed() {
        return with(new Standing(
                AccountStatus.CLOSED, standing.scheme(), standing.pin(), standing.block(), standing.nextReview()));
    }

    public MemberAccount reopened() {
        return with(new Standing(
                AccountStatus.ACTIVE, standing.scheme(), standing.pin(), standing.block(), standing.nextReview()));
    }

    public MemberAccount pinned(SchemeId scheme, @Nullable SchemePin newPin) {
        return with(new Standing(standing.status(), scheme, newPin, standing.block(), standing.nextReview()));
    }

    public MemberAccount reviewed(SchemeId scheme, LocalDate nextReview) {
        return with(new Standing(standing.status(), scheme, standing.pin(), standing.block(), nextReview));
    }
}

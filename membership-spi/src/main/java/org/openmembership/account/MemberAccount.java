package org.openmembership.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.member.MemberId;

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
    /**
     * @param mainMember the one member who represents the account
     * @param openedAt by our clock
     */
    public record Owner(ClubId club, AccountType type, MemberId mainMember, Instant openedAt) {}

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

    /** A new account without points. */
    public static MemberAccount open(AccountId id, Owner owner, SchemeId scheme, LocalDate nextReview) {
        Standing standing = new Standing(AccountStatus.ACTIVE, scheme, null, null, nextReview);
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

    public MemberAccount blocked(@Nullable Block newBlock) {
        return with(
                new Standing(standing.status(), standing.scheme(), standing.pin(), newBlock, standing.nextReview()));
    }

    public MemberAccount closed() {
        return with(new Standing(
                AccountStatus.CLOSED, standing.scheme(), standing.pin(), standing.block(), standing.nextReview()));
    }

    public MemberAccount pinned(SchemeId scheme, @Nullable SchemePin newPin) {
        return with(new Standing(standing.status(), scheme, newPin, standing.block(), standing.nextReview()));
    }

    public MemberAccount reviewed(SchemeId scheme, LocalDate nextReview) {
        return with(new Standing(standing.status(), scheme, standing.pin(), standing.block(), nextReview));
    }
}

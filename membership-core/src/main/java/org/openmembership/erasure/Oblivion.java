package org.openmembership.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.command.Caller;
import org.openmembership.giftcard.GiftCardEvent.GiftCardOwnerChanged;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.member.MemberId;
import org.openmembership.privacy.ErasedAccount;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.PrivacyEvent;
import org.openmembership.proof.Logins;
import org.openmembership.proof.Throttles;
import org.openmembership.shared.Actor;
import org.openmembership.step.ConsentTerms;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

/**
 * Everything that one erasure writes.
 *
 * @param emails makes the pseudonyms of emails; null where none are kept
 */
record Oblivion(
        Caller caller,
        Throttles throttles,
        ConsentTerms consenting,
        @Nullable SecretSeal emails,
        Instant now) {
    void execute(Erasure receipt, Reckoning known, Stores stores, Facts facts) {
        List<AccountId> ending = Objects.requireNonNull(receipt.done()).accounts().stream()
                .filter(account -> account.outcome() == ErasedAccount.Outcome.CLOSED)
                .map(ErasedAccount::account)
                .toList();
        new WriteOff(caller, now, stores, facts).end(known.opened(), ending);
        new Leaving(caller.actor(), now, stores, facts)
                .leave(known, receipt.done().accounts());
        known.person().members().forEach(member -> leaveGiftCards(member, stores, facts));
        forgetTries(known, stores);
        known.person()
                .customers()
                .forEach(customer ->
                        consenting.at(caller.actor(), now, stores, facts).erase(customer));
        stores.privacy().erase(receipt, new Names(known, emails).all());
        known.person()
                .members()
                .forEach(member -> facts.happened(new PrivacyEvent.MemberErased(member, receipt.id()), now));
        known.person()
                .customers()
                .forEach(customer -> facts.happened(new PrivacyEvent.CustomerErased(customer, receipt.id()), now));
    }

    /** Cards are nobody's from now on: the money is still there for whoever has a code. */
    private void leaveGiftCards(MemberId member, Stores stores, Facts facts) {
        List<GiftCardId> cards = stores.giftCards().idsOf(member);
        stores.giftCards().repoint(cards, null);
        cards.forEach(card -> facts.happened(new GiftCardOwnerChanged(card, null), now));
    }

    /** What was counted under a name, an address, the user, the customer or the member, wherever from. */
    private void forgetTries(Reckoning known, Stores stores) {
        List<String> accounts = new ArrayList<>();
        known.person().customers().forEach(id -> accounts.add(Logins.account(id)));
        known.person()
                .members()
                .forEach(id -> accounts.add(Actor.member(id.value()).toString()));
        known.emailKeys().forEach(key -> accounts.add(Logins.account(null, Username.of(key))));
        for (UserId id : known.person().users()) {
            accounts.add(Logins.account(id));
            stores.users().find(id).ifPresent(user -> accounts.add(Logins.account(null, user.username())));
        }
        throttles.of(caller, now).forget(accounts, stores);
    }
}

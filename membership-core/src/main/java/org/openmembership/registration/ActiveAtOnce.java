package org.openmembership.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.NewCustomerDefaults;
import org.openmembership.customer.ServerDefaults;
import org.openmembership.member.AddressHolders;
import org.openmembership.member.MatchingCustomer;
import org.openmembership.member.Member;
import org.openmembership.member.MemberEvent.MemberRegistered;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStatus;
import org.openmembership.member.TermsAcceptance;
import org.openmembership.registration.RegistrationResult.EmailTaken;
import org.openmembership.registration.RegistrationResult.PhoneTaken;
import org.openmembership.registration.RegistrationResult.Registered;
import org.openmembership.shared.Ids;
import org.openmembership.step.ConsentTerms;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

/** A registration of which nothing has to be proven: the policy says so, or there is no email to prove. */
record ActiveAtOnce(
        Applicant applicant,
        @Nullable NewCustomerDefaults defaults,
        Duration emailCoolOff,
        ServerDefaults server,
        WaitingSales waitingSales,
        NamedCard namedCard,
        ConsentTerms consenting,
        Ids ids,
        Instant now) {
    /** Whoever names an address, because the policy asks for no proof. */
    RegistrationResult byEmail(EmailAddress email, Stores stores, Facts facts) {
        return register(email, false, stores, facts);
    }

    /** Whoever has just proven that an address is theirs; customers count who were invited there (C49). */
    RegistrationResult byProvenEmail(EmailAddress email, Stores stores, Facts facts) {
        return register(email, true, stores, facts);
    }

    private RegistrationResult register(EmailAddress email, boolean proven, Stores stores, Facts facts) {
        AddressHolders holders = stores.members().holders(email.key());
        List<MatchingCustomer> customers = stores.members().matchingCustomersForUpdate(email.key());
        Vouched vouched = proven ? Vouched.of(customers, stores) : Vouched.NONE;
        // whom another registration activates meanwhile is no longer there to be taken over
        Optional<Member> imported = Optional.ofNullable(holders.imported())
                .flatMap(stores.members()::find)
                .filter(member -> member.status() == MemberStatus.IMPORTED);

        Admission admission = Admission.of(holders, email, proven, UserId.of(ids.next()));
        EmailMatch match = EmailMatch.of(customers, vouched, now, emailCoolOff, server);
        if (match.isTaken() || !(admission instanceof Admission.Open admitted)) {
            return new EmailTaken();
        }
        Admission.Open open = proven ? admitted.proven(now) : admitted;
        Optional<Member> awaiting = Optional.ofNullable(open.awaiting())
                .map(older -> older.replaced(open.user().id(), email, applicant.details(), applicant.terms()));
        return activate(open, match, awaiting.or(() -> imported), stores, facts);
    }

    private RegistrationResult activate(
            Admission.Open open, EmailMatch match, Optional<Member> known, Stores stores, Facts facts) {
        Activation activation = Activation.of(match, this::newCustomer, now);
        Member member = activated(known.orElseGet(() -> newMember(open.user())), open.user(), activation);

        open.keepUser(stores.users());
        if (known.isPresent()) {
            activation.update(member, stores, facts);
            waitingSales.postIfImported(known.get(), stores, facts);
        } else {
            facts.happened(new MemberRegistered(member.id(), open.user().id()), now);
            activation.add(member, stores, facts);
        }
        applicant.recruiting().ifPresent(recruiting -> recruiting.tie(member.id(), now, stores, facts));
        namedCard.bring(applicant.card(), member, stores, facts);
        accept(activation, stores, facts);
        return new Registered(member.id(), open.user().id(), activation.customers());
    }

    /** Staff registers somebody who has no email; a phone links nobody's history (R11). */
    RegistrationResult byPhone(E164 phone, Stores stores, Facts facts) {
        Username username = Username.of(phone);
        Optional<User> holder = stores.users().withUsername(username);

        if (holder.isPresent()) {
            return new PhoneTaken();
        }
        User user = User.unverified(UserId.of(ids.next()), username, null);
        Activation activation = Activation.of(EmailMatch.of(List.of(), now, emailCoolOff), this::newCustomer, now);
        Member member = activated(newMember(user), user, activation);

        stores.users().add(user);
        facts.happened(new MemberRegistered(member.id(), user.id()), now);
        activation.add(member, stores, facts);
        applicant.recruiting().ifPresent(recruiting -> recruiting.tie(member.id(), now, stores, facts));
        namedCard.bring(applicant.card(), member, stores, facts);
        accept(activation, stores, facts);
        return new Registered(member.id(), user.id(), activation.customers());
    }

    private void accept(Activation activation, Stores stores, Facts facts) {
        TermsAcceptance terms = applicant.terms();
        activation.accept(applicant.accepts(), terms, consenting.at(terms.by(), now, stores, facts));
    }

    private Member newMember(User user) {
        return Member.awaiting(
                MemberId.of(ids.next()), user.id(), applicant.email(), applicant.details(), applicant.terms());
    }

    private Member activated(Member member, User user, Activation activation) {
        return member.activated(
                user.id(),
                applicant.email(),
                applicant.details(),
                applicant.terms(),
                activation.primary(),
                activation.links(),
                now);
    }

    private Customer newCustomer() {
        CustomerId id = CustomerId.of(ids.next());
        return Activation.customerOf(id, applicant.email(), applicant.details(), defaults, now);
    }
}

package org.openmembership;

import org.openmembership.cards.Cards;
import org.openmembership.codes.Codes;
import org.openmembership.command.Caller;
import org.openmembership.consents.Consents;
import org.openmembership.customers.Customers;
import org.openmembership.disclosure.Disclosure;
import org.openmembership.duplicates.Duplicates;
import org.openmembership.email.EmailChange;
import org.openmembership.envoys.Envoys;
import org.openmembership.erasure.Erasures;
import org.openmembership.exporting.Exporting;
import org.openmembership.finding.Finding;
import org.openmembership.giftcards.GiftCardSearch;
import org.openmembership.giftcards.GiftCards;
import org.openmembership.groups.Groups;
import org.openmembership.identification.Identification;
import org.openmembership.importing.Importing;
import org.openmembership.inviting.Inviting;
import org.openmembership.merging.Merging;
import org.openmembership.notes.Notes;
import org.openmembership.notification.Notifications;
import org.openmembership.password.Passwords;
import org.openmembership.password.SignIn;
import org.openmembership.payonaccount.PayOnAccount;
import org.openmembership.registration.MemberRegistration;
import org.openmembership.users.Users;

/**
 * The accessors of {@link Membership} for what people do and what is done about them; a host sees them there alone.
 *
 * <p>They are not final, so that the compiler repeats them in the public class, where reflection finds them.
 */
abstract class PeopleDoors {
    final Caller caller;
    final People people;

    PeopleDoors(Caller caller, People people) {
        this.caller = caller;
        this.people = people;
    }

    /** Becoming a member. */
    public MemberRegistration registration() {
        return people.registration(caller);
    }

    /** Signing in with a password. */
    public SignIn signIn() {
        return people.signIn(caller);
    }

    /** Setting and changing passwords. */
    public Passwords passwords() {
        return people.passwords(caller);
    }

    /** Changing the address of a user. */
    public EmailChange emailChange() {
        return people.emailChange(caller);
    }

    /** Switching users on and off. */
    public Users users() {
        return new Users(caller);
    }

    /** Taking over customers and members of another system. */
    public Importing importing() {
        return people.importing(caller);
    }

    /** Lists as files of columns. */
    public Exporting exporting() {
        return new Exporting(caller);
    }

    /** Adding customers, and keeping what is known of them. */
    public Customers customers() {
        return people.customers(caller);
    }

    /** Asking customers to register. */
    public Inviting inviting() {
        return people.inviting(caller);
    }

    /** Looking customers up. */
    public Finding finding() {
        return people.finding(caller);
    }

    /** Customers who may be one. */
    public Duplicates duplicates() {
        return new Duplicates(caller);
    }

    /** Making customers who are one, one. */
    public Merging merging() {
        return new Merging(caller);
    }

    /** Customers who settle later. */
    public PayOnAccount payOnAccount() {
        return people.payOnAccount(caller);
    }

    /** What clerks write about customers, and what is to be done. */
    public Notes notes() {
        return people.notes(caller);
    }

    /** Members who recruit others. */
    public Envoys envoys() {
        return people.envoys(caller);
    }

    /** Sending the messages that are due. */
    public Notifications notifications() {
        return people.notifications(caller);
    }

    /** Whether customers may be written to. */
    public Consents consents() {
        return people.consents(caller);
    }

    /** Groups of customers for marketing. */
    public Groups groups() {
        return new Groups(caller);
    }

    /** Handing out what is known of people. */
    public Disclosure disclosure() {
        return new Disclosure(caller);
    }

    /** Forgetting people. */
    public Erasures erasures() {
        return people.erasures(caller);
    }

    /** Membership cards. */
    public Cards cards() {
        return people.cards(caller);
    }

    /** Gift cards: money that is reached by codes. */
    public GiftCards giftCards() {
        return people.giftCards(caller);
    }

    /** Finding gift cards, and showing their codes. */
    public GiftCardSearch giftCardSearch() {
        return people.giftCardSearch(caller);
    }

    /** Membership numbers as pictures. */
    public Codes codes() {
        return people.codes();
    }

    /** Finding out who stands at the till. */
    public Identification identification() {
        return people.identification(caller);
    }
}

package org.openmembership.examples.backoffice;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.PhoneType;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.registration.MemberRegistration;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.registration.RegistrationStatus;
import org.openmembership.registration.ResendResult;
import org.openmembership.registration.VerificationResult;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedPhone;
import org.openmembership.user.RegistrationId;

/** Becoming a member at the counter: the form, and the code that proves the address (A2-A19). */
record RegistrationPages(Words words) {
    private static final String TERMS = "terms-1997";
    private static final String INVITED_BY = "invitedBy";

    Reply form(Call call) {
        String invitedBy = call.asked(INVITED_BY);
        return Reply.page(page(call, invitedBy.isEmpty() ? Answers.NONE : Answers.of(Map.of(INVITED_BY, invitedBy))));
    }

    private static Page page(Call call, Answers answers) {
        Form form = Form.to(Paths.REGISTER, call, answers);
        Field email = Field.required("email", "Email")
                .email()
                .hint("A code goes there; nothing is collected before it is typed in here");
        personal(form, email, "The customer has read and accepts the terms of 1997");
        form.line(Field.optional(INVITED_BY, "Invite code").hint("Of the envoy who has recruited this person"));
        return Page.of("Register", form.send("Register the member", Paths.CUSTOMERS));
    }

    /** What is asked of everybody who becomes a member. */
    static void personal(Form form, Field email, String terms) {
        form.line(Field.required("firstName", "First name"))
                .line(Field.required("lastName", "Last name"))
                .line(email)
                .line(Field.optional("phones[0].typed", "Phone").phone())
                .line(Field.optional("birthdate", "Born").day());
        ParticularsFields.add(form);
        form.tick("acceptedTerms", "Terms", terms);
    }

    Reply register(Call call) {
        Answers answers = call.form().checkDay("birthdate");
        try {
            return reply(call.clerk().registration().register(registrant(answers, "BACK-OFFICE")), call);
        } catch (InvalidRequestException wrong) {
            return Reply.wrong(page(call, answers.refused(wrong.violations())));
        }
    }

    static Registrant registrant(Answers answers, String channel) {
        Registrant.Builder registrant = Registrant.builder()
                .name(answers.given("firstName"), answers.given("lastName"))
                .email(answers.given("email"))
                .birthdate(birthdate(answers))
                .particulars(ParticularsFields.read(answers))
                .acceptTerms(answers.isTicked("acceptedTerms") ? TERMS : null)
                .invitedBy(answers.given(INVITED_BY))
                .channel(channel);
        String phone = answers.given("phones[0].typed");
        return phone == null
                ? registrant.build()
                : registrant.phones(RequestedPhone.of(phone, PhoneType.OTHER)).build();
    }

    /** A mistyped day becomes one that is refused for sure, so that all that is wrong is told together. */
    private static @Nullable LocalDate birthdate(Answers answers) {
        return answers.wrongWith("birthdate").isEmpty() ? answers.day("birthdate") : LocalDate.MAX;
    }

    private Reply reply(RegistrationResult result, Call call) {
        if (result instanceof RegistrationResult.AwaitingVerification awaiting) {
            return Reply.done(Paths.of(awaiting.registration()), Done.REGISTERED);
        }
        if (result instanceof RegistrationResult.Registered registered) {
            return Reply.done(home(call, registered.member()), Done.VERIFIED);
        }
        if (result instanceof RegistrationResult.EmailTaken) {
            return refused(call, "email", "has a member already");
        }
        if (result instanceof RegistrationResult.PhoneTaken) {
            return refused(call, "phones[0].typed", "is another member's name");
        }
        if (result instanceof RegistrationResult.Wait wait) {
            return refused(call, "email", "too many registrations from here, wait until " + words.minute(wait.until()));
        }
        return refused(call, "email", "clerks may not register anybody here");
    }

    private static Reply refused(Call call, String field, String why) {
        return Reply.wrong(page(call, call.form().refused(field, why)));
    }

    /** The page of the member's primary customer. */
    static String home(Call call, MemberId member) {
        Optional<CustomerId> primary = call.clerk().members().find(member).map(Member::primary);
        return primary.map(Paths::of).orElse(Paths.CUSTOMERS);
    }

    private static RegistrationId named(Call call) {
        return RegistrationId.of(call.inPath("registration"));
    }

    /** Where the code is typed in. */
    Reply waiting(Call call) {
        RegistrationId registration = named(call);
        RegistrationStatus status = call.clerk().registration().status(registration);
        return switch (status) {
            case UNKNOWN -> Reply.notFound("registration");
            case AWAITING_VERIFICATION -> Reply.page(waiting(call, registration, Answers.NONE));
            case VERIFIED -> Reply.page(below("The address is proven", "This registration is complete."));
            case EXPIRED ->
                Reply.page(below(
                        "Too late",
                        "The code has expired, or was mistyped too often. Registering again sends a new one."));
        };
    }

    private static Page below(String title, String what) {
        return Page.of(
                        title,
                        Parts.paragraph(what),
                        Parts.actions(
                                Parts.action(Paths.REGISTER, "Register"), Parts.link(Paths.CUSTOMERS, "Customers")))
                .under("Register", Paths.REGISTER);
    }

    private static Page waiting(Call call, RegistrationId registration, Answers answers) {
        String path = Paths.of(registration);
        Markup code = Form.to(path + "/verify", call, answers)
                .line(Field.required("code", "Code").code().hint("Eight digits; the customer reads it from the mail"))
                .send("Prove the address", null);
        Markup again = Form.to(path + "/resend", call).sendQuietly("Send another code");
        return Page.of(
                        "Prove the address",
                        Parts.section(
                                "The code from the mail",
                                Parts.paragraph("Until the code is typed in, nothing is linked, shown or collected."),
                                code),
                        Parts.section(
                                "It has not arrived?",
                                Parts.paragraph("In this example, mail ends on the outbox page."),
                                Parts.actions(Parts.link(Paths.OUTBOX, "Open the outbox")),
                                again))
                .under("Register", Paths.REGISTER);
    }

    Reply verify(Call call) {
        RegistrationId registration = named(call);
        MemberRegistration door = call.clerk().registration();
        VerificationResult result = door.verify(registration, call.form().value("code"));
        if (result instanceof VerificationResult.Verified verified) {
            return Reply.done(home(call, verified.member()), Done.VERIFIED);
        }
        Answers answers = Answers.of(Map.of()).refused("code", why(result));
        return door.status(registration) == RegistrationStatus.AWAITING_VERIFICATION
                ? Reply.wrong(waiting(call, registration, answers))
                : waiting(call);
    }

    private String why(VerificationResult result) {
        if (result instanceof VerificationResult.Wrong wrong) {
            return "is not the one that was sent; " + wrong.attemptsLeft() + " more tries";
        }
        if (result instanceof VerificationResult.Wait wait) {
            return "too many wrong codes from here, wait until " + words.minute(wait.until());
        }
        if (result instanceof VerificationResult.EmailTaken) {
            return "is right, but everybody with this address belongs to another member";
        }
        return "has expired";
    }

    Reply resend(Call call) {
        RegistrationId registration = named(call);
        ResendResult result = call.clerk().registration().resend(registration);
        if (result == ResendResult.QUEUED) {
            return Reply.done(Paths.of(registration), Done.RESENT);
        }
        if (result == ResendResult.TOO_SOON) {
            Answers answers =
                    Answers.NONE.refused("code", "the last one was sent less than a minute ago, have patience");
            return Reply.wrong(waiting(call, registration, answers));
        }
        return waiting(call);
    }
}

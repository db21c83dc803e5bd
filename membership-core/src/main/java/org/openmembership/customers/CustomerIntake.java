package org.openmembership.customers;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.consent.EvidenceCode;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.Company;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.FoundUsCode;
import org.openmembership.customer.ImageReference;
import org.openmembership.customer.Percent;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.PriceListCode;
import org.openmembership.customer.SellingTerms;
import org.openmembership.intake.Intake;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.intake.PeopleIntake.UnreadPhones;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedConsent;
import org.openmembership.request.Violation;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;
import org.openmembership.step.Consenting;

/**
 * Makes a customer of a form.
 *
 * <p>What an older, laxer source left behind, such as a number that cannot be read, passes as long as it is left alone.
 */
record CustomerIntake(PeopleIntake people, Actor actor, Instant now) {
    /**
     * What becomes of {@code base} once the form is filled in.
     *
     * @param base a new customer, or the next version of one
     * @throws org.openmembership.request.InvalidRequestException with all that is wrong, by path
     */
    Customer read(CustomerForm form, List<Violation> broken, Customer base) {
        Intake intake = Intake.of(broken);
        people.name(intake, form.firstName(), form.lastName());
        EmailAddress email = email(intake, form, base);
        List<PhoneNumber> phones = phones(intake, form, base);
        List<PostalAddress> addresses = people.addresses(intake, form.addresses());
        checkTexts(intake, form);
        people.particulars(intake, form.particulars(), form.email());
        List<ImageReference> images = images(intake, form);
        checkConsent(intake, form.accepts());
        intake.finish();

        return base.toBuilder()
                .name(PersonName.of(requireNonNull(form.firstName()), requireNonNull(form.lastName())))
                .accountCode(code(form.accountCode(), AccountCode::of))
                .profile(new CustomerProfile(
                        form.title(),
                        company(form.business()),
                        code(form.foundUs(), FoundUsCode::of),
                        images,
                        form.particulars()))
                .email(email)
                .emailSetByStaffAt(emailSetByStaffAt(email, base))
                .phones(phones)
                .addresses(addresses)
                .selling(selling(form.selling()))
                .build();
    }

    /** An address from outside. */
    PostalAddress address(RequestedAddress requested, List<Violation> broken) {
        Intake intake = Intake.of(broken.stream()
                .map(violation -> new Violation("addresses[0]." + violation.path(), violation.message()))
                .toList());
        List<PostalAddress> read = people.addresses(intake, List.of(requested));
        intake.finish();
        return read.get(0);
    }

    private @Nullable EmailAddress email(Intake intake, CustomerForm form, Customer base) {
        EmailAddress before = base.email();
        boolean untouched = before != null && before.typed().equals(form.email());
        return untouched ? before : people.email(intake, form.email());
    }

    /** Not its owner's word, so not a proof of history for some time (R2). */
    private @Nullable Instant emailSetByStaffAt(@Nullable EmailAddress email, Customer base) {
        if (email == null) {
            return null;
        }
        EmailAddress before = base.email();
        if (before != null && before.key().equals(email.key())) {
            return base.emailSetByStaffAt();
        }
        boolean byStaff = actor.kind() == Actor.Kind.STAFF || actor.kind() == Actor.Kind.TILL;
        return byStaff ? now : null;
    }

    private List<PhoneNumber> phones(Intake intake, CustomerForm form, Customer base) {
        List<PhoneNumber> read = people.phones(intake, form.phones(), UnreadPhones.KEPT);
        if (read.size() == form.phones().size()) {
            for (int i = 0; i < read.size(); i++) {
                boolean isNew = read.get(i).e164() == null && !base.phones().contains(read.get(i));
                intake.check("phones[" + i + "].typed", isNew ? "is not a phone number" : null);
            }
        }
        return read;
    }

    private static void checkTexts(Intake intake, CustomerForm form) {
        intake.text("title", form.title(), CustomerProfile.MAX_TITLE);
        intake.text("business.name", form.business().name(), Company.MAX_NAME);
        intake.text("business.number", form.business().number(), Company.MAX_NUMBER);
        intake.text("business.vatNumber", form.business().vatNumber(), Company.MAX_NUMBER);
        intake.text("foundUs", form.foundUs(), FoundUsCode.MAX_LENGTH);
        intake.text("accountCode", form.accountCode(), AccountCode.MAX_LENGTH);
        intake.text("selling.priceList", form.selling().priceList(), PriceListCode.MAX_LENGTH);
        BigDecimal discount = form.selling().globalDiscount();
        if (discount != null) {
            intake.take("selling.globalDiscount", () -> new Percent(discount));
        }
    }

    private static void checkConsent(Intake intake, @Nullable RequestedConsent accepts) {
        if (accepts != null) {
            intake.check("accepts.source", accepts.source() == null ? "must not be null" : null);
            intake.text("accepts.source", accepts.source(), Channel.MAX_LENGTH);
            intake.text("accepts.evidence", accepts.evidence(), EvidenceCode.MAX_LENGTH);
        }
    }

    /** What a valid form says about being written to. */
    static Consenting.Said said(RequestedConsent accepts) {
        return new Consenting.Said(code(accepts.source(), Channel::of), code(accepts.evidence(), EvidenceCode::of));
    }

    private static List<ImageReference> images(Intake intake, CustomerForm form) {
        List<ImageReference> images = new ArrayList<>();
        for (int i = 0; i < form.images().size(); i++) {
            String text = form.images().get(i);
            ImageReference image =
                    text == null ? null : intake.take("images[" + i + "]", () -> ImageReference.of(text));
            if (image != null) {
                images.add(image);
            }
        }
        return images;
    }

    private static Company company(RequestedCompany business) {
        return new Company(business.name(), business.number(), business.vatNumber());
    }

    private static SellingTerms selling(CustomerForm.Selling selling) {
        BigDecimal discount = selling.globalDiscount();
        return new SellingTerms(
                code(selling.priceList(), PriceListCode::of),
                selling.freeDelivery(),
                discount == null ? Percent.ZERO : new Percent(discount),
                selling.payOnAccount());
    }

    private static <T> @Nullable T code(@Nullable String text, Function<String, T> noun) {
        return text == null ? null : noun.apply(text);
    }
}

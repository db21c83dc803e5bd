package org.openmembership.merging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.customer.Company;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.ImageReference;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PostalAddress;
import org.openmembership.merge.CustomerField;
import org.openmembership.merge.FieldChoice;
import org.openmembership.merge.FieldChoice.Reason;

/**
 * Which value each field will have: the survivor keeps its own, what it lacks comes from the first of the others that has it
 * (R16). Pure, and takes others one by one, so that what each of them gave is known.
 */
final class FieldMerge {
    private final Instant now;
    private final Map<CustomerField, List<FieldChoice>> choices = new EnumMap<>(CustomerField.class);
    private final List<Taken> taken = new ArrayList<>();
    private Customer merged;

    FieldMerge(Customer survivor, Instant now) {
        this.now = now;
        this.merged = survivor.changed().build();
        for (CustomerField field : CustomerField.values()) {
            choices.put(field, new ArrayList<>(List.of(new FieldChoice(field, survivor.id(), Reason.SURVIVOR_KEEPS))));
        }
    }

    FieldMerge take(List<Customer> others) {
        others.forEach(this::take);
        return this;
    }

    /** The survivor as it will be, of the next version. */
    Customer merged() {
        return merged;
    }

    /** One for each field and customer whose value is part of it, in order of field. */
    List<FieldChoice> choices() {
        return choices.values().stream().flatMap(List::stream).toList();
    }

    /**
     * What the survivor got from another.
     *
     * @param had how many of it the survivor had before; what it got comes behind these
     */
    record Taken(CustomerField field, CustomerId from, int had) {}

    /** What the survivor got from others, in the order in which it got it. */
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    private void take(Customer other) {
        if (merged.email() == null && other.email() != null) {
            // as if staff had typed it: whoever has that mailbox is not linked by it at once (R2)
            boolean receipts = other.profile().particulars().receiptByEmail();
            change(merged.toBuilder()
                    .email(other.email())
                    .emailSetByStaffAt(now)
                    .profile(merged.profile().with(particulars().withReceiptByEmail(receipts))));
            fill(CustomerField.EMAIL, other.id());
        }
        phones(other);
        addresses(other);
        profile(other);
        particulars(other);
    }

    private void phones(Customer other) {
        Set<PhoneNumber> both = new LinkedHashSet<>(merged.phones());
        both.addAll(other.phones());
        if (both.size() > merged.phones().size() && both.size() <= Customer.MAX_PHONES) {
            unite(CustomerField.PHONES, other.id(), merged.phones().size());
            change(merged.toBuilder().phones(List.copyOf(both)));
        }
    }

    private void addresses(Customer other) {
        Set<PostalAddress> both = new LinkedHashSet<>(merged.addresses());
        both.addAll(other.addresses());
        if (both.size() > merged.addresses().size() && both.size() <= Customer.MAX_ADDRESSES) {
            unite(CustomerField.ADDRESSES, other.id(), merged.addresses().size());
            change(merged.toBuilder().addresses(List.copyOf(both)));
        }
    }

    private void profile(Customer other) {
        CustomerProfile own = merged.profile();
        CustomerProfile theirs = other.profile();
        Set<ImageReference> images = new LinkedHashSet<>(own.images());
        images.addAll(theirs.images());
        boolean title = own.title() == null && theirs.title() != null;
        boolean company =
                own.company().equals(Company.NONE) && !theirs.company().equals(Company.NONE);
        boolean foundUs = own.foundUs() == null && theirs.foundUs() != null;
        boolean moreImages = images.size() > own.images().size() && images.size() <= CustomerProfile.MAX_IMAGES;
        if (title) {
            fill(CustomerField.TITLE, other.id());
        }
        if (company) {
            fill(CustomerField.COMPANY, other.id());
        }
        if (foundUs) {
            fill(CustomerField.FOUND_US, other.id());
        }
        if (moreImages) {
            unite(CustomerField.IMAGES, other.id(), own.images().size());
        }
        change(merged.toBuilder()
                .profile(new CustomerProfile(
                        title ? theirs.title() : own.title(),
                        company ? theirs.company() : own.company(),
                        foundUs ? theirs.foundUs() : own.foundUs(),
                        moreImages ? List.copyOf(images) : own.images(),
                        own.particulars())));
    }

    private void particulars(Customer other) {
        Particulars theirs = other.profile().particulars();
        if (particulars().gender() == null && theirs.gender() != null) {
            change(particulars().withGender(theirs.gender()));
            fill(CustomerField.GENDER, other.id());
        }
        if (particulars().maritalStatus() == null && theirs.maritalStatus() != null) {
            change(particulars().withMaritalStatus(theirs.maritalStatus()));
            fill(CustomerField.MARITAL_STATUS, other.id());
        }
    }

    private Particulars particulars() {
        return merged.profile().particulars();
    }

    private void change(Particulars told) {
        change(merged.toBuilder().profile(merged.profile().with(told)));
    }

    private void change(Customer.Builder next) {
        merged = next.build();
    }

    private void fill(CustomerField field, CustomerId from) {
        taken.add(new Taken(field, from, 0));
        choices.put(field, new ArrayList<>(List.of(new FieldChoice(field, from, Reason.SURVIVOR_HAS_NONE))));
    }

    private void unite(CustomerField field, CustomerId from, int had) {
        if (had == 0) {
            fill(field, from);
        } else {
            taken.add(new Taken(field, from, had));
            choices.computeIfAbsent(field, any -> new ArrayList<>())
                    .add(new FieldChoice(field, from, Reason.BOTH_KEPT));
        }
    }
}

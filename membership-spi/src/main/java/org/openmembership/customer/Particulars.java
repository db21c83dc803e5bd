package org.openmembership.customer;

import org.jspecify.annotations.Nullable;

/**
 * What a shop may ask somebody besides the name and how to reach them (B30).
 *
 * <p>Gender and marital status are stored as they were told and never worked out, from a title for instance. No rule of the
 * library reads them, so nothing is lost where a shop does not ask. They are told to whoever may read the whole record of the
 * person, and to the person; they are in no list, search, export, event or audit record.
 *
 * @param gender null if not told
 * @param maritalStatus null if not told
 * @param receiptByEmail whether receipts go to the person's address; a wish about one's own purchases and so no consent to
 *     be written to
 */
public record Particulars(@Nullable Gender gender, @Nullable MaritalStatus maritalStatus, boolean receiptByEmail) {
    /** Nothing was told, and receipts are printed. */
    public static final Particulars NONE = new Particulars(null, null, false);

    public Particulars withGender(@Nullable Gender told) {
        return new Particulars(told, maritalStatus, receiptByEmail);
    }

    public Particulars withMaritalStatus(@Nullable MaritalStatus told) {
        return new Particulars(gender, told, receiptByEmail);
    }

    public Particulars withReceiptByEmail(boolean wanted) {
        return new Particulars(gender, maritalStatus, wanted);
    }

    /** These of somebody with that address; without one, no receipt can go there. */
    public Particulars reachedBy(@Nullable EmailAddress email) {
        return withReceiptByEmail(receiptByEmail && email != null);
    }

    /** These, with what was not told taken from {@code earlier}; the wish is that of now. */
    public Particulars completedBy(Particulars earlier) {
        return new Particulars(
                gender == null ? earlier.gender : gender,
                maritalStatus == null ? earlier.maritalStatus : maritalStatus,
                receiptByEmail);
    }

    @Override
    public String toString() {
        return "Particulars[***]";
    }
}

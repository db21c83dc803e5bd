package org.openmembership.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * What the shop knows of a customer besides the name and how to reach them (C7, C22).
 *
 * @param title such as Dr; 1 to 40 characters, or null
 * @param company whom they buy for; {@link Company#NONE} for nobody
 * @param foundUs how they found the shop, null if nobody asked
 * @param images in the order they were given
 * @param particulars what they have told of themselves (B30)
 */
public record CustomerProfile(
        @Nullable String title,
        Company company,
        @Nullable FoundUsCode foundUs,
        List<ImageReference> images,
        Particulars particulars) {
    public static final int MAX_TITLE = 40;
    public static final int MAX_IMAGES = 10;

    /** Nothing is known. */
    public static final CustomerProfile NONE =
            new CustomerProfile(null, Company.NONE, null, List.of(), Particulars.NONE);

    public CustomerProfile {
        images = List.copyOf(images);
        if (title != null) {
            Texts.requireCode("CustomerProfile.title", title, MAX_TITLE);
        }
        if (images.size() > MAX_IMAGES) {
            throw new IllegalArgumentException("CustomerProfile.images must be at most " + MAX_IMAGES);
        }
    }

    public CustomerProfile with(Particulars told) {
        return new CustomerProfile(title, company, foundUs, images, told);
    }

    @Override
    public String toString() {
        return "CustomerProfile[***]";
    }
}

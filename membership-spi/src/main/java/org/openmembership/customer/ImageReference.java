package org.openmembership.customer;

/**
 * Where the host keeps a picture of a customer: a path, a key or an address, never the picture itself.
 *
 * @param value 1 to 200 visible ASCII characters; compared exactly
 */
public record ImageReference(String value) {
    public static final int MAX_LENGTH = 200;

    public ImageReference {
        boolean visible = value.chars().allMatch(character -> character > ' ' && character <= '~');
        if (value.isEmpty() || value.length() > MAX_LENGTH || !visible) {
            throw new IllegalArgumentException("ImageReference must be 1 to 200 visible ASCII characters");
        }
    }

    public static ImageReference of(String value) {
        return new ImageReference(value);
    }

    @Override
    public String toString() {
        return "ImageReference[***]";
    }
}

package org.openmembership.codes;

import java.util.BitSet;

/**
 * A code that has been laid out in modules, the quiet zone around it included; dark ones on light ground. Immutable and
 * thread-safe.
 */
public final class CodePicture {
    /** The most pixels a module may measure. */
    public static final int MAX_SCALE = 50;

    private final String text;
    private final int width;
    private final int height;
    private final BitSet dark;

    CodePicture(String text, int width, int height, BitSet dark) {
        this.text = text;
        this.width = width;
        this.height = height;
        this.dark = dark;
    }

    /** What a scanner reads from it. */
    public String text() {
        return text;
    }

    /** In modules. */
    public int width() {
        return width;
    }

    /** In modules. */
    public int height() {
        return height;
    }

    boolean isDark(int x, int y) {
        return dark.get(y * width + x);
    }

    /**
     * A PNG image.
     *
     * @param scale pixels for each module, 1 to {@link #MAX_SCALE}
     */
    public byte[] png(int scale) {
        if (scale < 1 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("1 to " + MAX_SCALE + " pixels for a module, not " + scale);
        }
        return new PngWriter(this, scale).write();
    }

    /** An SVG image, a module one unit wide; it holds nothing but shapes, so it may stand in any page. */
    public String svg() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isDark(x, y)) {
                    int first = x;
                    while (x < width && isDark(x, y)) {
                        x++;
                    }
                    path.append('M').append(first).append(' ').append(y);
                    path.append('h')
                            .append(x - first)
                            .append("v1h-")
                            .append(x - first)
                            .append('z');
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%2$dh-%1$dz"/><path fill="#000" d="%3$s"/></svg>
                """.formatted(width, height, path);
    }
}

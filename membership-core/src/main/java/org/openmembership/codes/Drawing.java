package org.openmembership.codes;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;

/** Has ZXing lay a text out; everything of it ends here. */
final class Drawing {
    private static final int BAR_HEIGHT = 40;

    private Drawing() {}

    /** @throws IllegalArgumentException if the text cannot be drawn so */
    static CodePicture of(String text, Symbology symbology) {
        BarcodeFormat format = switch (symbology) {
            case CODE_128 -> BarcodeFormat.CODE_128;
            case EAN_13 -> BarcodeFormat.EAN_13;
            case QR -> BarcodeFormat.QR_CODE;
        };
        if (symbology == Symbology.EAN_13 && text.length() != 13) {
            throw new IllegalArgumentException("it takes thirteen digits");
        }
        int height = symbology == Symbology.QR ? 1 : BAR_HEIGHT;
        Map<EncodeHintType, ?> hints = Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        try {
            return picture(text, new MultiFormatWriter().encode(text, format, 1, height, hints));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(String.valueOf(tooLong.getMessage()), tooLong);
        }
    }

    private static CodePicture picture(String text, BitMatrix matrix) {
        BitSet dark = new BitSet();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                dark.set(y * matrix.getWidth() + x, matrix.get(x, y));
            }
        }
        return new CodePicture(text, matrix.getWidth(), matrix.getHeight(), dark);
    }
}

package org.openmembership.codes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes two colours as a PNG of one bit for each pixel: three chunks, and no need of {@code java.desktop}. */
record PngWriter(CodePicture picture, int scale) {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte ONE_BIT = 1;
    private static final byte GREYSCALE = 0;

    byte[] write() {
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(picture.width() * scale).putInt(picture.height() * scale);
        header.put(ONE_BIT).put(GREYSCALE);

        ByteArrayOutputStream image = new ByteArrayOutputStream();
        image.writeBytes(SIGNATURE);
        image.writeBytes(chunk("IHDR", header.array()));
        image.writeBytes(chunk("IDAT", compressed(rows())));
        image.writeBytes(chunk("IEND", new byte[0]));
        return image.toByteArray();
    }

    /** Each row begins with its filter, which is none; a set bit is light. */
    private byte[] rows() {
        int pixels = picture.width() * scale;
        int length = 1 + (pixels + 7) / 8;
        byte[] rows = new byte[length * picture.height() * scale];
        for (int y = 0; y < picture.height() * scale; y++) {
            for (int x = 0; x < pixels; x++) {
                if (!picture.isDark(x / scale, y / scale)) {
                    rows[y * length + 1 + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return rows;
    }

    private static byte[] compressed(byte[] rows) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            byte[] buffer = new byte[1024];
            while (!deflater.finished()) {
                compressed.write(buffer, 0, deflater.deflate(buffer));
            }
            return compressed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
        chunk.putInt(content.length).put(name).put(content).putInt((int) sum.getValue());
        return chunk.array();
    }
}

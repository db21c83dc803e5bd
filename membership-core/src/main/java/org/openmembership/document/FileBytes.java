package org.openmembership.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a file in UTF-8, read forward, some of them a second time; knows where it stands. Not thread-safe. */
final class FileBytes {
    static final int END = -1;

    private static final int BUFFER = 1 << 16;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int next;
    private int filled;
    private long position;

    private FileBytes(InputStream in) {
        this.in = in;
    }

    /**
     * At the first byte behind a byte order mark.
     *
     * @throws IllegalArgumentException if the file is UTF-16 or UTF-32
     */
    static FileBytes of(InputStream in) throws IOException {
        FileBytes bytes = new FileBytes(in);
        bytes.fill();
        boolean marked =
                bytes.filled >= MARK.length && Arrays.equals(bytes.buffer, 0, MARK.length, MARK, 0, MARK.length);
        if (marked) {
            bytes.next = MARK.length;
            bytes.position = MARK.length;
        } else if (bytes.filled >= 2 && isSixteen(bytes.buffer[0] & 0xFF, bytes.buffer[1] & 0xFF)) {
            throw new IllegalArgumentException("the file is not in UTF-8 but in UTF-16 or UTF-32");
        }
        return bytes;
    }

    private static boolean isSixteen(int first, int second) {
        return first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
    }

    /** The next byte, or {@link #END}. */
    int read() throws IOException {
        if (next == filled) {
            fill();
            if (filled == 0) {
                return END;
            }
        }
        position++;
        return buffer[next++] & 0xFF;
    }

    /** What {@link #read} would answer. */
    int peek() throws IOException {
        int read = read();
        if (read != END) {
            position--;
            next--;
        }
        return read;
    }

    /** Where it stands, from the beginning of the file. */
    long position() {
        return position;
    }

    /** Has the last bytes that were read read again. */
    void unread(byte[] last, int from) {
        int count = last.length - from;
        byte[] rest = new byte[count + filled - next];
        System.arraycopy(last, from, rest, 0, count);
        System.arraycopy(buffer, next, rest, count, filled - next);
        position -= count;
        buffer = rest;
        next = 0;
        filled = rest.length;
    }

    /** Goes on to a place further on, or the end of the file. */
    void skipTo(long wanted) throws IOException {
        while (position < wanted && read() != END) {
            int step = (int) Math.min(filled - next, wanted - position);
            next += step;
            position += step;
        }
    }

    /** The rest of a line, at most {@code limit} bytes of it, behind its end; null at the end of the file. */
    byte @Nullable [] line(int limit) throws IOException {
        int read = read();
        if (read == END) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (read != END && read != '\n') {
            if (line.size() <= limit) {
                line.write(read);
            }
            read = read();
        }
        byte[] bytes = line.toByteArray();
        boolean crlf = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return crlf ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    /** The text that bytes are; null if they are no UTF-8. */
    static @Nullable String text(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            return null;
        }
    }

    private void fill() throws IOException {
        if (buffer.length < BUFFER) {
            buffer = new byte[BUFFER];
        }
        next = 0;
        filled = Math.max(0, in.readNBytes(buffer, 0, BUFFER));
    }
}

package org.openmembership.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openmembership.testkit.SharedData;

/** Texts that break careless software, by a name that can be printed. */
final class HostileTexts {
    private static final int LONG = 10_000;
    private static final int FEW = 30;

    private HostileTexts() {}

    /** What Unicode allows and what it does not, and texts as long as columns are wide and one longer. */
    static Map<String, String> structures() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("high half", "x\ud83dx");
        texts.put("low half", "x\ude00");
        texts.put("halves swapped", "\ude00\ud83d");
        texts.put("NUL", "x\u0000y");
        texts.put("line break", "x\r\ny");
        texts.put("line separator", "x\u2028y");
        texts.put("tab", "x\ty");
        texts.put("bidi override", "x\u202ey\u202c");
        texts.put("bidi isolate", "\u2067x\u2069y");
        texts.put("emoji", "x\ud83d\ude00\ud83d\udc69\u200d\ud83d\udcbb");
        texts.put("marks", "x" + "\u0301".repeat(30));
        texts.put("many marks", "x" + "\u0301".repeat(LONG));
        texts.put("composed", "\u00e4\u00c5\ufb01");
        texts.put("decomposed", "a\u0308A\u030afi");
        texts.put("private use", "x\ue000\udbff\udffd");
        texts.put("noncharacter", "x\uffff\ufdd0\ud83f\udffe");
        texts.put("byte order mark", "\ufeffx");
        texts.put("blank at the end", "x ");
        texts.put("no-break blank", "\u00a0x");
        texts.put("case twins", "\u0130\u0131\u00df\u1e9e\u212a");
        texts.put("quotes", "x'\"`\\%_--/*");
        texts.put("formula", "=1+1|x");
        texts.put("empty", "");
        for (int length : new int[] {36, 40, 64, 100, 200, 500, 2_000}) {
            texts.put(length + " wide", "\u6f22".repeat(length));
            texts.put(length + 1 + " narrow", "n".repeat(length + 1));
        }
        return texts;
    }

    /** Every character that formats others and shows nothing itself, thirty in a text. */
    static Map<String, String> formatCharacters() {
        int[] all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character -> Character.getType(character) == Character.FORMAT)
                .toArray();
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < all.length; i += FEW) {
            int count = Math.min(FEW, all.length - i);
            texts.put("from U+" + Integer.toHexString(all[i]), "x" + new String(all, i, count) + "y");
        }
        return texts;
    }

    /** The public list; every so many of it. */
    static Map<String, String> naughty(int step) {
        Map<String, String> texts = new LinkedHashMap<>();
        Object[] all = SharedData.naughtyStrings().toArray();
        Stream.iterate(0, i -> i < all.length, i -> i + step)
                .forEach(i -> texts.put("naughty " + i, String.valueOf(all[i])));
        return texts;
    }
}

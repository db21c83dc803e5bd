package org.openmembership.security;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Addresses made by rule, each with the verdict that it was made for; what is wrong with one is wrong alone. */
final class MadeAddresses {
    enum Verdict {
        TAKEN,
        TAKEN_WHERE_SWITCHED_ON,
        REFUSED
    }

    private static final String ATOM = "!#$%&'*+/=?^_`{|}~-";
    private static final String SPECIAL = "()<>[]:;,\\\" @";
    private static final String DOMAIN = "@example.org";
    private final Map<String, Verdict> all = new LinkedHashMap<>();

    private MadeAddresses() {}

    static Map<String, Verdict> all() {
        MadeAddresses made = new MadeAddresses();
        made.plain();
        made.international();
        made.lengths();
        made.dots();
        made.parts();
        made.wrapped();
        made.characters();
        return made.all;
    }

    private void taken(String... addresses) {
        List.of(addresses).forEach(address -> all.put(address, Verdict.TAKEN));
    }

    private void refused(String... addresses) {
        List.of(addresses).forEach(address -> all.put(address, Verdict.REFUSED));
    }

    private void plain() {
        taken("a@b.co", "A.B.C@EXAMPLE.ORG", "0@0.org", "1.2@3.4.museum", "a+b@x-y.example.org");
        taken("a@xn--bcher-kva.example", "a@b.xn--p1ai", "a@a.b.c.d.e.f.g.h.i.org", "postmaster@9.org");
        taken(" a1@example.org", "a2@example.org ", "\ta3@example.org \t ");
        for (int i = 0; i < ATOM.length(); i++) {
            char character = ATOM.charAt(i);
            taken(character + DOMAIN, "a" + character + "b" + DOMAIN, character + ".x" + character + DOMAIN);
        }
    }

    private void international() {
        for (String local : List.of("d\u00fcrst", "\u7528\u6237", "\u03b4\u03bf\u03ba", "a.\u0436", "e\u0301")) {
            all.put(local + DOMAIN, Verdict.TAKEN_WHERE_SWITCHED_ON);
        }
        refused("x\u212ay" + DOMAIN, "x\u037ey" + DOMAIN, "x\u1fefy" + DOMAIN, "\ud83d\ude00" + DOMAIN);
        refused("a@b\u00fccher.example", "a@example\u3002org", "a\uff20example.org", "a@\uff45xample.org");
    }

    /** 64 octets before the @, 63 in a label, 254 in all. */
    private void lengths() {
        taken("x".repeat(63) + DOMAIN, "y".repeat(64) + DOMAIN, "a@" + "d".repeat(63) + ".org");
        refused("x".repeat(65) + DOMAIN, "x".repeat(1_000) + DOMAIN, "a@" + "d".repeat(64) + ".org");
        taken(ofLength(253), ofLength(254));
        refused(ofLength(255), ofLength(256), ofLength(320), ofLength(321), ofLength(10_000));
        all.put("\u00e9".repeat(32) + DOMAIN, Verdict.TAKEN_WHERE_SWITCHED_ON);
        refused("\u00e9".repeat(32) + "a" + DOMAIN, "\u00e9".repeat(64) + DOMAIN);
    }

    /** A local part of 60, and labels of at most 60. */
    private static String ofLength(int length) {
        int left = length - 61 - 4;
        String labels =
                IntStream.range(0, left).mapToObj(i -> i % 61 == 60 ? "." : "d").collect(joining());
        return "l".repeat(60) + "@" + labels + ".org";
    }

    private void dots() {
        refused(".a" + DOMAIN, "a." + DOMAIN, "a..b" + DOMAIN, "." + DOMAIN, "..." + DOMAIN, "a.b..c" + DOMAIN);
        refused("a@example.org.", "a@.example.org", "a@example..org", "a@.", "a@..", "a@.org", "a@example.org..");
        refused("a@org", "a@localhost", "a@-example.org", "a@example-.org", "a@example.-org", "a@example.org-");
        refused("a@1.2", "a@example.123", "a@127.0.0.1", "a@[127.0.0.1]", "a@[IPv6:::1]", "a@[IPv6:2001:db8::1]");
        refused("a@[example.org]", "a@[]", "a@[127.0.0.1", "a@127.0.0.1]", "a@0x7f000001.1", "a@2130706433");
    }

    private void parts() {
        refused("\"a\"" + DOMAIN, "\"a b\"" + DOMAIN, "\"a@b\"" + DOMAIN, "\"\"" + DOMAIN, "\"" + DOMAIN);
        refused("\"a\\\"b\"" + DOMAIN, "a.\"b\".c" + DOMAIN, "\"a\".b" + DOMAIN, "a\"b\"c" + DOMAIN, "\"a" + DOMAIN);
        refused("(c)a" + DOMAIN, "a(c)" + DOMAIN, "a@(c)example.org", "a@example.org(c)", "a@example(c).org");
        refused("a @example.org", "a@ example.org", "a b@example.org", "a@exam ple.org", "a@example .org", "a\t@b.org");
        refused("a@b@example.org", "@a@example.org", "a@@example.org", "a@example.org@", "@@", "a@b@", "@b@c.org");
        refused("", " ", "@", "a", "a@", "@example.org", "example.org", "a.example.org", "a@ ", " @b.org", "\t");
        taken("a%b" + DOMAIN);
        refused("a@exam%ple.org", "a@exam_ple.org", "a@example.org?x=1", "a@example.org#x", "a@example.org/x");
    }

    private void wrapped() {
        refused("Ada <a@b.org>", "<a@b.org>", "\"Ada\" <a@b.org>", "a@b.org <a@b.org>", "mailto:a@b.org", "<a@b.org");
        refused("a@b.org (Ada)", "a@b.org, c@d.org", "a@b.org; c@d.org", "a@b.org,", "a@b.org;", "a@b.org c@d.org");
        refused("Friends: a@b.org;", "=?utf-8?q?a?= <a@b.org>", "a@b.org>", "'a@b.org', 'c@d.org'", "a@b.org|c@d.org");
        refused(
                "a@b.org\r\nBcc: c@d.org",
                "a@b.org\nBcc: c@d.org",
                "a@b.org\rBcc: c@d.org",
                "a\r\n@b.org",
                "a@b\r\n.org");
        refused("\r\na@b.org", "a@b.org\r\n", "a@b.org\n", "\na@b.org", "a@b.org\r", "a@b.org%0aBcc:c@d.org");
    }

    /** Whatever a mail program could take for something else, at each place of an address. */
    private void characters() {
        Stream<String> specials =
                SPECIAL.chars().filter(character -> character != ' ').mapToObj(Character::toString);
        Stream<String> controls = IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7f, 0xa0))
                .mapToObj(Character::toString);
        Stream<String> formats = Stream.of(
                "\u00ad",
                "\u061c",
                "\u180e",
                "\u200b",
                "\u200d",
                "\u200e",
                "\u202a",
                "\u202e",
                "\u2028",
                "\u2029",
                "\u2060",
                "\u2066",
                "\u2069",
                "\ufeff",
                "\ufff9",
                "\udb40\udc41",
                "\ud800",
                "\udc00");
        List<String> wrong =
                Stream.of(specials, controls, formats).flatMap(some -> some).toList();
        Set<String> blanks = Set.of("\t");
        for (String character : wrong) {
            refused("a" + character + "b" + DOMAIN, "a@exa" + character + "mple.org");
            if (!blanks.contains(character)) {
                refused("a" + DOMAIN + character, character + "a" + DOMAIN);
            }
        }
    }
}

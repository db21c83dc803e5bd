package org.openmembership.codes;

/** How a number becomes a picture. */
public enum Symbology {
    /** Bars for any text of ASCII characters. */
    CODE_128,
    /** Bars for thirteen digits of which the last is the check digit, as tills of supermarkets read them. */
    EAN_13,
    /** Squares for any text, read by telephones too. */
    QR
}

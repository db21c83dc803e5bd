package org.openmembership.codes;

import java.util.List;
import org.openmembership.card.CardNumber;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;

/**
 * The door to pictures of membership codes (D15). Nothing is read or written, and nobody is asked: whoever has a number may
 * draw it. Thread-safe.
 */
public final class Codes {
    private final String prefix;

    /**
     * Made by the facade alone.
     *
     * @param prefix what the shop puts before its codes; empty if nothing
     */
    public Codes(String prefix) {
        this.prefix = prefix;
    }

    /**
     * A picture of a card's number as it is printed.
     *
     * @throws InvalidRequestException if the number cannot be drawn so: letters as EAN-13, for instance
     */
    public CodePicture picture(CardNumber card, Symbology symbology) {
        return draw(card.value(), symbology);
    }

    /** A picture with the shop's own prefix before the number, unless the number begins with it (D15). */
    public CodePicture prefixed(CardNumber card, Symbology symbology) {
        return draw(card.value().startsWith(prefix) ? card.value() : prefix + card.value(), symbology);
    }

    private static CodePicture draw(String text, Symbology symbology) {
        try {
            return Drawing.of(text, symbology);
        } catch (IllegalArgumentException unsuitable) {
            String problem = "cannot be drawn as " + symbology + ": " + unsuitable.getMessage();
            throw new InvalidRequestException(List.of(new Violation("card", problem)));
        }
    }
}

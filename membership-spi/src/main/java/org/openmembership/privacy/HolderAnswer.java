package org.openmembership.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * What a holder of the host's has answered to an erasure.
 *
 * @param holder its code
 * @param state how far it is
 * @param records how many records it has erased; 0 until it has answered
 * @param attempts how often it was asked
 * @param at when it was last asked; null before
 */
public record HolderAnswer(
        String holder,
        State state,
        long records,
        int attempts,
        @Nullable Instant at) {
    public static final int MAX_HOLDER = 40;

    /** How far a holder is. */
    public enum State {
        /** It has not answered, or failed: it will be asked again. */
        OPEN,
        DONE
    }

    public HolderAnswer {
        Texts.requireCode("HolderAnswer.holder", holder, MAX_HOLDER);
        if (records < 0 || attempts < 0) {
            throw new IllegalArgumentException("HolderAnswer: " + records + " records after " + attempts + " attempts");
        }
    }

    /** One that is to be asked. */
    public static HolderAnswer open(String holder) {
        return new HolderAnswer(holder, State.OPEN, 0, 0, null);
    }

    public boolean isDone() {
        return state == State.DONE;
    }

    public HolderAnswer done(long erased, Instant now) {
        return new HolderAnswer(holder, State.DONE, erased, attempts + 1, now);
    }

    public HolderAnswer failed(Instant now) {
        return new HolderAnswer(holder, State.OPEN, 0, attempts + 1, now);
    }
}

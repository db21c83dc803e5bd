package org.openmembership.examples.foodmart;

import java.io.PrintStream;
import java.util.function.Function;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Where a run says what it does, and how far it is. */
record Console(PrintStream out, boolean progress) {
    void say(String sentence) {
        out.println(sentence);
    }

    /** Does something long with a bar that shows how much of {@code most} is done. */
    <R> R withBar(String what, long most, Function<LongConsumer, R> work) {
        if (!progress) {
            say(what + " ...");
            return work.apply(done -> {});
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .showSpeed()
                .build()) {
            return work.apply(bar::stepBy);
        }
    }
}

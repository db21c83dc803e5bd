package org.openmembership.examples.foodmart;

import java.io.PrintStream;
import java.util.function.Consumer;
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
    void withBar(String what, long most, Consumer<LongConsumer> work) {
        if (!progress) {
            work.accept(done -> {});
            return;
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .showSpeed()
                .build()) {
            work.accept(bar::stepBy);
        }
    }
}

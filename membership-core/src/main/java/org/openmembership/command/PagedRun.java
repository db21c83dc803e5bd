package org.openmembership.command;

import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/**
 * A run over many things, a page at a time, one unit of work each: it can be cut off anywhere and run again.
 *
 * @param <C> by what the next page finds its beginning
 * @param <S> what a page has come to
 * @param plus adds what two pages came to
 * @param progress is told what all pages so far came to, after each that was kept
 */
public record PagedRun<C, S>(Caller caller, Permission permission, BinaryOperator<S> plus, Consumer<S> progress) {
    /** Does one page inside the open unit of work. */
    @FunctionalInterface
    public interface Work<C, S> {
        /** @param after the last thing of the page before, null for the first page */
        Done<C, S> page(@Nullable C after, Stores stores, Facts facts);
    }

    /**
     * A page that was done.
     *
     * @param last the last thing on it, null where it was the last page
     */
    public record Done<C, S>(@Nullable C last, S sum) {}

    /** Does all pages; answers what they came to, added to {@code sum}. */
    public S run(S sum, Work<C, S> work) {
        S all = sum;
        Done<C, S> page = next(null, work);
        all = told(all, page);
        while (page.last() != null) {
            page = next(page.last(), work);
            all = told(all, page);
        }
        return all;
    }

    private Done<C, S> next(@Nullable C after, Work<C, S> work) {
        return caller.change(permission, Subject.NOBODY, (stores, facts) -> work.page(after, stores, facts));
    }

    private S told(S before, Done<C, S> page) {
        S all = plus.apply(before, page.sum());
        progress.accept(all);
        return all;
    }
}

package org.openmembership.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Particulars;

/**
 * What every builder of a request about somebody asks for: the name and where they are reached. Nothing is checked here. Not
 * thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract class ContactBuilder<B extends ContactBuilder<B>> {
    protected @Nullable String firstName;
    protected @Nullable String lastName;
    protected @Nullable String email;
    protected List<RequestedPhone> phones = List.of();
    protected List<RequestedAddress> addresses = List.of();
    protected Particulars particulars = Particulars.NONE;

    protected ContactBuilder() {}

    public B name(@Nullable String first, @Nullable String last) {
        firstName = first;
        lastName = last;
        return self();
    }

    public B email(@Nullable String typed) {
        email = typed;
        return self();
    }

    public B phones(List<RequestedPhone> all) {
        phones = all;
        return self();
    }

    public B addresses(List<RequestedAddress> all) {
        addresses = all;
        return self();
    }

    /** What they have told of themselves; with receipts by email only where there is one (B30). */
    public B particulars(Particulars told) {
        particulars = told;
        return self();
    }

    protected abstract B self();
}

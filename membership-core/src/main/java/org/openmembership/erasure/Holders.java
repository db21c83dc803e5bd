package org.openmembership.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openmembership.privacy.HolderAnswer;
import org.openmembership.privacy.Person;
import org.openmembership.privacy.PersonalDataHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's holders of personal data, asked outside any unit of work. */
record Holders(List<PersonalDataHolder> all) {
    private static final Logger LOG = LoggerFactory.getLogger(Holders.class);

    Holders {
        all = List.copyOf(all);
    }

    List<String> codes() {
        return all.stream().map(PersonalDataHolder::code).sorted().toList();
    }

    SortedMap<String, Long> plan(Person person) {
        SortedMap<String, Long> plan = new TreeMap<>();
        all.forEach(holder -> plan.put(holder.code(), holder.plan(person)));
        return plan;
    }

    /** Asks the holder that has not answered yet; one that is not there any more is as one that fails. */
    HolderAnswer ask(HolderAnswer open, Person person, Instant now) {
        Optional<PersonalDataHolder> holder =
                all.stream().filter(one -> one.code().equals(open.holder())).findFirst();
        if (holder.isEmpty()) {
            return open.failed(now);
        }
        try {
            return open.done(holder.get().erase(person), now);
        } catch (RuntimeException failed) {
            // The host's message may hold what is to be forgotten, so only its kind is logged.
            LOG.warn(
                    "holder {} did not erase: {}",
                    open.holder(),
                    failed.getClass().getName());
            return open.failed(now);
        }
    }
}

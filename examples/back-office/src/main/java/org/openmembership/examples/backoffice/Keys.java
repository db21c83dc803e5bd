package org.openmembership.examples.backoffice;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.openmembership.shared.ExternalKey;

/** What the back office calls its attempts: each form that moves something has a key, made when it was shown. */
final class Keys {
    private static final String SOURCE = "back-office";

    private Keys() {}

    /** @throws IllegalArgumentException for a form without a key of ours */
    static ExternalKey of(Answers answers) {
        return ExternalKey.of(SOURCE, answers.value(Form.KEY));
    }

    /** A key that nothing is kept under, for a plan. */
    static ExternalKey fresh() {
        return ExternalKey.of(SOURCE, UUID.randomUUID().toString());
    }

    /** The same answers for another attempt. */
    static Answers without(Answers answers) {
        Map<String, String> values = new HashMap<>(answers.values());
        values.remove(Form.KEY);
        return new Answers(values, answers.wrong());
    }
}

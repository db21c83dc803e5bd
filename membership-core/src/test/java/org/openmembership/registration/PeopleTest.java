package org.openmembership.registration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.openmembership.testing.Engine;
import org.openmembership.testing.OnEveryStorage;

/** A stage for each test, on each storage. */
@OnEveryStorage
public abstract class PeopleTest {
    @Parameter
    protected Engine engine;

    protected PeopleStage stage;

    @BeforeEach
    void open() {
        stage = PeopleStage.of(engine, this::policy);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** The policy of this class's stages; the default one unless a class has its own. */
    protected RegistrationPolicy policy(RegistrationPolicy usual) {
        return usual;
    }
}

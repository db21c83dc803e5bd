package org.openmembership.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** A shop for each test, on each storage; at the end of each test its storage is audited, and its events replayed. */
@OnEveryStorage
public abstract class ShopTest {
    @Parameter
    Engine engine;

    protected Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.open(engine);
    }

    @AfterEach
    void audit_and_close() {
        try (Shop audited = shop) {
            assertThat(audited.violations()).isEmpty();
            EventReplay.check(audited.storage());
        }
    }
}

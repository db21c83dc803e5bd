package org.openmembership.testing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** A shop for each test, on each storage. */
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
    void close() {
        shop.close();
    }
}

package org.openmembership.testkit;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;

/**
 * Everything a storage promises: one subclass runs all contracts on it.
 *
 * <pre>{@code
 * class AcmeStorageTest extends StorageContract {
 *     protected StorageFixture fixture() {
 *         return new AcmeFixture();
 *     }
 * }
 * }</pre>
 *
 * <p>A second subclass whose fixture is {@code HostOwned.of(new AcmeFixture())} runs them in transactions of the host's.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class StorageContract extends PeopleStorageContract {
    @Nested
    class Commands extends CommandStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Earning extends EarningStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Clubs extends ClubStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Accounts extends AccountStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class SharedAccounts extends SharedAccountContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class AccountsBrought extends AccountBroughtContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class AccountReviews extends AccountReviewContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Schemes extends SchemeStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class SaleAssignments extends SaleAssignmentContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class WaitingSales extends WaitingSaleStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Cards extends CardStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Purchases extends PurchaseStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class PurchaseLists extends PurchaseListContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Ledger extends LedgerStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class SteadyReading extends SteadyReadingContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class LedgerLots extends LedgerLotsContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Journals extends JournalStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Holds extends HoldContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Warnings extends WarningStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class LedgerReading extends LedgerReadingContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class LedgerHistory extends LedgerHistoryContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class LedgerTotals extends LedgerTotalsContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Flows extends FlowStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class SalesGathering extends SalesGatheringContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class UnitsOfWork extends UnitOfWorkContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Races extends RaceContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class ReadRaces extends ReadRaceContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Tenants extends TenantContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Audit extends AuditStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class AccountAudit extends AccountAuditContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Outbox extends OutboxStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class AuditTrail extends AuditTrailStoreContract {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }
}

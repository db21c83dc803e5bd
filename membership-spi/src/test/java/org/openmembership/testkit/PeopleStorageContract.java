package org.openmembership.testkit;

import org.junit.jupiter.api.Nested;

/** What a storage promises about customers, users and members. */
abstract class PeopleStorageContract {
    protected abstract StorageFixture fixture();

    @Nested
    class Customers extends CustomerStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class CustomerChanges extends CustomerChangeContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class CustomersAtOnce extends CustomerReadingContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Directory extends DirectoryStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class DirectoryFilters extends DirectoryFilterContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class WordsTogether extends WordsTogetherContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class OnAccount extends OnAccountStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Privacy extends PrivacyStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Persons extends PersonContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Consents extends ConsentStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Groups extends GroupStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Notes extends NoteStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Envoys extends EnvoyStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Merges extends MergeStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Survivors extends SurvivorContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class OrderAudits extends OrderAuditContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class MergeAudits extends MergeAuditContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class EnvoyAudits extends EnvoyAuditContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Duplicates extends DuplicateStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Invitations extends InvitationStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Users extends UserStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Credentials extends CredentialStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Confirmations extends ConfirmationStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Throttles extends ThrottleStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Notifications extends NotificationStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Members extends MemberStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class AddressHolders extends AddressHolderContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class MemberSearch extends MemberSearchContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class Registrations extends RegistrationContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }

    @Nested
    class GiftCards extends GiftCardStoreContract {
        @Override
        protected StorageFixture fixture() {
            return PeopleStorageContract.this.fixture();
        }
    }
}

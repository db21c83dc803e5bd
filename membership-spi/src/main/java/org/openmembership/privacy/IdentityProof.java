package org.openmembership.privacy;

/** How it was made sure that whoever asks for a person's data to be erased is that person (S32). */
public enum IdentityProof {
    /** The person signed in again just before asking. */
    SIGNED_IN,
    /** The person answered from the mailbox that is stored. */
    MAILBOX,
    /** A clerk has seen a document. */
    DOCUMENT_SEEN,
    /** A signed letter. */
    IN_WRITING,
    /** An authority or a retention period demands it, whoever the person is. */
    REQUIRED_BY_LAW
}

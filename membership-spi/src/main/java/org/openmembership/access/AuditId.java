package org.openmembership.access;

import org.openmembership.shared.Texts;

/**
 * Our id of an audit record.
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record AuditId(String value) implements Comparable<AuditId> {
    public AuditId {
        Texts.requireId("AuditId", value);
    }

    public static AuditId of(String value) {
        return new AuditId(value);
    }

    @Override
    public int compareTo(AuditId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

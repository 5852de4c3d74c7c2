package org.callcause.message;

/** A fault of the structure, noted while a message is scanned; it becomes a {@link Defect} when somebody asks. */
record Fault(DefectKind kind, int offset, int length) {}

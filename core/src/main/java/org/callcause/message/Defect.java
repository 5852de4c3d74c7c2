package org.callcause.message;

/**
 * One fault of a message: what, and where.
 *
 * @param kind what is wrong
 * @param detail one line for people, with the text at fault where there is one
 * @param offset where the faulty part starts, in bytes from the start line
 * @param length its length in bytes; 0 where something is missing
 */
public record Defect(DefectKind kind, String detail, int offset, int length) {}

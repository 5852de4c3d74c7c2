package org.callcause.cli;

/** How a report is written. */
enum Format {
    TEXT,
    JSON
}

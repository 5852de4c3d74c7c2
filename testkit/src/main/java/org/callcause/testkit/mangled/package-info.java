/**
 * Calls mangled at random, always the same way for a number, to show them to rules: what a capture does to messages, what a
 * broken implementation writes, and what nobody does.
 */
@NullMarked
package org.callcause.testkit.mangled;

import org.jspecify.annotations.NullMarked;

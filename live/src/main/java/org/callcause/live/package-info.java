/**
 * Analyses calls while they happen. {@link org.callcause.live.LiveCalls} takes messages from any number of threads,
 * never waits, and hands over each call once.
 */
@NullMarked
package org.callcause.live;

import org.jspecify.annotations.NullMarked;

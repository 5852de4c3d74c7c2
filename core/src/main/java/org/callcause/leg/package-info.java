/**
 * Legs of one call under different Call-IDs: what joins them, how sure that is, and what elements between them changed.
 */
@NullMarked
package org.callcause.leg;

import org.jspecify.annotations.NullMarked;

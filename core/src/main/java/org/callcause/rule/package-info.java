/** The rules that diagnose a call, and the modules that bring them. */
@NullMarked
package org.callcause.rule;

import org.jspecify.annotations.NullMarked;

/** What the author of a rule module tests with: call scripts, assertions and the contract of a module. */
@NullMarked
package org.callcause.testkit;

import org.jspecify.annotations.NullMarked;

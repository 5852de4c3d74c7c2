/**
 * Coverage-guided fuzzing of everything that reads bytes. In the build each target runs over its seeds and over every
 * input that once broke something; CONTRIBUTING.md says how to let one search. Calls mangled by their parts come further.
 */
@NullMarked
package org.callcause.fuzzing;

import org.jspecify.annotations.NullMarked;

/**
 * What a rule may say of a call: diagnoses, violations and what could not be checked.
 */
@NullMarked
package org.callcause.diagnosis;

import org.jspecify.annotations.NullMarked;

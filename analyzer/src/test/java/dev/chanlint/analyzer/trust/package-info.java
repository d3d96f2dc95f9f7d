/**
 * Whether verdicts can be trusted: programs made at random whose faults are known, because an
 * interpreter that shares no code with the explorer has been through all their states.
 */
@NullMarked
package dev.chanlint.analyzer.trust;

import org.jspecify.annotations.NullMarked;

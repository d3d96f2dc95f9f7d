/**
 * What a user can set: the keys, the file {@code chanlint.toml} that sets them, and the JSON schema
 * and the template of that file. A flag of the command is a key by another spelling, so that
 * nothing can be said in one way only. Knows the rules' levels and the reports' formats.
 */
@NullMarked
package dev.chanlint.analyzer.config;

import org.jspecify.annotations.NullMarked;
